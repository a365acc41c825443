import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FeatureCollection } from 'geojson';
import { singleFileName } from '../deploy/single-file.ts';
import type { Atlas, OpenItem } from './atlas.ts';
import { expect, test } from './journey.ts';

/** The atlas as one file, opened from a disk as by double-click. The journeys fail on a request for any other file. */
const folder = resolve(process.env.ATLAS_DIST ?? 'dist');
const file = join(folder, singleFileName());

test.use({ baseURL: pathToFileURL(file).href, offline: true });

/** Opens the file; parameters stand in the fragment, since a browser refuses others there. */
async function open({ page }: Atlas, parameters = ''): Promise<void> {
  await page.goto(pathToFileURL(file).href + (parameters && `#${parameters}`));
}

const published = (name: string) => readFileSync(join(folder, 'data', name), 'utf8');
const items = () => (JSON.parse(published('items.geojson')) as FeatureCollection).features as OpenItem[];
const located = (all: readonly OpenItem[]) => all.filter(({ geometry }) => geometry).length;

test('the map is drawn without a network, and what is found and filtered is in the link', async ({
  atlas,
  page,
}) => {
  await open(atlas);
  await atlas.settled();
  const all = items();
  await atlas.listShows(all.length, all.length);
  expect((await atlas.mapState()).items).toBe(located(all));
  await atlas.canvasIsAlive();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).not.toMatch(/'self'|unsafe|\*|https?:/);

  await atlas.option('丹阳市').check();
  const danyang = all.filter(({ properties }) => properties.districts.includes('321181'));
  await atlas.listShows(danyang.length, all.length);
  await atlas.mapShows(danyang);
  expect(atlas.address()).toContain('district=danyang');

  const box = page.getByRole('searchbox', { name: '搜索', exact: true });
  await box.fill('djgs');
  await page
    .getByRole('listbox', { name: '搜索结果' })
    .getByRole('option', { name: /丹金高速公路/ })
    .click();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  expect(atlas.address()).toMatch(/^#(?=.*district=danyang)(?=.*item=danjin-expressway).*v=1/);
  await atlas.settled();
  const state = await atlas.mapState();

  await page.reload();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await expect(atlas.option('丹阳市')).toBeChecked();
  await atlas.mapIs(state);
});

test('report, statistics, the basis of a place and the open data are inside', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await open(atlas, 'item=farasis-zhenjiang&v=1');
  const [farasis] = items().filter(({ properties }) => properties.id === 'farasis-zhenjiang');
  await expect(atlas.region('孚能科技制造基地')).toContainText(farasis?.properties.basis ?? 'no such item');
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: '报告', exact: true }).click();
  await expect(
    atlas.region('报告').getByRole('button', { name: '孚能科技制造基地', exact: true }),
  ).toHaveAttribute('aria-pressed', 'true');
  await bar.getByRole('button', { name: '统计', exact: true }).click();
  await expect(page.getByRole('grid', { name: '领域与辖区' })).toBeVisible();

  await bar.getByRole('button', { name: '关于' }).click();
  for (const [name, label] of [
    ['items.geojson', '事项 GeoJSON'],
    ['items.csv', '事项 CSV'],
    ['report.json', '报告全文 JSON'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: label }).click();
    const given = await download;
    expect(given.suggestedFilename()).toBe(name);
    expect(readFileSync(await given.path(), 'utf8')).toBe(published(name));
  }
});

test('a clicker turns the scenes, and Escape returns to where one was', async ({ atlas, page }) => {
  await open(atlas, 'sector=transport&v=1');
  await atlas.settled();
  const [address, state] = [atlas.address(), await atlas.mapState()];
  const stage = atlas.region('演示画面');
  await page.getByRole('button', { name: '演示', exact: true }).click();
  await page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ }).first().click();
  await expect(stage.getByText(/^1 \/ \d+$/)).toBeVisible();
  const first = await stage.getByRole('heading').innerText();
  await page.keyboard.press('PageDown');
  await expect(stage.getByText(/^2 \/ \d+$/)).toBeVisible();
  await expect(stage.getByRole('heading')).not.toHaveText(first);
  await atlas.settled();
  await atlas.canvasIsAlive();
  await page.reload();
  await expect(stage.getByText(/^2 \/ \d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  expect(atlas.address()).toBe(address);
  await atlas.mapIs(state);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the picture stands, and its marks lead to the words of the report', async ({ atlas, page }) => {
    await open(atlas);
    await expect(page.locator('.still-drawing')).toBeVisible();
    await expect(page.locator('article')).toHaveCount(items().length);
    await page.locator('.still-drawing').getByRole('link', { name: '新孟河延伸拓浚' }).last().focus();
    await page.keyboard.press('Enter');
    const entry = page.locator('article:target');
    await expect(entry).toBeInViewport();
    await expect(entry.locator('blockquote')).toContainText('新孟河');
  });
});
