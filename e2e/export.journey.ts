import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { ItemProperties } from '../src/model/open-data.ts';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';
import { lookOf } from './picture-look.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: '导出当前筛选' });
const openExports = async (page: Page) => {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
};

/** Clicks a button and gives the file that comes of it. */
async function fileOf(page: Page, button: string | RegExp): Promise<{ name: string; content: Buffer }> {
  const arriving = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: button }).click();
  const download: Download = await arriving;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** Opens what can be made of a generated deck; gives its row. */
async function openHandouts(page: Page, deck: string): Promise<Locator> {
  await page.getByRole('button', { name: '演示', exact: true }).click();
  const row = page.getByRole('dialog', { name: '演示' }).getByRole('listitem').filter({ hasText: deck });
  await row.getByRole('button', { name: '更多' }).click();
  await row.getByRole('button', { name: '讲义' }).click();
  await expect(row.getByRole('button', { name: 'PPTX 16:9' })).toBeVisible();
  return row;
}

test('the files hold exactly what is filtered', async ({ atlas, page }) => {
  await atlas.openSettled();
  await atlas.option('丹阳市').check();
  await atlas.option('交通').check();
  const expected = (await atlas.items()).filter(
    ({ properties: { districts, sector } }) => districts.includes('321181') && sector === 'transport',
  );
  await expect(atlas.rows).toHaveCount(expected.length);
  await openExports(page);
  expect(await findings(page)).toEqual([]);
  const ids = expected.map(({ properties: { id } }) => id).sort();

  const csv = await fileOf(page, /^CSV/);
  expect(csv.name).toBe('镇江报告地图、交通、丹阳市 2020-01-10.csv');
  expect([...csv.content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heading, ...rows] = csv.content.toString('utf8').trim().split('\r\n');
  expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(ids);
  expect(heading).toContain('precision');
  for (const { properties } of expected)
    for (const quote of properties.quotes) expect(csv.content.toString('utf8')).toContain(quote);

  const geojson = await fileOf(page, 'GeoJSON');
  const { features } = JSON.parse(geojson.content.toString('utf8')) as {
    features: { properties: ItemProperties }[];
  };
  expect(features.map(({ properties: { id } }) => id).sort()).toEqual(ids);

  const xlsx = unzipSync((await fileOf(page, /^Excel/)).content);
  const sheet = Buffer.from(xlsx['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  expect(sheet.match(/<row /gu)).toHaveLength(1 + expected.length);
});

test('a picture of the map has its size and is drawn', async ({ atlas, page }) => {
  test.slow();
  await atlas.openSettled('?district=yangzhong');
  await openExports(page);
  const { name, content } = await fileOf(page, /^PNG 2×/);
  expect(name).toMatch(/\.png$/);
  const map = await lookOf(page, content, { x: 0.1, y: 0.15, w: 0.8, h: 0.6 });
  expect(map).toMatchObject({ width: 2560, height: 1440 });
  expect(map.colours).toBeGreaterThan(300);
  // The band below: legend, review number, credits.
  const legend = await lookOf(page, content, { x: 0, y: 0.93, w: 1, h: 0.07 });
  expect(legend.colours).toBeGreaterThan(30);
});

test('the slides of a deck are as many as its scenes', { tag: '@full' }, async ({ atlas, page }) => {
  test.slow();
  await atlas.openSettled();
  const row = await openHandouts(page, '镇江高新区');
  expect(await findings(page)).toEqual([]);
  const scenes = Number(/(\d+) 页/u.exec(await row.innerText())?.[1]);
  const { name, content } = await fileOf(page, 'PPTX 16:9');
  expect(name).toMatch(/^镇江高新区 2020-01-10\.pptx$/);
  const parts = unzipSync(content);
  const named = (pattern: RegExp) => Object.keys(parts).filter((path) => pattern.test(path));
  expect(named(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(scenes);
  const pictures = named(/^ppt\/media\/.+\.png$/);
  expect(pictures).toHaveLength(scenes);
  for (const picture of pictures)
    expect((await lookOf(page, Buffer.from(parts[picture] ?? []))).colours).toBeGreaterThan(300);
  await expect(page.locator('.map-pictures')).toHaveCount(0);
});

test('an export can be stopped, and leaves nothing behind', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled();
  let files = 0;
  page.on('download', () => {
    files += 1;
  });
  await openHandouts(page, '镇江高新区');
  await page.getByRole('button', { name: 'PPTX 4:3' }).click();
  await expect(page.getByText(/^正在取图 \d+ \/ \d+$/)).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('已取消，没有生成文件。')).toBeVisible();
  await expect(page.locator('.map-pictures')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'PPTX 4:3' })).toBeEnabled();
  expect(files).toBe(0);
});

test('a handout is printed by itself, and the page is as before', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', '');
  });
  await atlas.openSettled();
  await openHandouts(page, '镇江高新区');
  const title = await page.title();
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  await expect(page.locator('html[data-asked]')).toBeAttached({ timeout: 120_000 });
  expect(await page.title()).toBe('镇江高新区 2020-01-10');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.handout-page').first()).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  const broken = await page
    .locator('.handout img')
    .evaluateAll((images) => (images as HTMLImageElement[]).filter(({ naturalWidth }) => naturalWidth === 0));
  expect(broken).toHaveLength(0);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.handout')).toHaveCount(0);
  await expect(page.locator('html[data-printing]')).toHaveCount(0);
  expect(await page.title()).toBe(title);
});
