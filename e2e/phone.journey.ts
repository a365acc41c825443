import { expect, test } from './journey.ts';

const width = 390;
test.use({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 });

test('on a phone one sees map and list, filters, opens an item and goes back', async ({ atlas, page }) => {
  await atlas.openSettled();
  await atlas.canvasIsAlive();
  const items = await atlas.items();
  await atlas.listShows(items.length, items.length);

  await page.locator('summary', { hasText: '筛选' }).tap();
  await atlas.option('交通').tap();
  const transport = items.filter(({ properties }) => properties.sector === 'transport');
  await atlas.listShows(transport.length, items.length);
  await atlas.mapShows(transport);

  await atlas.row('南沿江城际铁路').tap();
  const detail = atlas.region('南沿江城际铁路');
  await expect(detail.getByRole('heading', { name: '南沿江城际铁路', exact: true })).toBeInViewport();
  await expect(detail.getByRole('blockquote').first()).toBeVisible();
  const map = await atlas.boxOf(atlas.map);
  const top = (await atlas.boxOf(detail)).y;
  expect(top - map.y, 'the map above the sheet').toBeGreaterThan(200);

  await detail.getByRole('button', { name: '关闭' }).tap();
  await expect(detail).toBeHidden();
  await expect(atlas.row('南沿江城际铁路')).toBeVisible();
  await expect(atlas.option('交通')).toBeChecked();
});

test('on a phone the presentation begins and ends by tap', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled();
  await page.getByRole('button', { name: '演示', exact: true }).tap();
  await page.getByRole('button', { name: '开始', exact: true }).first().tap();
  const stage = atlas.region('演示画面');
  await expect(stage.getByText('1 / 15', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '下一页' }).tap();
  await expect(stage.getByText('2 / 15', { exact: true })).toBeVisible();
  const heading = await atlas.boxOf(stage.getByRole('heading'));
  expect(heading.y, 'the words leave the map free').toBeGreaterThan(300);
  await page.getByRole('button', { name: '退出演示' }).tap();
  await expect(stage).toBeHidden();
  await expect(atlas.rows.first()).toBeVisible();
});

for (const [what, query] of Object.entries({
  start: '',
  'a district': '?district=danyang',
  'an item': '?item=wufengshan-expressway',
  English: '?lang=en&item=wufengshan-expressway',
  'the stage': '?scene=overview.3',
  'a notice': `?item=${'x'.repeat(300)}`,
})) {
  test(`on a phone nothing is wider than the screen: ${what}`, async ({ atlas, page }) => {
    await atlas.open(query);
    await expect(atlas.map.getByRole('listbox').or(atlas.region('演示画面')).first()).toBeAttached();
    const widest = await page.evaluate(() => ({
      page: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
      window: window.innerWidth,
    }));
    expect(widest).toEqual({ page: width, window: width });
  });
}
