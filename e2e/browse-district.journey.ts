import { lastNumber } from './atlas.ts';
import { expect, test } from './journey.ts';

test('a click on the map browses 丹阳', async ({ atlas }) => {
  await atlas.openSettled();
  const cityZoom = await atlas.zoom();
  await atlas.clickMap('ground', await atlas.positionOf([119.62, 31.95], await atlas.cityBox()));

  await expect(atlas.region('丹阳市概览')).toBeVisible();
  await expect(atlas.option('丹阳市')).toBeChecked();
  await atlas.addressHas('district', 'danyang');
  await expect.poll(() => atlas.zoom()).toBeGreaterThan(cityZoom);
});

test('option, card, list and map agree about 丹阳', async ({ atlas }) => {
  await atlas.openSettled();
  const items = await atlas.items();
  const inside = items.filter(({ properties }) => properties.districts.includes('321181'));
  expect(await atlas.promised('丹阳市')).toBe(inside.length);

  await atlas.option('丹阳市').check();
  const card = atlas.region('丹阳市概览');
  await expect(card.getByRole('heading', { name: '丹阳市', exact: true })).toBeVisible();
  await expect(card.getByText(`${inside.length} 项`, { exact: true })).toBeVisible();
  await atlas.listShows(inside.length, items.length);
  await atlas.mapShows(inside);
  expect(await atlas.promised('丹阳市')).toBe(inside.length);
  for (const { properties } of inside) await expect(atlas.row(properties.name)).toBeVisible();

  for (const region of ['按领域', '按进展']) {
    const names = await card.getByRole('region', { name: region }).getByRole('button').allInnerTexts();
    const sum = names.reduce((total, name) => total + lastNumber(name.trim()), 0);
    expect(sum, region).toBe(inside.length);
  }
});

test('one steps from area to area, and closing returns to the city', { tag: '@full' }, async ({ atlas }) => {
  await atlas.openSettled();
  const [zoom, total] = [await atlas.zoom(), await atlas.rows.count()];
  await atlas.option('丹阳市').check();
  await atlas.region('丹阳市概览').getByRole('button', { name: '下一个辖区' }).click();
  await expect(atlas.region('扬中市概览')).toBeVisible();
  await expect(atlas.option('丹阳市')).not.toBeChecked();
  await expect(atlas.option('扬中市')).toBeChecked();

  await atlas.region('扬中市概览').getByRole('button', { name: '上一个辖区' }).click();
  const card = atlas.region('丹阳市概览');
  await expect(card).toBeVisible();

  await card.getByRole('button', { name: '关闭' }).click();
  await expect(card).toBeHidden();
  await expect(atlas.option('丹阳市')).not.toBeChecked();
  await atlas.listShows(total, total);
  await expect.poll(() => atlas.zoom()).toBe(zoom);
});

test('the zone 镇江新区 browses like a district', { tag: '@full' }, async ({ atlas }) => {
  await atlas.openSettled();
  const items = await atlas.items();
  const inside = items.filter(({ properties }) => properties.zone === 'new-area');
  await atlas.option('京口区').check();
  await atlas.region('京口区概览').getByRole('button', { name: '镇江新区', exact: true }).click();

  const card = atlas.region('镇江新区概览');
  await expect(card.getByText(`${inside.length} 项`, { exact: true })).toBeVisible();
  await expect(card.getByText(/^位于京口区境内，边界未公开/)).toBeVisible();
  await expect(atlas.option('镇江新区')).toBeChecked();
  await expect(atlas.option('京口区')).not.toBeChecked();
  await atlas.listShows(inside.length, items.length);
  await atlas.mapShows(inside);

  await card.getByRole('button', { name: '下一个辖区' }).click();
  await expect(atlas.region('润州区概览')).toBeVisible();
});

test('a choice in the card filters within the district', { tag: '@full' }, async ({ atlas }) => {
  await atlas.open('?district=danyang');
  const items = await atlas.items();
  const inside = items.filter(
    ({ properties }) => properties.districts.includes('321181') && properties.sector === 'transport',
  );
  await atlas.region('丹阳市概览').getByRole('button', { name: /^交通/ }).click();
  await expect(atlas.option('交通')).toBeChecked();
  await atlas.listShows(inside.length, items.length);
});
