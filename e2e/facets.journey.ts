import { lastNumber } from './atlas.ts';
import { expect, test } from './journey.ts';

const facets = ['领域', '辖区', '进展', '类别', '年份', '标签', '投资', '定位精度', '章节'];

test('every facet is a group of checkboxes, and every option tells what it would give', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const items = await atlas.items();
  const groups = page.getByRole('region', { name: '筛选' }).getByRole('group');
  await expect(groups.first()).toBeVisible();
  const names = await groups.locator('> legend').allTextContents();
  expect(names.filter((name) => facets.includes(name))).toEqual(facets);

  const of = (test: (properties: (typeof items)[number]['properties']) => boolean) =>
    items.filter(({ properties }) => test(properties)).length;
  expect(await atlas.promised('行动计划', '类别')).toBe(of(({ kind }) => kind === 'programme'));
  expect(await atlas.promised('新能源', '标签')).toBe(of(({ tags }) => tags.includes('new-energy')));
  expect(await atlas.promised('全市', '定位精度')).toBe(of(({ precision }) => precision === 'city'));
  expect(await atlas.promised('全市', '辖区')).toBe(of(({ scope }) => scope === 'city'));
  expect(await atlas.promised('已写明', '投资')).toBe(
    of(({ figures }) => figures.some(({ measure }) => measure === 'investment-total')),
  );
  expect(await atlas.promised('2019 年回顾', '年份')).toBe(
    of(({ mentions }) => mentions.some(({ year, tense }) => year === 2019 && tense === 'review')),
  );
  expect(await atlas.promised('十件实事', '章节')).toBe(await atlas.promised('十件实事', '标签'));
});

test('facets are taken together, and the address says so', async ({ atlas, page }) => {
  await atlas.open();
  await atlas.option('2020 年计划', '年份').check();
  await atlas.option('前期研究', '进展').check();
  await atlas.option('乡镇级', '定位精度').check();
  const items = await atlas.items();
  const wanted = items.filter(
    ({ properties }) =>
      properties.progress === 'study' &&
      properties.precision === 'town' &&
      properties.mentions.some(({ tense }) => tense === 'plan'),
  );
  await atlas.listShows(wanted.length, items.length);
  await atlas.addressHas('year', '2020-plan');
  await atlas.addressHas('precision', 'town');
  await expect(page.getByRole('button', { name: '移除条件：定位精度：乡镇级' })).toBeVisible();
  await page.reload();
  await expect(atlas.option('乡镇级', '定位精度')).toBeChecked();
  await atlas.listShows(wanted.length, items.length);
});

test('a section finds what it and the sections inside it mention', async ({ atlas }) => {
  await atlas.open('?section=plan-breakthroughs');
  const inside = await atlas.promised('实现四个新突破', '章节');
  await expect(atlas.rows).toHaveCount(inside);
  expect(inside).toBeGreaterThan(await atlas.promised('深化改革开放', '章节'));
});

test('the last change is undone by button and by key, clearing all too', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const undo = page.getByRole('button', { name: '撤销' });
  await expect(atlas.rows.first()).toBeVisible();
  await expect(undo).toBeHidden();
  await atlas.option('交通').check();
  await atlas.option('前期研究').check();
  const studies = lastNumber(await atlas.option('前期研究').getAttribute('aria-label'));
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(atlas.option('交通')).not.toBeChecked();

  await undo.click();
  await expect(atlas.rows).toHaveCount(studies);
  await atlas.addressHas('progress', 'study');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(atlas.option('前期研究')).not.toBeChecked();
  await expect(atlas.option('交通')).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(atlas.option('交通')).not.toBeChecked();
  await expect(undo).toBeHidden();
  expect(atlas.address()).toBe('');
});

for (const height of [720, 1080]) {
  const tag = height === 720 ? [] : ['@full'];
  test(`on a screen ${height} high the list keeps at least half of its column`, { tag }, async ({
    atlas,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height });
    await atlas.open('?sector=transport');
    const column = await atlas.boxOf(page.getByRole('region', { name: '筛选' }));
    const filters = await atlas.boxOf(page.locator('.filters'));
    expect(filters.height).toBeLessThanOrEqual(column.height * 0.461);
    const row = await atlas.boxOf(atlas.rows.first());
    expect(row.y + row.height).toBeLessThan(column.y + column.height * 0.75);
    // The last facet is reached by scrolling the filters alone.
    await atlas.option('十件实事', '章节').scrollIntoViewIfNeeded();
    expect((await atlas.boxOf(atlas.rows.first())).y).toBe(row.y);
  });
}
