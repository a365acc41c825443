import { expect, test } from './journey.ts';

// Drawing a wall keeps the computer busy: one at a time.
test.describe.configure({ mode: 'default' });

const wall = { width: 3840, height: 2160 };
const laptop = { width: 1440, height: 900 };

test.describe('at full size', () => {
  // Eight million pixels: what is judged here is that the picture is whole.
  test.use({ viewport: wall, deviceScaleFactor: 1 });

  test('on a wall the map is drawn whole and nothing in the bar is clipped', { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    test.slow();
    await atlas.open();
    await atlas.settled(120_000);
    await atlas.mapShows(await atlas.items());
    await atlas.canvasIsAlive();

    const bar = page.getByRole('banner');
    const inside = await atlas.boxOf(bar);
    const parts = [
      bar.getByRole('heading', { level: 1 }),
      bar.getByText('据 2020年1月10日 报告', { exact: true }),
      ...['切换语言：English', '关于', '演示'].map((name) => bar.getByRole('button', { name, exact: true })),
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
});

test('type and panels grow with the room, and the map is fitted anew', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
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
  await expect.poll(async () => (await sizes()).type, { timeout: 45_000 }).toBeGreaterThan(small.type * 1.5);
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
