import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { singleFileName } from '../deploy/single-file.ts';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const placeIn = (window: Page, number: number) => window.getByText(new RegExp(`^${number} / \\d+$`)).first();
const notesOf = (window: Page) => window.getByRole('region', { name: '备注', exact: true });

/** Both windows say that this is the scene. */
async function bothAt(windows: readonly Page[], number: number): Promise<void> {
  for (const window of windows) await expect(placeIn(window, number)).toBeVisible();
}

/** Presses the button for the presenter's window in the stage's bar. */
async function openPresenter(stage: Page, context: BrowserContext): Promise<Page> {
  // The bar's buttons go while nobody moves the pointer.
  await stage.mouse.move(600, 300);
  const opened = context.waitForEvent('page');
  await stage.getByRole('button', { name: '演示者窗口' }).click();
  const presenter = await opened;
  await expect(presenter.getByRole('heading', { level: 1 })).toBeVisible();
  return presenter;
}

test('two windows stay in step from either side, and through a reload of each', async ({ page, context }) => {
  await page.goto('./?scene=overview.2');
  await expect(placeIn(page, 2)).toBeVisible();
  const presenter = await openPresenter(page, context);
  const both = [page, presenter];
  await bothAt(both, 2);
  expect(await presenter.locator('canvas').count(), 'no map in the presenter’s window').toBe(0);
  expect(await findings(presenter)).toEqual([]);

  await page.keyboard.press('PageDown');
  await bothAt(both, 3);
  const notes = await notesOf(presenter).innerText();
  await presenter.keyboard.press('PageDown');
  await bothAt(both, 4);
  await expect(notesOf(presenter)).not.toHaveText(notes);
  await presenter.getByRole('button', { name: '下一页', exact: true }).click();
  await bothAt(both, 5);

  await presenter.getByRole('button', { name: '黑屏' }).click();
  await expect(page.getByRole('button', { name: '恢复画面' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: '恢复画面' })).toBeHidden();
  await expect(presenter.getByRole('button', { name: '黑屏' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('b');
  await expect(presenter.getByText('台上黑屏')).toBeVisible();
  await presenter.keyboard.press('b');
  await expect(page.getByRole('button', { name: '恢复画面' })).toBeHidden();

  await presenter.reload();
  await bothAt(both, 5);
  await presenter.keyboard.press('PageUp');
  await bothAt(both, 4);
  await page.reload();
  await bothAt(both, 4);
  await presenter.keyboard.press('PageDown');
  await bothAt(both, 5);
  await page.keyboard.press('PageDown');
  await bothAt(both, 6);

  const list = presenter.getByRole('navigation', { name: '场景列表' }).getByRole('button');
  await list.last().click();
  await bothAt(both, await list.count());
  await page.keyboard.press('Escape');
  await expect(presenter.getByText('演示已结束')).toBeVisible();
  await expect(notesOf(presenter)).toBeVisible();
});

test('notes outlast a stage that was closed, and a new size is kept', { tag: '@full' }, async ({
  page,
  context,
}) => {
  await page.goto('./?scene=overview.3');
  const presenter = await openPresenter(page, context);
  await expect(placeIn(presenter, 3)).toBeVisible();
  const notes = await notesOf(presenter).innerText();
  const sizeOf = () =>
    notesOf(presenter)
      .locator('p')
      .evaluate((text) => getComputedStyle(text).fontSize);
  const before = Number.parseFloat(await sizeOf());
  await presenter.getByRole('button', { name: '备注字号大一档' }).click();
  const larger = await sizeOf();
  expect(Number.parseFloat(larger)).toBeGreaterThan(before);

  await page.close();
  await expect(presenter.getByText('与演示画面的连接断了')).toBeVisible();
  await expect(notesOf(presenter)).toHaveText(notes);
  await expect(presenter.getByRole('button', { name: '下一页', exact: true })).toBeDisabled();

  // Without a second screen the notes stand below the picture, in the same size.
  const alone = await context.newPage();
  await alone.goto('./?scene=overview.3');
  await expect(placeIn(alone, 3)).toBeVisible();
  const height = async () =>
    (await alone.getByRole('region', { name: '地图' }).first().boundingBox())?.height ?? 0;
  const whole = await height();
  await alone.keyboard.press('n');
  await expect(notesOf(alone)).toHaveText(notes);
  expect(
    await notesOf(alone)
      .locator('p')
      .evaluate((text) => getComputedStyle(text).fontSize),
  ).toBe(larger);
  expect(await height()).toBeLessThan(whole);
  expect(await findings(alone)).toEqual([]);
});

test('a rehearsal ends with the times of its scenes', { tag: '@full' }, async ({ page }) => {
  await page.goto('./?scene=overview.3');
  await expect(placeIn(page, 3)).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('button', { name: '排练' }).click();
  await expect(placeIn(page, 1)).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.getByRole('button', { name: '结束排练' }).click();
  const times = page.getByRole('dialog', { name: '排练用时' }).getByRole('row');
  await expect(times.nth(1)).toContainText(/\d:\d\d/);
  await expect(times.nth(3)).toContainText('跳过');
  await expect(times.last()).toContainText(/合计\d:\d\d/);
});

test.describe('from the disk', () => {
  const file = pathToFileURL(join(resolve(process.env.ATLAS_DIST ?? 'dist'), singleFileName())).href;
  test.use({ baseURL: file, offline: true });

  test('two windows of the single file stay in step, by messages from one to the other alone', {
    tag: '@full',
  }, async ({ page, context }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
    await page.goto(`${file}#scene=overview.2&theme=dark`);
    await expect(placeIn(page, 2)).toBeVisible();
    const presenter = await openPresenter(page, context);
    await expect(presenter.locator('html')).toHaveAttribute('data-theme', 'dark');
    const both = [page, presenter];
    await bothAt(both, 2);
    await presenter.keyboard.press('PageDown');
    await bothAt(both, 3);
    await page.reload();
    await bothAt(both, 3);
    await page.keyboard.press('PageDown');
    await bothAt(both, 4);
    await presenter.reload();
    await bothAt(both, 4);
    await presenter.keyboard.press('PageDown');
    await bothAt(both, 5);
  });
});
