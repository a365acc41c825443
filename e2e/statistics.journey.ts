import type { Locator, Page } from '@playwright/test';
import { lastNumber } from './atlas.ts';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const statistics = (page: Page) => page.getByRole('region', { name: '统计' });
const matrix = (page: Page) => page.getByRole('grid', { name: '领域与辖区' });
/** The number in a name such as “丹阳市，交通：4 项”. */
const counted = async (button: Locator) =>
  Number(/(\d+) 项$/u.exec((await button.getAttribute('aria-label')) ?? '')?.[1]);

test.describe('beside the list', () => {
  // Wide enough for list, map and statistics.
  test.use({ viewport: { width: 1960, height: 900 } });

  test('a number of the matrix is what the list, the facets and the address then say', async ({
    atlas,
    page,
  }) => {
    await atlas.open('?panel=statistics');
    const items = await atlas.items();
    await expect(statistics(page).getByText(`按当前筛选：${items.length} 项`)).toBeVisible();
    const cell = matrix(page).getByRole('button', { name: /^丹阳市，交通：\d+ 项$/ });
    const inside = items.filter(
      ({ properties }) => properties.sector === 'transport' && properties.districts.includes('321181'),
    );
    expect(await counted(cell)).toBe(inside.length);
    await cell.click();
    await atlas.listShows(inside.length, items.length);
    await atlas.addressHas('sector', 'transport');
    await atlas.addressHas('district', 'danyang');
    await expect(statistics(page).getByText(`按当前筛选：${inside.length} 项`)).toBeVisible();
    expect(await atlas.promised('交通')).toBe(inside.length);
    expect(await counted(matrix(page).getByRole('button', { name: /^交通：/ }))).toBe(inside.length);

    // Pale numbers lead elsewhere, and say how far.
    const elsewhere = matrix(page).getByRole('button', { name: /^丹徒区，交通：\d+ 项$/ });
    const there = await counted(elsewhere);
    await elsewhere.click();
    await atlas.listShows(there, items.length);
    await atlas.addressHas('district', 'dantu');
    await page.goBack();
    await atlas.listShows(inside.length, items.length);
    await expect(cell).toHaveAttribute('aria-pressed', 'true');
    await cell.click();
    await atlas.listShows(items.length, items.length);
  });

  test('a part of a bar filters section and progress, and one step back undoes it', { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    await atlas.open('?panel=statistics');
    const sections = page.getByRole('grid', { name: '各章节的进展' });
    const row = sections.getByRole('row').filter({ hasText: '深化改革开放' });
    const number = row.getByRole('button', { name: /，前期研究：\d+ 项$/ });
    const count = await counted(number);
    await row.locator('[data-fill="dashed"]').click();
    await expect(atlas.rows).toHaveCount(count);
    await atlas.addressHas('section', 'plan-opening');
    await atlas.addressHas('progress', 'study');
    await expect(number).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(atlas.address()).toBe('?panel=statistics&v=1');
  });
});

test('the ranking has six projects, by bar and by table, and never an annual target', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.open('?panel=statistics');
  const ranking = page.getByRole('region', { name: '写明总投资的项目' });
  const rows = ranking.getByRole('listitem');
  await expect(rows).toHaveCount(6);
  const stated = (await atlas.items())
    .flatMap(({ properties }) => properties.figures)
    .filter(({ measure }) => measure === 'investment-total')
    .map(({ value }) => value)
    .sort((a, b) => b - a);
  const sums = async (of: Locator) =>
    (await of.allInnerTexts()).map((text) => Number(/([\d.]+)\s*亿元/u.exec(text)?.[1]));
  expect(await sums(rows.locator('.ranking-sum'))).toEqual(stated);
  await ranking.getByText('数据表').click();
  expect(await sums(ranking.getByRole('table').locator('tbody td:last-child'))).toEqual(stated);
  await expect(ranking.getByText(/个项目未披露/)).toBeVisible();
  await rows.first().getByRole('button').click();
  await atlas.addressHas('item', /./);
});

test('the board has ten promises, each item of which is selected by a click', async ({ atlas, page }) => {
  await atlas.open('?panel=statistics');
  const board = page.getByRole('region', { name: '十件实事' });
  await expect(board.locator('.promises > li')).toHaveCount(10);
  await board.getByRole('button', { name: /^犬类管理立法/ }).click();
  await expect(atlas.region('犬类管理立法')).toBeVisible();
});

test('an indicator has its growth as the report gives it, and leads to its words', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open('?panel=statistics');
  const row = page
    .getByRole('table', { name: '主要指标' })
    .getByRole('row')
    .filter({ hasText: '一般公共预算收入' });
  await expect(row).toContainText('306.9 亿元');
  await expect(row).toContainText('1.8 %');
  await expect(row).toContainText('1%左右');
  await row.getByRole('button', { name: '看原文：一般公共预算收入，2019 年回顾' }).click();
  await atlas.addressHas('panel', 'report');
  await atlas.addressHas('paragraph', /\/p7$/);
});

test('the keyboard alone reads and filters', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open('?panel=statistics');
  const head = matrix(page).getByRole('button', { name: /^产业：/ });
  await head.focus();
  await page.keyboard.press('ArrowDown');
  const cell = matrix(page).getByRole('button', { name: /^京口区，产业：/ });
  await expect(cell).toBeFocused();
  await atlas.focusIsVisible();
  await expect(statistics(page).getByText('方向键在格间移动，回车选中。').first()).toBeVisible();
  const count = await counted(cell);
  await page.keyboard.press('Enter');
  await expect(statistics(page).getByText(`按当前筛选：${count} 项`)).toBeVisible();
  await expect(cell).toBeFocused();
  // The whole table is one stop: the next is in the table of sections.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('grid', { name: '各章节的进展' }).locator(':focus')).toHaveCount(1);
});

test('districts are shaded on the map, and the link says so', async ({ atlas, page }) => {
  await atlas.openSettled('?panel=statistics');
  const legend = atlas.map.getByText('辖区事项数');
  await expect(legend).toBeHidden();
  await page.getByRole('checkbox', { name: '地图按事项数着色' }).check();
  await atlas.addressHas('shaded', 'items');
  await expect(legend).toBeVisible();
  const districts = ['京口区', '润州区', '丹徒区', '丹阳市', '扬中市', '句容市'];
  const counts = await Promise.all(
    districts.map((name) => counted(matrix(page).getByRole('button', { name: new RegExp(`^${name}：`) }))),
  );
  const most = Math.max(...counts);
  expect(lastNumber((await legend.innerText()).trim())).toBe(most);
  await atlas.settled();
});

for (const [language, theme] of [
  ['zh', 'light'],
  ['en', 'dark'],
  ['zh', 'projector'],
]) {
  test(`axe finds nothing in the statistics, ${language}, ${theme}`, { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    await atlas.openSettled(`?panel=statistics&sector=transport&lang=${language}&theme=${theme}`);
    await expect(page.getByRole('grid').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the matrix fits the screen and filters', async ({ atlas, page }) => {
    await atlas.open('?panel=statistics');
    const table = matrix(page);
    await expect(table).toBeVisible();
    const { x, width } = await atlas.boxOf(table);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    const head = table.getByRole('button', { name: /^交通：/ });
    const count = await counted(head);
    await head.tap();
    await atlas.addressHas('sector', 'transport');
    await expect(statistics(page).getByText(`按当前筛选：${count} 项`)).toBeVisible();
  });
});
