import type { Locator } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

/** The numbers of a row of the comparison, in the order of its columns. */
async function numbers(table: Locator, name: string): Promise<string[]> {
  const row = table
    .getByRole('row')
    .filter({ has: table.page().getByRole('rowheader', { name, exact: true }) });
  return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim());
}

test('two districts stand side by side, each with its own card’s numbers', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open('?district=danyang');
  const items = await atlas.items();
  const inside = (adcode: string) => items.filter(({ properties }) => properties.districts.includes(adcode));
  const [danyang, jurong] = [inside('321181'), inside('321183')];
  const card = atlas.region('丹阳市概览');
  await card.getByLabel('与…比较').selectOption({ label: '句容市' });
  await atlas.addressHas('compare', 'jurong');
  const table = card.getByRole('table', { name: '丹阳市与句容市的比较' });
  expect(await numbers(table, '事项')).toEqual([danyang, jurong].map(({ length }) => String(length)));
  const stated = (list: typeof items) =>
    list
      .filter(({ properties }) => properties.districts.length < 2)
      .flatMap(({ properties }) => properties.figures)
      .filter(({ measure }) => measure === 'investment-total')
      .reduce((sum, { value }) => sum + value, 0);
  expect(await numbers(table, '写明的总投资')).toEqual([`${stated(danyang)} 亿元`, '—']);
  expect(stated(jurong)).toBe(0);
  const ofSector = (list: typeof items) =>
    String(list.filter(({ properties }) => properties.sector === 'transport').length);
  expect(await numbers(table, '交通')).toEqual([ofSector(danyang), ofSector(jurong)]);
  for (const group of ['按领域', '按进展']) {
    const body = table.locator('tbody').filter({ hasText: group });
    for (const [column, list] of [danyang, jurong].entries()) {
      const cells = await body
        .getByRole('row')
        .locator(`td:nth-of-type(${column + 1})`)
        .allInnerTexts();
      expect(
        cells.reduce((sum, text) => sum + Number(text), 0),
        group,
      ).toBe(list.length);
    }
  }
  await table.getByRole('button', { name: '交通' }).click();
  await atlas.listShows(Number(ofSector(danyang)), items.length);
  await table.getByRole('button', { name: '转到句容市' }).click();
  await expect(atlas.region('句容市概览').getByRole('table', { name: '句容市与丹阳市的比较' })).toBeVisible();
  await atlas.listShows(Number(ofSector(jurong)), items.length);
  await page.goBack();
  await expect(card).toBeVisible();
});

test('stepping on keeps the comparison, past the other one too, and zones take part', {
  tag: '@full',
}, async ({ atlas }) => {
  await atlas.open('?district=jingkou&compare=runzhou');
  await atlas.region('京口区概览').getByRole('button', { name: '下一个辖区' }).click();
  const zone = atlas.region('镇江新区概览');
  await expect(zone.getByRole('table', { name: '镇江新区与润州区的比较' })).toBeVisible();
  await zone.getByRole('button', { name: '下一个辖区' }).click();
  const itself = atlas.region('润州区概览');
  await expect(itself.getByRole('region', { name: '按领域' })).toBeVisible();
  await expect(itself.getByRole('table')).toHaveCount(0);
  await itself.getByRole('button', { name: '下一个辖区' }).click();
  const next = atlas.region('镇江高新区概览');
  await expect(next.getByRole('table')).toBeVisible();
  await next.getByLabel('与…比较').selectOption({ label: '不比较' });
  await expect(next.getByRole('table')).toHaveCount(0);
  await atlas.addressHas('compare', null);
});

test('axe finds nothing in a comparison', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?district=danyang&compare=new-area');
  expect(await findings(page)).toEqual([]);
});
