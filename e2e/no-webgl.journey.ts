import type { Locator } from '@playwright/test';
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

const marksIn = (map: Locator) =>
  map.locator('.still-drawing a[data-items]:visible').filter({ has: map.page().locator('.mark') });
const members = (marks: Locator) =>
  marks.evaluateAll((all) => all.flatMap((mark) => (mark.getAttribute('data-items') ?? '').split(' ')));

test('without WebGL a message stands beside the still picture of the map', async ({ atlas, page }) => {
  await atlas.open();
  const alert = atlas.map.getByRole('alert');
  await expect(alert.getByRole('heading', { name: '地图无法显示' })).toBeVisible();
  await expect(alert).toContainText('没有可用的 WebGL');
  await expect(alert).not.toContainText(/[{}]/);
  await expect(page.locator('.still-drawing')).toBeVisible();
  await expect(atlas.map.getByText('据 2020年1月10日 报告')).toBeVisible();
  await expect(atlas.map.getByText('示意图，不作划界依据')).toBeVisible();
  const located = (await atlas.items()).filter(({ geometry }) => geometry);
  expect((await members(marksIn(atlas.map))).sort()).toEqual(
    located.map(({ properties }) => properties.id).sort(),
  );
});

test('without WebGL the marks of the still picture select, and follow the filters', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await expect(atlas.map.getByRole('alert')).toBeVisible();
  const mark = marksIn(atlas.map).and(page.locator('[data-items="xinmeng-river"]'));
  await mark.click();
  await expect(atlas.region('新孟河延伸拓浚')).toBeVisible();
  await expect(mark).toHaveAttribute('data-selected');
  await page.keyboard.press('Escape');
  await atlas.map.getByRole('button', { name: '关闭' }).click();
  await expect(atlas.map.getByRole('alert')).toHaveCount(0);

  // A group leads to the list of its items.
  const items = await atlas.items();
  const group = marksIn(atlas.map)
    .filter({ has: page.locator('title', { hasText: '这里有' }) })
    .first();
  const together = (await group.getAttribute('data-items'))?.split(' ') ?? [];
  expect(together.length).toBeGreaterThan(1);
  await group.focus();
  await page.keyboard.press('Enter');
  await atlas.listShows(together.length, items.length);
  expect((await members(marksIn(atlas.map))).sort()).toEqual([...together].sort());
  await page.getByRole('button', { name: '全部清除' }).click();

  await atlas.option('交通').check();
  const transport = items.filter(({ geometry, properties }) => geometry && properties.sector === 'transport');
  await expect
    .poll(async () => {
      const counted = marksIn(atlas.map).locator('.mark text');
      const groups = (await counted.allTextContents()).reduce((sum, count) => sum + Number(count), 0);
      return groups + (await marksIn(atlas.map).count()) - (await counted.count());
    })
    .toBe(transport.length);
});

test('without WebGL a line of the still picture selects where it is drawn, not in the box around it', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await atlas.map.getByRole('button', { name: '关闭' }).click();
  const line = page.locator('.still-drawing a[data-items="lianzhen-railway"]').filter({
    has: page.locator('.body'),
  });
  const { drawn, corner } = await line.evaluate((link) => {
    const path = link.querySelector<SVGPathElement>('path.body');
    const matrix = path?.getScreenCTM();
    if (!path || !matrix) throw new Error('The line is not drawn.');
    // Any place along it that no mark lies upon.
    const places = Array.from({ length: 99 }, (_, index) =>
      path.getPointAtLength((path.getTotalLength() * (index + 1)) / 100).matrixTransform(matrix),
    );
    const free = places.find(({ x, y }) => link.contains(document.elementFromPoint(x, y)));
    if (!free) throw new Error('No place along the line can be met.');
    const { left, top } = link.getBoundingClientRect();
    return { drawn: { x: free.x, y: free.y }, corner: { x: left + 2, y: top + 2 } };
  });
  const metAt = ({ x, y }: { x: number; y: number }) =>
    line.evaluate((link, [left, top]) => link.contains(document.elementFromPoint(left, top)), [
      x,
      y,
    ] as const);
  expect(await metAt(corner)).toBe(false);
  await page.mouse.click(drawn.x, drawn.y);
  await expect(atlas.region('连淮扬镇铁路镇江段')).toBeVisible();
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
    ['End', 15],
    ['PageDown', 15],
    ['PageUp', 14],
    ['Home', 1],
    ['Space', 2],
  ] as const;
  const stage = atlas.region('演示画面');
  await expect(stage.getByText('1 / 15', { exact: true })).toBeVisible();
  for (const [key, number] of steps) {
    await page.keyboard.press(key);
    await expect(stage.getByText(`${number} / 15`, { exact: true })).toBeVisible();
  }
  await stage.getByRole('button', { name: '下一页' }).click();
  await expect(stage.getByText('3 / 15', { exact: true })).toBeVisible();
  await stage.getByRole('button', { name: '上一页' }).click();
  await expect(stage.getByText('2 / 15', { exact: true })).toBeVisible();
  await expect(stage.getByRole('heading')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
});
