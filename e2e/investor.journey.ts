import { expect, test } from './journey.ts';

test('an investor finds the 新能源 projects and what they cost', async ({ atlas, page }) => {
  await atlas.open();
  const items = await atlas.items();
  const projects = items.filter(
    ({ properties: { tags, kind } }) => tags.includes('new-energy') && kind === 'project',
  );
  const stated = projects
    .flatMap(({ properties }) => properties.figures)
    .filter(({ measure }) => measure === 'investment-total')
    .map(({ value }) => value)
    .sort((a, b) => b - a);
  expect(stated.length).toBeGreaterThan(1);

  // By filter: the option promises what the list then has, and each row says its sum or none.
  await atlas.option('新能源', '标签').check();
  expect(await atlas.promised('项目', '类别')).toBe(projects.length);
  await atlas.option('项目', '类别').check();
  await atlas.listShows(projects.length, items.length);
  const sums = (await atlas.rows.allInnerTexts()).flatMap((row) => /([\d.]+)\s*亿元/u.exec(row)?.[1] ?? []);
  expect(sums.map(Number).sort((a, b) => b - a)).toEqual(stated);
  expect(await atlas.promised('已写明', '投资')).toBe(stated.length);
  await expect(
    page.getByRole('status').filter({ hasText: `${projects.length} 项，项目，新能源` }),
  ).toHaveCount(1);

  // The statistics say the same of the same, and add only project totals.
  const statistics = page.getByRole('region', { name: '统计', exact: true });
  await page.getByRole('banner').getByRole('button', { name: '统计', exact: true }).click();
  await expect(statistics.getByText(`按当前筛选：${projects.length} 项`)).toBeVisible();
  const ranking = statistics.getByRole('region', { name: '写明总投资的项目' });
  const total = stated.reduce((sum, value) => sum + value, 0);
  await expect(ranking).toContainText(`报告写明总投资的项目 ${stated.length} 个，合计 ${total} 亿元`);
  const ranked = await ranking.getByRole('listitem').locator('.ranking-sum').allInnerTexts();
  expect(ranked.map((text) => Number(/[\d.]+/.exec(text)?.[0]))).toEqual(stated);

  // From the sum to the words that state it, and whether it is done or promised.
  await ranking.getByRole('button', { name: /孚能科技制造基地/ }).click();
  const detail = atlas.region('孚能科技制造基地');
  await expect(detail.getByRole('region', { name: '数据' })).toContainText('160 亿元');
  await expect(detail.getByRole('blockquote').locator('mark').first()).toContainText('总投资160亿元');
  await expect(detail.getByRole('list', { name: '各年进展' })).toContainText('推进中');

  // The link that the investor sends opens just this.
  const address = atlas.address();
  await page.goto('about:blank');
  await atlas.open(address);
  await expect(detail).toBeVisible();
  await expect(statistics.getByText(`按当前筛选：${projects.length} 项`)).toBeVisible();
});
