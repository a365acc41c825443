import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const farasis = '孚能科技制造基地';

test('a journalist goes from a sentence to the map and back, and cites it', async ({ atlas, page }) => {
  await atlas.openSettled();
  const before = await atlas.mapState();
  await page.getByRole('banner').getByRole('button', { name: '报告', exact: true }).click();
  const reader = atlas.region('报告');
  await expect(reader.getByRole('heading', { name: '2020年镇江市人民政府工作报告' })).toBeVisible();
  await atlas.addressHas('panel', 'report');

  // Found in the text: the hits are counted, and Enter walks through them.
  const find = reader.getByRole('searchbox', { name: '在报告中查找' });
  await find.fill('孚能');
  await expect(reader.getByText('1 / 1', { exact: true })).toBeVisible();
  const hit = reader.locator('mark[data-current]');
  await expect(hit).toHaveText('孚能');
  await expect(hit).toBeInViewport();
  await find.fill('无此一词');
  await expect(reader.getByText('没有找到', { exact: true })).toBeVisible();
  await find.fill('');

  // From the mark behind the sentence to its item, and on the map to its place.
  const mark = reader.getByRole('button', { name: farasis, exact: true });
  await mark.click();
  const detail = atlas.region(farasis);
  await expect(detail).toBeVisible();
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
  await atlas.addressHas('item', 'farasis-zhenjiang');
  expect(await atlas.zoom()).toBeGreaterThan(before.zoom + 1);

  // What is cited are the report's own words, with who said them, where and when.
  await detail.getByRole('button', { name: '复制引文' }).click();
  await expect(detail.getByRole('button', { name: '已复制' })).toBeVisible();
  const item = (await atlas.items()).find(({ properties }) => properties.name === farasis);
  const [mention] = item?.properties.mentions ?? [];
  const cited = await clipboard(page);
  expect(cited).toContain(
    `“${mention?.quote}”——镇江市人民政府：《2020年镇江市人民政府工作报告》，2020年1月10日`,
  );
  expect(cited).toMatch(/（本图段落号 p10）。$/);
  expect(mention?.paragraph).toBe('p10');

  // Back from the map to the sentence: with the reader closed and the detail alone.
  await reader.getByRole('button', { name: '关闭' }).click();
  await expect(reader).toBeHidden();
  await detail.getByRole('button', { name: '在报告中阅读' }).click();
  const paragraph = reader.locator('[data-addressed]');
  await expect(paragraph).toContainText(mention?.quote ?? 'a quote');
  await expect(paragraph).toBeInViewport();
  await expect(detail).toBeVisible();
  await atlas.addressHas('paragraph', 'zhenjiang-2020/p10');
  // And what was sent is what opens.
  await detail.getByRole('button', { name: '复制链接' }).click();
  await expect.poll(() => clipboard(page)).toContain(`镇江报告地图｜${farasis}\nhttp`);
  expect((await clipboard(page)).endsWith(atlas.address())).toBe(true);
});

test('report, list and map light up together, and the outline counts what is listed', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1960, height: 900 });
  await atlas.open('?panel=report');
  const reader = atlas.region('报告');
  const mention = reader.locator('[data-items~="farasis-zhenjiang"]').first();
  await expect(mention).toBeVisible();
  await atlas.row(farasis).hover();
  await expect(mention).toHaveAttribute('data-lit');
  await mention.hover();
  await expect(atlas.row(farasis)).toHaveAttribute('data-hovered');

  // A filter quiets what it leaves out, and the outline's numbers are the facet's.
  await expect(mention).not.toHaveAttribute('data-quiet');
  await atlas.option('交通').check();
  await expect(mention).toHaveAttribute('data-quiet');
  const section = await atlas.promised('产业强市扎实推进', '章节');
  const heading = reader
    .getByRole('navigation', { name: '报告目录' })
    .getByRole('button', { name: new RegExp(`^产业强市扎实推进\\s*${section} 项$`) });
  await heading.click();
  await expect(reader.getByRole('heading', { name: /产业强市扎实推进/ }).first()).toBeInViewport();

  // Where the source broke a sentence it is joined, and the break marked.
  const { reports } = await (await page.request.get('./data/report.json')).json();
  const cuts = (reports as { paragraphs: { cuts: number[] }[] }[])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => paragraph.cuts);
  await expect(reader.getByRole('img', { name: '原文在此处断行' })).toHaveCount(cuts.length);
  // A selection made in the list scrolls the text.
  await atlas.row('南沿江城际铁路').click();
  await expect(reader.locator('[data-items~="nanyanjiang-railway"]').first()).toBeInViewport();
  await expect(page.getByRole('status').filter({ hasText: '项，交通' })).toHaveCount(1);
});
