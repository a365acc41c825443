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

test('without WebGL the presentation shows its words, and every key turns its pages', async ({
  atlas,
  page,
}) => {
  await atlas.open('?scene=overview.1');
  const steps = [
    ['ArrowRight', 2],
    ['ArrowDown', 3],
    ['ArrowLeft', 2],
    ['ArrowUp', 1],
    ['ArrowUp', 1],
    ['End', 5],
    ['PageDown', 5],
    ['PageUp', 4],
    ['Home', 1],
    ['Space', 2],
  ] as const;
  const stage = atlas.region('演示画面');
  for (const [key, number] of steps) {
    await page.keyboard.press(key);
    await expect(stage.getByText(`${number} / 5`, { exact: true })).toBeVisible();
  }
  await stage.getByRole('button', { name: '下一页' }).click();
  await expect(stage.getByText('3 / 5', { exact: true })).toBeVisible();
  await stage.getByRole('button', { name: '上一页' }).click();
  await expect(stage.getByText('2 / 5', { exact: true })).toBeVisible();
  await expect(stage.getByRole('heading')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
});
