import { expect, test } from './journey.ts';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      const without = typeof given[0] === 'string' && given[0].startsWith('webgl');
      return without ? null : Reflect.apply(getContext, this, given);
    } as typeof getContext;
  });
});

test('without WebGL a message stands in place of the map', async ({ atlas }) => {
  await atlas.open();
  const alert = atlas.map.getByRole('alert');
  await expect(alert.getByRole('heading', { name: '地图无法显示' })).toBeVisible();
  await expect(alert).toContainText('没有可用的 WebGL');
  await expect(alert).not.toContainText(/[{}]/);
});

test('without WebGL list, filters, detail and card work', async ({ atlas }) => {
  await atlas.open();
  await expect(atlas.map.getByRole('alert')).toBeVisible();
  const items = await atlas.items();
  await atlas.option('丹阳市').check();
  await expect(atlas.region('丹阳市概览')).toBeVisible();
  await atlas.option('交通').check();
  const inside = items.filter(
    ({ properties }) => properties.districts.includes('321181') && properties.sector === 'transport',
  );
  await atlas.listShows(inside.length, items.length);
  await atlas.row('丹金高速公路').click();
  await expect(atlas.region('丹金高速公路').getByRole('blockquote')).toContainText('丹金高速');
});

test('without WebGL the presentation shows its words', async ({ atlas, page }) => {
  await atlas.open();
  await page.getByRole('button', { name: '演示', exact: true }).click();
  await page.keyboard.press('PageDown');
  await expect(atlas.region('演示画面').getByText('2 / 5', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
});
