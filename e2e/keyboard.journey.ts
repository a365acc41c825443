import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let done = 0; done < times; done += 1) await page.keyboard.press(key);
}

test('Tab leads through the bar to the filters, and one sees where one is', async ({ atlas, page }) => {
  await atlas.openSettled();
  const stops = [
    page.getByRole('button', { name: '跳到事项列表' }),
    page.getByRole('searchbox', { name: '搜索', exact: true }),
    page.getByRole('button', { name: '切换语言：English' }),
    page.getByRole('banner').getByRole('button', { name: '报告', exact: true }),
    page.getByRole('banner').getByRole('button', { name: '统计', exact: true }),
    page.getByRole('button', { name: '主题：纸面，切换到暗屏' }),
    page.getByRole('button', { name: '键盘快捷键' }),
    page.getByRole('button', { name: '关于' }),
    page.getByRole('button', { name: '演示', exact: true }),
    atlas.option('产业'),
  ];
  for (const stop of stops) {
    await press(page, 'Tab');
    await expect(stop).toBeFocused();
    await atlas.focusIsVisible();
  }
});

test('the skip link leads to the list without changing the view', async ({ atlas, page }) => {
  await atlas.open('?sector=transport');
  await expect(atlas.rows.first()).toBeVisible();
  await press(page, 'Tab');
  const link = page.getByRole('button', { name: '跳到事项列表' });
  await expect(link).toBeInViewport();
  await press(page, 'Enter');
  await press(page, 'Tab');
  await expect(page.getByRole('region', { name: '筛选' }).locator(':focus')).toHaveCount(1);
  await expect(atlas.option('交通')).toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: '无法识别' })).toHaveCount(0);
});

test('Space filters and Enter opens an item', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  await atlas.option('扬中市').focus();
  await press(page, 'Space');
  await expect(atlas.option('扬中市')).toBeChecked();
  await expect(atlas.region('扬中市概览')).toBeVisible();

  const row = atlas.row('扬中高新区');
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await row.evaluate((element) => element === document.activeElement)) break;
    await press(page, 'Tab');
  }
  await expect(row).toBeFocused();
  await atlas.focusIsVisible();
  await press(page, 'Enter');
  await expect(atlas.region('扬中高新区')).toBeVisible();
  await atlas.addressHas('item', 'yangzhong-high-tech-zone');
});

test('from the list Tab leads to the items on the map, not to a canvas', async ({ atlas, page }) => {
  await atlas.openSettled('?district=yangzhong');
  await atlas.rows.last().focus();
  await press(page, 'Tab');
  await expect(page.getByRole('listbox', { name: '地图事项' })).toBeFocused();
  await atlas.focusIsVisible();
});

test('arrows walk through the items on the map, Enter opens one, Escape closes it', async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?sector=culture');
  const listbox = page.getByRole('listbox', { name: '地图事项' });
  await listbox.focus();
  const located = (await atlas.items()).filter(
    ({ geometry, properties }) => geometry && properties.sector === 'culture',
  );
  const active = () =>
    listbox.evaluate(
      (element) =>
        document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
    );
  expect(await active()).toContain(`第 1 项，共 ${located.length} 项`);
  await press(page, 'ArrowDown');
  expect(await active()).toContain(`第 2 项，共 ${located.length} 项`);
  await press(page, 'End');
  expect(await active()).toContain(`第 ${located.length} 项，共 ${located.length} 项`);
  await press(page, 'ArrowDown');
  expect(await active()).toContain(`第 ${located.length} 项，共 ${located.length} 项`);
  await press(page, 'Home');

  const name = (await active()).split('，')[0] ?? '';
  await press(page, 'Enter');
  await expect(atlas.region(name)).toBeVisible();
  await expect(listbox.getByRole('option', { selected: true })).toHaveText(new RegExp(`^${name}，`));
  await press(page, 'Escape');
  await expect(atlas.region(name)).toBeHidden();
});

test('the dialog 关于 takes the focus and gives it back', { tag: '@full' }, async ({ page, atlas }) => {
  await atlas.open();
  const button = page.getByRole('button', { name: '关于' });
  await button.focus();
  await press(page, 'Enter');
  const about = page.getByRole('dialog', { name: '镇江报告地图' });
  await expect(about).toBeVisible();
  await expect(about.getByRole('link', { name: '事项 GeoJSON' })).toBeVisible();
  await press(page, 'Escape');
  await expect(about).toBeHidden();
  await expect(button).toBeFocused();
});

test('a screen reader meets one region of the map', async ({ atlas, page }) => {
  await atlas.openSettled();
  await expect(page.getByRole('region', { name: /^(地图|Map)$/ })).toHaveCount(1);
});
