import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';

// What the investor, the journalist and the analyst do, with no pointer at all.

/** Presses a key until something has the focus; fails when it is not reached in so many presses. */
async function reach(page: Page, key: string, wanted: Locator, most = 60): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

test('by keyboard alone an investor finds the 新能源 projects and their sums', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await expect(atlas.rows.first()).toBeVisible();
  const items = await atlas.items();
  const tagged = items.filter(({ properties }) => properties.tags.includes('new-energy'));
  await page.keyboard.press('f');
  await reach(page, 'Tab', atlas.option('新能源', '标签'), 90);
  await atlas.focusIsVisible();
  await page.keyboard.press('Space');
  await atlas.listShows(tagged.length, items.length);
  await reach(page, 'Tab', atlas.option('已写明', '投资'), 60);
  await page.keyboard.press('Space');
  await expect(atlas.rows).toHaveCount(2);

  await page.keyboard.press('l');
  await expect(atlas.rows.first()).toBeFocused();
  await reach(page, 'Tab', atlas.row('孚能科技制造基地'), 5);
  await page.keyboard.press('Enter');
  const detail = atlas.region('孚能科技制造基地');
  await page.keyboard.press('d');
  await expect(detail).toBeFocused();
  await atlas.focusIsVisible();
  await expect(detail.getByRole('region', { name: '数据' })).toContainText('160 亿元');
  // The next of the list, and what was done taken back.
  await page.keyboard.press('j');
  await expect(atlas.region('北汽麦格纳新能源汽车项目')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await atlas.listShows(tagged.length, items.length);
});

test('by keyboard alone a journalist goes from a sentence to the map and back', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled();
  const { zoom } = await atlas.mapState();
  await page.keyboard.press('/');
  await page.keyboard.type('97天即全面开工');
  const found = page.getByRole('listbox', { name: '搜索结果' });
  await expect(found.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const reader = atlas.region('报告');
  await expect(reader.locator('[data-addressed]')).toBeInViewport();
  await page.keyboard.press('d');
  await expect(reader).toBeFocused();
  await reach(page, 'Tab', reader.getByRole('searchbox', { name: '在报告中查找' }), 3);
  await page.keyboard.type('97天');
  await expect(reader.getByText('1 / 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  // The marks behind the sentences are stops; one of them opens its item and moves the map there.
  const mark = reader.getByRole('button', { name: '孚能科技制造基地', exact: true });
  await reach(page, 'Tab', mark, 80);
  await atlas.focusIsVisible();
  await page.keyboard.press('Enter');
  const detail = atlas.region('孚能科技制造基地');
  await expect(detail).toBeVisible();
  expect(await atlas.zoom()).toBeGreaterThan(zoom + 1);
  await page.keyboard.press('d');
  await reach(page, 'Tab', detail.getByRole('button', { name: '在报告中阅读' }), 12);
  await page.keyboard.press('Enter');
  await atlas.addressHas('paragraph', 'zhenjiang-2020/p10');
  // Back: the detail, then the report, one thing at a time.
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  await expect(reader).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
});

test('by keyboard alone an analyst reads the matrix and gets the same number in list and address', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.open();
  await expect(atlas.rows.first()).toBeVisible();
  const inside = (await atlas.items()).filter(
    ({ properties }) => properties.sector === 'industry' && properties.districts.includes('321102'),
  );
  await page.keyboard.press('s');
  const statistics = atlas.region('统计');
  const matrix = statistics.getByRole('grid', { name: '领域与辖区' });
  await expect(matrix).toBeVisible();
  await page.keyboard.press('d');
  await expect(statistics).toBeFocused();
  await reach(page, 'Tab', matrix.getByRole('button', { name: /^产业：/ }), 5);
  await page.keyboard.press('ArrowDown');
  const cell = matrix.getByRole('button', { name: `京口区，产业：${inside.length} 项` });
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(statistics.getByText(`按当前筛选：${inside.length} 项`)).toBeVisible();
  await atlas.addressHas('sector', 'industry');
  await atlas.addressHas('district', 'jingkou');
  await expect(page.getByRole('status').filter({ hasText: `${inside.length} 项，产业，京口区` })).toHaveCount(
    1,
  );
  await page.keyboard.press('s');
  await expect(statistics).toBeHidden();
  await atlas.listShows(inside.length, (await atlas.items()).length);
});
