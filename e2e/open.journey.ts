import { expect, test } from './journey.ts';

test.use({ deviceScaleFactor: 1 });

test('opening the atlas shows the city, its districts and every item', async ({ atlas, page }) => {
  await atlas.openSettled();
  await expect(page).toHaveTitle(/镇江报告地图/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('镇江报告地图');

  const items = await atlas.items();
  await atlas.mapShows(items);
  expect((await atlas.mapState()).districts).toBe(6);
  await atlas.canvasIsAlive();
  await atlas.listShows(items.length, items.length);

  // Nothing is today's state, and the map is no reference.
  await expect(atlas.map.getByText('据 2020年1月10日 报告')).toBeVisible();
  await expect(atlas.map.getByText('示意图，不作划界依据')).toBeVisible();
});

test('what has no place of its own stands in groups that say so', async ({ atlas, page }) => {
  await atlas.open();
  await expect(atlas.rows.first()).toBeVisible();
  const unlocated = (await atlas.items()).filter(({ geometry }) => !geometry);
  const groups = {
    未定位: unlocated.filter(({ properties }) => properties.precision === 'unknown').length,
    全市: unlocated.filter(({ properties }) => properties.scope === 'city').length,
  };
  for (const [name, count] of Object.entries(groups)) {
    const heading = page.getByRole('heading', { name: `${name} ${count}`, exact: true });
    const group = atlas.list.getByRole('listitem').filter({ has: heading });
    await expect(group).toBeVisible();
    await expect(group.getByRole('button')).toHaveCount(count);
    expect(await atlas.promised(name, '辖区')).toBe(count);
  }
});
