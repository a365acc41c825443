import { expect, test } from './journey.ts';

const name = '五峰山长江大桥接线高速';

test('五峰山长江大桥接线高速 is read in the words of 2019 and of 2020', async ({ atlas }) => {
  await atlas.open();
  await atlas.row(name).click();
  const detail = atlas.region(name);
  await expect(detail.getByRole('heading', { name, exact: true })).toBeVisible();

  const quotes = detail.getByRole('blockquote');
  await expect(quotes).toHaveCount(2);
  await expect(quotes.nth(0)).toContainText('镇江五峰山长江大桥实现合龙、接线高速主线贯通');
  await expect(quotes.nth(1)).toContainText('加快推进镇江五峰山长江大桥接线高速');
  await expect(detail.getByRole('figure').nth(0)).toContainText('2019 年回顾');
  await expect(detail.getByRole('figure').nth(1)).toContainText('2020 年计划');

  const years = detail.getByRole('list', { name: '各年进展' }).getByRole('listitem');
  await expect(years).toHaveText([/2019 年回顾\s*推进中/, /2020 年计划\s*推进中/]);
});

test('every quote in the detail is verbatim that of the open data', async ({ atlas }) => {
  const item = (await atlas.items()).find(({ properties }) => properties.name === name);
  await atlas.open(`?item=${item?.properties.id}`);
  const marked = await atlas.region(name).getByRole('blockquote').locator('mark').allInnerTexts();
  expect(marked).toEqual(item?.properties.mentions.map(({ quote }) => quote));
});

test('the detail says how well the place is known, and how', async ({ atlas }) => {
  const item = (await atlas.items()).find(({ properties }) => properties.name === name);
  await atlas.open(`?item=${item?.properties.id}`);
  const place = atlas.region(name).getByRole('region', { name: '位置' });
  await expect(place.getByText('乡镇级')).toBeVisible();
  await expect(place.getByText(/半径约 1\.5\s*公里/)).toBeVisible();
  await expect(place.getByText('依据：公开资料')).toBeVisible();
  await expect(place).toContainText(item?.properties.basis ?? 'a basis');
});

test('one steps to the next and the previous item of the list', { tag: '@full' }, async ({ atlas }) => {
  await atlas.open('?sector=transport&progress=study');
  const names = await atlas.rows.evaluateAll((rows) =>
    rows.map((row) => (row as HTMLElement).innerText.split('\n')[0] ?? ''),
  );
  const [first = '', second = ''] = names;
  await atlas.row(first).click();
  await expect(atlas.region(first).getByText(`1 / ${names.length}`, { exact: true })).toBeVisible();
  await expect(atlas.region(first).getByRole('button', { name: '上一项' })).toBeDisabled();

  await atlas.region(first).getByRole('button', { name: '下一项' }).click();
  await expect(atlas.region(second).getByText(`2 / ${names.length}`, { exact: true })).toBeVisible();
  await expect(atlas.row(second)).toHaveAttribute('aria-current', 'true');
  await atlas.region(second).getByRole('button', { name: '上一项' }).click();
  await expect(atlas.region(first)).toBeVisible();
});

test('a click on a mark opens its item, and close leaves it', async ({ atlas }) => {
  await atlas.openSettled('?items=magic-ocean-world');
  await atlas.clickMap('mark', await atlas.mapCentre());
  const detail = atlas.region('魔幻海洋世界');
  await expect(detail).toBeVisible();
  await atlas.addressHas('item', 'magic-ocean-world');

  await detail.getByRole('button', { name: '关闭' }).click();
  await expect(detail).toBeHidden();
  await atlas.addressHas('item', null);
});

test('a group of marks on one spot opens, and each of its items can be chosen', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?items=huanshan-road-crossing,xuancheng-avenue-crossing,zhouwan-road-crossing');
  expect(await atlas.mapState()).toMatchObject({ items: 3, marks: 1, groups: 1 });
  await atlas.clickMap('mark', await atlas.mapCentre());
  const group = page.getByRole('dialog', { name: '这里有 3 项' });
  await expect(group).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(group).toBeHidden();

  await atlas.clickMap('mark', await atlas.mapCentre());
  await group.getByRole('button', { name: /^宣城大道下穿京沪高铁道口/ }).click();
  await expect(group).toBeHidden();
  await expect(atlas.region('宣城大道下穿京沪高铁道口')).toBeVisible();
});

test('Escape closes the detail', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  await atlas.row(name).click();
  await expect(atlas.region(name)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(atlas.region(name)).toBeHidden();
});

test('an item without a place says so and has no mark', async ({ atlas }) => {
  await atlas.openSettled('?district=unlocated');
  const unlocated = (await atlas.items()).filter(({ properties }) => properties.precision === 'unknown');
  await atlas.mapShows(unlocated);
  expect((await atlas.mapState()).items).toBe(0);
  await atlas.row('好未来镇江教育基地运营中心').click();
  const detail = atlas.region('好未来镇江教育基地运营中心');
  await expect(
    detail.getByRole('region', { name: '位置' }).getByText('未定位', { exact: true }),
  ).toBeVisible();
  await atlas.addressHas('at', null);
});
