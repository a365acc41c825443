import { expect, test } from './journey.ts';

test('opening the atlas shows the city, its districts and every item', async ({ atlas, page }) => {
  await atlas.openSettled();
  await expect(page).toHaveTitle(/镇江报告地图/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('镇江报告地图');

  const items = await atlas.items();
  await atlas.mapShows(items);
  expect((await atlas.mapState()).districts).toBe(6);
  await atlas.canvasIsAlive();

  await atlas.listShows(items.length, items.length);
});

test('every view is stamped with the date of the report', async ({ atlas, page }) => {
  await atlas.open();
  await expect(page.getByRole('banner').getByText('据 2020年1月10日 报告', { exact: true })).toBeVisible();
  await expect(atlas.map.getByText('据 2020年1月10日 报告')).toBeVisible();
  await expect(atlas.map.getByText('示意图，不作划界依据')).toBeVisible();
});

test('what has no place of its own stands in groups that say so', async ({ atlas }) => {
  await atlas.open();
  const items = await atlas.items();
  const groups = { 未定位: 'unknown', 全市: 'city' };
  for (const [name, scope] of Object.entries(groups)) {
    const members = items.filter(({ geometry, properties }) =>
      name === '未定位' ? properties.precision === 'unknown' : !geometry && properties.scope === scope,
    );
    const group = atlas.list
      .getByRole('listitem')
      .filter({ has: atlas.page.getByRole('heading', { name: `${name} ${members.length}`, exact: true }) });
    await expect(group).toBeVisible();
    await expect(group.getByRole('button')).toHaveCount(members.length);
    expect(await atlas.promised(name)).toBe(members.length);
  }
});
