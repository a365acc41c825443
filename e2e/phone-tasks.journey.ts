import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

// What the investor, the journalist and the analyst do, with one thumb on a phone.
test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  permissions: ['clipboard-read', 'clipboard-write'],
});

const farasis = '孚能科技制造基地';
const tab = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

test('on a phone an investor finds the 新能源 projects and their sums', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const items = await atlas.items();
  const tagged = items.filter(({ properties }) => properties.tags.includes('new-energy'));
  await page.locator('summary', { hasText: '筛选' }).tap();
  await atlas.option('新能源', '标签').tap();
  await atlas.option('已写明', '投资').tap();
  await page.locator('summary', { hasText: '筛选' }).tap();
  await expect(atlas.rows).toHaveCount(2);
  await expect(atlas.row(farasis)).toContainText('160 亿元');

  await tab(page, '统计').tap();
  const statistics = atlas.region('统计');
  await expect(statistics.getByText('按当前筛选：2 项')).toBeVisible();
  const ranking = statistics.getByRole('region', { name: '写明总投资的项目' });
  await expect(ranking).toContainText('合计 220 亿元');
  await ranking.getByRole('button', { name: new RegExp(farasis) }).tap();
  // The detail lies over the statistics, and gives them back.
  const detail = atlas.region(farasis);
  await expect(detail.getByRole('heading', { name: farasis, exact: true })).toBeInViewport();
  await detail.getByRole('button', { name: '关闭' }).tap();
  await expect(ranking).toBeVisible();
  await tab(page, '列表').tap();
  await expect(statistics).toBeHidden();
  await page.getByRole('button', { name: /^移除条件：.*已写明$/ }).tap();
  await atlas.listShows(tagged.length, items.length);
});

test('on a phone a journalist goes from a sentence to the map and back', async ({ atlas, page }) => {
  await atlas.openSettled();
  const { zoom } = await atlas.mapState();
  await page.getByRole('searchbox', { name: '搜索', exact: true }).tap();
  await page.getByRole('searchbox', { name: '搜索', exact: true }).fill('97天');
  const found = page.getByRole('listbox', { name: '搜索结果' });
  const paragraph = found.getByRole('group', { name: '报告段落' }).getByRole('option').first();
  await expect(paragraph).toBeInViewport();
  await paragraph.tap();
  const reader = atlas.region('报告');
  await expect(reader.locator('[data-addressed]')).toBeInViewport();
  await reader.getByRole('button', { name: farasis, exact: true }).tap();
  const detail = atlas.region(farasis);
  await expect(detail).toBeVisible();
  expect(await atlas.zoom()).toBeGreaterThan(zoom + 1);

  await detail.getByRole('button', { name: '复制引文' }).tap();
  await expect(detail.getByRole('button', { name: '已复制' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('——镇江市人民政府：');
  await detail.getByRole('button', { name: '在报告中阅读' }).tap();
  await expect(detail).toBeHidden();
  await expect(reader.locator('[data-addressed]')).toBeInViewport();
  // One step back is the detail again.
  await page.goBack();
  await expect(detail).toBeVisible();
  await tab(page, '列表').tap();
  await expect(atlas.rows.first()).toBeVisible();
});

test('on a phone an analyst reads the matrix, and the list says the same', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const items = await atlas.items();
  const inside = items.filter(
    ({ properties }) => properties.sector === 'transport' && properties.districts.includes('321181'),
  );
  await tab(page, '统计').tap();
  const matrix = page.getByRole('grid', { name: '领域与辖区' });
  await matrix.getByRole('button', { name: `丹阳市，交通：${inside.length} 项` }).tap();
  // The card of the area does not lie over what was opened.
  await expect(atlas.region('统计').getByText(`按当前筛选：${inside.length} 项`)).toBeVisible();
  await atlas.addressHas('district', 'danyang');
  await tab(page, '列表').tap();
  await atlas.listShows(inside.length, items.length);
  await page.goBack();
  await page.goBack();
  await atlas.addressHas('district', null);
});

test('the sheet has three stops, by tap and by drag, and keeps its tabs in reach', async ({
  atlas,
  page,
}) => {
  await atlas.open('?district=danyang');
  const card = atlas.region('丹阳市概览');
  await expect(card).toBeVisible();
  const handle = page.getByRole('button', { name: '面板高度' });
  const top = async () => (await atlas.boxOf(handle)).y;
  const half = await top();
  expect(half).toBeGreaterThan(300);
  await handle.tap();
  await expect.poll(top).toBeLessThan(130);
  await expect(tab(page, '报告')).toBeInViewport();
  await handle.tap();
  await expect.poll(top).toBeGreaterThan(680);
  await expect(handle).toHaveAttribute('aria-expanded', 'false');
  await expect(tab(page, '报告')).toBeInViewport();
  await handle.tap();
  await expect.poll(top).toBe(half);

  // Dragged up, it comes to rest at the nearest stop.
  const { x, y, width, height } = await atlas.boxOf(handle);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, 200, { steps: 5 });
  await page.mouse.up();
  await expect.poll(top).toBeLessThan(130);

  // The list of the district is one tap away, and the district stays.
  await expect(tab(page, '列表')).toHaveAttribute('aria-pressed', 'false');
  await tab(page, '列表').tap();
  await expect(card).toBeHidden();
  await expect(atlas.rows.first()).toBeInViewport();
  await atlas.addressHas('district', 'danyang');
});
