import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const boxIn = (page: Page) => page.getByRole('searchbox', { name: '搜索', exact: true });
const found = (page: Page) => page.getByRole('listbox', { name: '搜索结果' });
const hits = (page: Page, group: string) =>
  found(page).getByRole('group', { name: group, exact: true }).getByRole('option');
const marked = (hit: Locator) => hit.locator('mark').allTextContents();

/** What was typed, and the first hit of each group that it must give: its title, and what is marked in it. */
const sought: readonly {
  typed: string;
  first: Partial<Record<'事项' | '辖区' | '报告段落', readonly [string, string]>>;
}[] = [
  { typed: 'zj', first: { 事项: ['镇江港吞吐量', '镇江'], 辖区: ['镇江市', '镇江'] } },
  { typed: 'jurong', first: { 事项: ['句容省级首批全域旅游示范区', '句容'], 辖区: ['句容市', '句容'] } },
  { typed: 'jianbi', first: { 辖区: ['谏壁街道', '谏壁'] } },
  { typed: 'wfs', first: { 事项: ['五峰山长江大桥', '五峰山'] } },
  { typed: 'dagang', first: { 事项: ['大港水厂一期', '大港'], 辖区: ['大港街道', '大港'] } },
  { typed: 'Farasis', first: { 事项: ['孚能科技制造基地', 'Farasis'] } },
  { typed: '丹徒', first: { 辖区: ['丹徒区', '丹徒'] } },
  { typed: '句荣', first: { 辖区: ['句容市', '句容'] } },
  { typed: '160亿', first: { 事项: ['孚能科技制造基地', '160亿'], 报告段落: ['产业强市扎实推进', '160亿'] } },
];

test('Han characters, pinyin, initials, English and homophones find what they should first', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const box = boxIn(page);
  await box.click();
  await expect(found(page)).toHaveCount(0);
  for (const { typed, first } of sought) {
    await box.fill(typed);
    for (const [group, [title, word]] of Object.entries(first)) {
      const hit = hits(page, group).first();
      await expect(hit, `${typed}: ${group}`).toContainText(title);
      await expect.poll(() => marked(hit), `${typed}: ${group}`).toContain(word);
    }
  }
  await box.fill('大港');
  const groups = found(page).getByRole('group');
  // The hits of what was typed before stay until the new ones are there.
  await expect
    .poll(() => groups.evaluateAll((all) => all.map((group) => group.getAttribute('aria-label'))))
    .toEqual(['事项', '辖区', '报告段落']);
  const count = await found(page).getByRole('option').count();
  await expect(page.getByRole('status').filter({ hasText: `${count} 条结果，用上下键选择` })).toHaveCount(1);
  expect(await findings(page)).toEqual([]);

  await box.fill('无此一物');
  await expect(page.getByText('没有找到“无此一物”')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '没有结果' })).toHaveCount(1);
  // One thing at a time: the words, then the box.
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).not.toBeFocused();
  // What is searched for is no part of the view.
  expect(atlas.address()).toBe('');
});

test('arrows and Enter choose an item, an area, a town and a paragraph', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled();
  const box = boxIn(page);
  const active = async () => {
    const id = await box.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`);
  };
  // An item: both are found from the letters of their names alone, and the second is meant.
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('wfs');
  await expect(hits(page, '事项')).toHaveCount(2);
  await expect(await active()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(await active()).toContainText('五峰山长江大桥接线高速');
  await page.keyboard.press('Enter');
  await expect(atlas.region('五峰山长江大桥接线高速')).toBeVisible();
  await expect(found(page)).toHaveCount(0);
  await atlas.addressHas('item', 'wufengshan-expressway');
  const before = await atlas.zoom();

  // An area is framed, and the item left. What was typed last stands there to be replaced.
  await page.keyboard.press('ControlOrMeta+k');
  await box.fill('jurong');
  await hits(page, '辖区').first().click();
  await expect(atlas.region('句容市概览')).toBeVisible();
  await atlas.addressHas('district', 'jurong');
  await atlas.addressHas('item', null);
  await atlas.settled();
  expect((await atlas.mapState()).items).toBeLessThan((await atlas.items()).length);

  // A town is shown on the map.
  await box.fill('谏壁街道');
  await expect(hits(page, '辖区')).toHaveText([/谏壁街道/u]);
  await hits(page, '辖区').first().click();
  await atlas.addressHas('at', /^119\.\d+,32\.\d+,119\.\d+,32\.\d+$/);
  expect(await atlas.zoom()).toBeGreaterThan(before - 3);

  // A paragraph is opened in the report.
  await box.fill('谏壁片区');
  await box.fill('97天即全面开工');
  await expect(hits(page, '报告段落').first()).toContainText('97天');
  await hits(page, '报告段落').first().click();
  const paragraph = atlas.region('报告').locator('[data-addressed]');
  await expect(paragraph).toContainText('孚能科技制造基地签约后97天即全面开工');
  await expect(paragraph).toBeInViewport();
  await atlas.addressHas('panel', 'report');
  await atlas.addressHas('paragraph', 'zhenjiang-2020/p10');
});

test('in English the box finds towns and items by either language', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open('?lang=en');
  const box = page.getByRole('searchbox', { name: 'Search', exact: true });
  const options = page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
  for (const [typed, title] of [
    ['谏壁街道', 'Jianbi'],
    ['Farasis', 'Farasis Energy battery manufacturing base'],
    ['dantu', 'Dantu'],
  ] as const) {
    await box.fill(typed);
    await expect(options.filter({ hasText: title }).first()).toBeVisible();
  }
  expect(await findings(page)).toEqual([]);
});
