import { expect, test } from './journey.ts';

test.use({ deviceScaleFactor: 1 });

const wall = { width: 3840, height: 2160 };
const laptop = { width: 1440, height: 900 };

test('on a wall the map is drawn whole and nothing in the bar is clipped', async ({ atlas, page }) => {
  test.slow();
  await page.setViewportSize(wall);
  await atlas.openSettled();
  await atlas.mapShows(await atlas.items());
  await atlas.canvasIsAlive();

  const bar = page.getByRole('banner');
  const inside = await atlas.boxOf(bar);
  const parts = [
    bar.getByRole('heading', { level: 1 }),
    bar.getByText('据 2020年1月10日 报告', { exact: true }),
    ...(await bar.getByRole('button').filter({ visible: true }).all()),
  ];
  let right = 0;
  for (const part of parts) {
    const { x, y, width, height } = await atlas.boxOf(part);
    expect(x, `${part}: over what stands before it`).toBeGreaterThanOrEqual(right);
    right = x + width;
    expect(right).toBeLessThanOrEqual(wall.width);
    expect(y).toBeGreaterThanOrEqual(inside.y);
    expect(y + height).toBeLessThanOrEqual(inside.y + inside.height);
    expect(await part.evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
  }
});

test('type and panels grow with the room, and the map is fitted anew', async ({ atlas, page }) => {
  test.slow();
  const sizes = async () => ({
    type: Number.parseFloat(await atlas.rows.first().evaluate((row) => getComputedStyle(row).fontSize)),
    list: (await atlas.boxOf(atlas.list)).width,
    detail: (await atlas.boxOf(atlas.region('丹阳市概览'))).width,
  });
  await page.setViewportSize(laptop);
  await atlas.openSettled('?district=danyang');
  const small = await sizes();

  await page.setViewportSize(wall);
  await expect.poll(async () => (await sizes()).type).toBeGreaterThan(small.type * 1.5);
  const large = await sizes();
  expect(large.list).toBeGreaterThan(small.list * 1.5);
  expect(large.detail).toBeGreaterThan(small.detail * 1.5);
  await atlas.settled();
  const { zoom } = await atlas.mapState();

  await page.reload();
  await atlas.settled();
  expect(zoom, 'the zoom of a window that grew, and of one that was opened large').toBeCloseTo(
    (await atlas.mapState()).zoom,
    1,
  );
});
