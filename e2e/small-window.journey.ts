import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';

/** A laptop's window of 1280 × 1024, as the page sees it when it is enlarged; and the narrowest phones. */
const windows = {
  'at 200 %': { width: 640, height: 512 },
  'at 400 %': { width: 320, height: 256 },
  '320 pixels wide': { width: 320, height: 640 },
};

/** Asserts that the page is as wide as the window, and that nothing but a table has to be scrolled both ways. */
async function fits(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const both = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const scrolls = /auto|scroll/;
      return (
        scrolls.test(overflowX) &&
        scrolls.test(overflowY) &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.scrollHeight > element.clientHeight + 1 &&
        element.querySelector('table, [role="grid"]') === null
      );
    });
    return {
      width: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth,
      both: both.map((element) => element.className),
    };
  });
  expect(found, where).toEqual({ width: 0, both: [] });
}

/** Asserts that a control can be scrolled to and pressed, and that it is whole. */
async function canPress(control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  await control.click({ trial: true, timeout: 5_000 });
  await expect(control).toBeInViewport({ ratio: 0.99 });
}

for (const [name, viewport] of Object.entries(windows)) {
  test.describe(name, () => {
    test.use({ viewport, deviceScaleFactor: 1 });

    // The narrowest and lowest at each change.
    const tag = viewport.height < 300 ? [] : '@full';
    test(`${name} everything can be reached, and nothing is cut off`, { tag }, async ({ atlas, page }) => {
      await atlas.openSettled();
      await fits(page, 'start');
      const bar = page.getByRole('banner');
      for (const button of await bar.locator('.top-actions').getByRole('button').all()) {
        if (await button.isVisible()) await canPress(button);
      }

      // The sheet is put away and got back by its handle.
      const handle = page.getByRole('button', { name: '面板高度' });
      await handle.click();
      await handle.click();
      await expect(handle).toHaveAttribute('aria-expanded', 'false');
      const zoom = await atlas.zoom();
      await atlas.map.getByRole('button', { name: '放大' }).click();
      await expect.poll(() => atlas.zoom()).toBeGreaterThan(zoom);
      for (const button of ['缩小', '底图']) await canPress(atlas.map.getByRole('button', { name: button }));
      await handle.click();
      await expect(handle).toHaveAttribute('aria-expanded', 'true');

      const items = await atlas.items();
      const transport = items.filter(({ properties }) => properties.sector === 'transport');
      await page.locator('summary', { hasText: '筛选' }).locator('visible=true').click();
      await atlas.option('交通').check();
      await atlas.listShows(transport.length, items.length);
      await atlas.row('南沿江城际铁路').click();
      const detail = atlas.region('南沿江城际铁路');
      await expect(detail.getByRole('heading', { name: '南沿江城际铁路', exact: true })).toBeInViewport();
      await detail.getByRole('blockquote').first().scrollIntoViewIfNeeded();
      await fits(page, 'detail');
      await detail.getByRole('button', { name: '关闭' }).click();

      const tabs = page.locator('.sheet .panel-tabs');
      for (const panel of ['报告', '统计']) {
        await tabs.getByRole('button', { name: panel, exact: true }).click();
        await expect(atlas.region(panel)).toBeVisible();
        await expect(atlas.region(panel).getByRole('heading').first()).toBeInViewport();
        await fits(page, panel);
      }
      await tabs.getByRole('button', { name: '列表' }).click();
      const box = page.getByRole('searchbox', { name: '搜索', exact: true });
      await box.fill('djgs');
      await canPress(page.getByRole('option', { name: /丹金高速公路/ }).first());
      await fits(page, 'search');
      await box.fill('');

      await bar.getByRole('button', { name: '关于' }).click();
      const about = page.getByRole('dialog').locator('visible=true');
      await fits(page, 'about');
      const { x, y, width, height } = await atlas.boxOf(about);
      expect([x >= 0, y >= 0, x + width <= viewport.width, y + height <= viewport.height]).toEqual(
        Array(4).fill(true),
      );
      await about.getByRole('button', { name: '关闭' }).click();
    });

    test(`${name} one can present`, { tag: '@full' }, async ({ atlas, page }) => {
      await atlas.openSettled();
      await page.getByRole('button', { name: '演示', exact: true }).click();
      await page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ }).first().click();
      const stage = atlas.region('演示画面');
      await expect(stage.getByText(/^1 \/ \d+$/)).toBeVisible();
      for (const number of [2, 3]) {
        await stage.getByRole('button', { name: '下一页' }).click();
        await expect(stage.getByText(new RegExp(`^${number} / \\d+$`))).toBeVisible();
        await fits(page, `scene ${number}`);
      }
      await expect(stage.getByRole('heading')).toBeInViewport();
      for (const button of await stage.locator('.stage-bar').getByRole('button').all()) {
        if (await button.isVisible()) await canPress(button);
      }
      const type = await stage
        .locator('.caption')
        .evaluate((caption) => Number.parseFloat(getComputedStyle(caption).fontSize));
      expect(type, 'the type of the words').toBeGreaterThanOrEqual(12);
      await page.locator('.caption > :last-child').scrollIntoViewIfNeeded();
      await expect(page.locator('.caption > :last-child')).toBeInViewport();
      await stage.getByRole('button', { name: '退出演示' }).click();
      await expect(stage).toBeHidden();
    });
  });
}
