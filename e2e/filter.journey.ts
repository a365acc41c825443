import type { OpenItem } from './atlas.ts';
import { lastNumber } from './atlas.ts';
import { expect, test } from './journey.ts';

const isTransport = ({ properties }: OpenItem) => properties.sector === 'transport';
const isStudy = ({ properties }: OpenItem) => properties.progress === 'study';

test('filtering by 交通 changes counts, list and map together', async ({ atlas, page }) => {
  await atlas.openSettled();
  const items = await atlas.items();
  const transport = items.filter(isTransport);
  expect(await atlas.promised('交通')).toBe(transport.length);

  await atlas.option('交通').check();
  await atlas.listShows(transport.length, items.length);
  await atlas.mapShows(transport);
  await expect(page.getByRole('status').filter({ hasText: `${transport.length} 项，交通` })).toHaveCount(1);
  await atlas.addressHas('sector', 'transport');

  await atlas.option('前期研究').check();
  const studies = transport.filter(isStudy);
  await atlas.listShows(studies.length, items.length);
  await atlas.mapShows(studies);
});

test('options tell what choosing them would give', async ({ atlas }) => {
  await atlas.open('?sector=transport&progress=study');
  const items = await atlas.items();
  // Within its own facet a choice adds; the others hold.
  const industry = items.filter((item) => item.properties.sector === 'industry');
  const planned = items.filter(({ properties }) => properties.progress === 'planned');
  expect(await atlas.promised('产业')).toBe(industry.filter(isStudy).length);
  expect(await atlas.promised('交通')).toBe(items.filter(isTransport).filter(isStudy).length);
  expect(await atlas.promised('计划')).toBe(planned.filter(isTransport).length);

  await atlas.option('计划').check();
  const both = items.filter(isTransport).filter((item) => isStudy(item) || planned.includes(item));
  await atlas.listShows(both.length, items.length);
});

test('an empty result says which filter to lift', async ({ atlas, page }) => {
  await atlas.open();
  const total = (await atlas.items()).length;
  await atlas.option('创新').check();
  await expect(atlas.rows).not.toHaveCount(total);
  const some = await atlas.rows.count();
  const empty = page.getByRole('group', { name: '进展' }).getByRole('checkbox', { name: / 0$/ }).first();
  const label = (await empty.getAttribute('aria-label'))?.replace(/ 0$/, '') ?? '';
  await empty.check();

  await expect(page.getByText('没有同时符合这些条件的事项')).toBeVisible();
  await expect(atlas.rows).toHaveCount(0);
  await page.getByRole('button', { name: '放开“进展”' }).click();
  await expect(atlas.rows).toHaveCount(some);
  await expect(atlas.option(label)).not.toBeChecked();
  await expect(atlas.option('创新')).toBeChecked();
});

test('chips take filters away, one by one or all', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?sector=transport,industry&progress=study');
  const items = await atlas.items();
  const chips = page.getByRole('group', { name: '已选条件' });
  await chips.getByRole('button', { name: '移除条件：前期研究' }).click();
  await expect(atlas.option('前期研究')).not.toBeChecked();
  await chips.getByRole('button', { name: '移除条件：产业' }).click();
  await atlas.listShows(items.filter(isTransport).length, items.length);

  await chips.getByRole('button', { name: '全部清除' }).click();
  await expect(chips).toBeHidden();
  await atlas.listShows(items.length, items.length);
  await atlas.mapShows(items);
  expect(atlas.address()).toBe('');
});

test('the list groups by sector as well', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  const total = (await atlas.items()).length;
  await page.getByRole('button', { name: '按领域' }).click();
  await expect(atlas.list.getByRole('heading', { name: /^交通 \d+$/ })).toBeVisible();
  const headings = await atlas.list.getByRole('heading', { level: 3 }).allTextContents();
  expect(headings.reduce((sum, heading) => sum + lastNumber(heading.trim()), 0)).toBe(total);
  await expect(atlas.rows).toHaveCount(total);
});
