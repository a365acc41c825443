import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { keptFiles } from '../deploy/service-worker.ts';
import { singleFileName } from '../deploy/single-file.ts';
import type { OpenItem } from './atlas.ts';
import { expect, test as journey } from './journey.ts';
import { ChangingSite } from './two-versions.ts';

/** The journeys of a browser that keeps the site. In all others the service worker is blocked. */
const test = journey.extend<{ site: ChangingSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  site: async ({}, use) => {
    const site = await ChangingSite.start();
    await use(site);
    site.stop();
  },
  baseURL: ({ site }, use) => use(site.address),
});
test.use({ serviceWorkers: 'allow', expectedErrors: /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/ });

/** Waits until the site is kept and this page is under the worker. */
async function kept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
    });
  await expect.poll(isKept, { message: 'the site is kept', timeout: 40_000 }).toBe(true);
}

/** The caches, each with the paths of its files from the site's address. */
const caches = (page: Page) =>
  page.evaluate(async () => {
    const names = await window.caches.keys();
    return Promise.all(
      names.map(async (name) => {
        const requests = await (await window.caches.open(name)).keys();
        return requests.map(({ url }) => url.replace(new URL('.', window.location.href).href, './'));
      }),
    );
  });

/** The script that this page began with. */
const entryOf = (page: Page) =>
  page.evaluate(() => document.querySelector('script[type="module"]')?.getAttribute('src')?.split('/').pop());

const askForNewer = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
const isWaiting = (page: Page) =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

test('after one visit everything works without a network and without the server', async ({
  atlas,
  page,
  context,
  site,
}) => {
  // A whole site is fetched and then visited again, screen by screen.
  test.slow();
  await atlas.openSettled();
  await kept(page);
  const expected = keptFiles(site.folder, [singleFileName()]).map(({ path }) =>
    path.replace(/^(?!\.\/)/u, './'),
  );
  const [files = [], ...others] = await caches(page);
  expect(others).toEqual([]);
  expect(files.sort()).toEqual(expected.sort());
  expect(
    files.filter((file) => /\.(mjs|geojson|json|html|csv|png|webmanifest)$/u.test(file)).length,
  ).toBeGreaterThan(8);
  expect(files).not.toContain(`./${singleFileName()}`);

  site.cutOff();
  await context.setOffline(true);
  const items = (
    JSON.parse(readFileSync(join(site.folder, 'data/items.geojson'), 'utf8')) as { features: OpenItem[] }
  ).features;
  // The page of the first visit has what it had not loaded yet.
  await page.getByRole('banner').getByRole('button', { name: '统计', exact: true }).click();
  await expect(page.getByRole('grid', { name: '领域与辖区' })).toBeVisible();

  await atlas.openSettled('?district=danyang&v=1');
  const danyang = items.filter(({ properties }) => properties.districts.includes('321181'));
  await atlas.listShows(danyang.length, items.length);
  await atlas.mapShows(danyang);
  await atlas.canvasIsAlive();
  await atlas.row('丹金高速公路').click();
  await expect(atlas.region('丹金高速公路').getByRole('blockquote')).toContainText('丹金高速');
  await page.getByRole('banner').getByRole('button', { name: '报告', exact: true }).click();
  await expect(atlas.region('报告').getByRole('heading').first()).toBeVisible();

  await atlas.openSettled('?scene=overview.2');
  const stage = atlas.region('演示画面');
  await expect(stage.getByText(/^2 \/ \d+$/)).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(stage.getByText(/^3 \/ \d+$/)).toBeVisible();

  const got = await page.evaluate(async () => {
    const asked = (headers?: HeadersInit) =>
      fetch('./data/items.geojson', { headers }).then(
        ({ status }) => status,
        () => 'no answer',
      );
    // A part of a file is not answered with the whole.
    return [await asked(), await asked({ range: 'bytes=0-9' })];
  });
  expect(got).toEqual([200, 'no answer']);
  await page.goto('./items.html');
  await expect(page.locator('article')).toHaveCount(items.length);
});

test('a newer version is offered after the presentation, and comes when it is accepted', {
  tag: '@full',
}, async ({ atlas, page, site }) => {
  await atlas.openSettled('?scene=overview.1');
  await kept(page);
  const before = site.entry();
  await page.evaluate(() => window.caches.open('of another site'));
  site.publishNewer();
  const newer = site.entry();
  expect(newer).not.toBe(before);
  await askForNewer(page);
  await expect.poll(() => isWaiting(page), { timeout: 40_000 }).toBe(true);

  const notice = page.getByRole('status').filter({ hasText: '有新版本' });
  await page.keyboard.press('PageDown');
  await expect(atlas.region('演示画面').getByText(/^2 \/ \d+$/)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: '以后再说' }).click();
  await expect(notice).toHaveCount(0);

  // Loading the page again is no acceptance.
  await atlas.openSettled('?sector=transport&v=1');
  expect(await entryOf(page)).toBe(before);
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: '更新' }).click();
  await expect.poll(() => entryOf(page).catch(() => null)).toBe(newer);
  await atlas.settled();
  await expect(atlas.option('交通')).toBeChecked();
  await expect(notice).toHaveCount(0);
  await expect.poll(async () => (await caches(page)).length).toBe(2);
  const [own = []] = (await caches(page)).filter((files) => files.length > 0);
  expect(own).toContain(`./assets/${newer}`);
  expect(own).not.toContain(`./assets/${before}`);
});

test('a window that presents keeps its version, and its parts, when another one changes', {
  tag: '@full',
}, async ({ atlas, page, context, site }) => {
  await atlas.openSettled();
  await kept(page);
  const before = site.entry();
  const other = await context.newPage();
  await other.goto('./?scene=overview.1');
  const stage = other.getByRole('region', { name: '演示画面' });
  await expect(stage.getByText(/^1 \/ \d+$/)).toBeVisible();
  await other.evaluate(() => {
    document.documentElement.dataset.same = 'page';
  });

  site.publishNewer();
  await askForNewer(page);
  const offer = (of: Page) => of.getByRole('status').filter({ hasText: '有新版本' });
  await offer(page).getByRole('button', { name: '更新' }).click({ timeout: 40_000 });
  await expect.poll(() => entryOf(page).catch(() => null)).toBe(site.entry());
  await atlas.settled();

  // The window on stage was not loaded again, and what it had not loaded yet is there, though the server has it no more.
  await other.keyboard.press('PageDown');
  await expect(stage.getByText(/^2 \/ \d+$/)).toBeVisible();
  await expect(offer(other)).toHaveCount(0);
  await other.keyboard.press('Escape');
  await expect(offer(other)).toBeVisible();
  await other.getByRole('banner').getByRole('button', { name: '报告', exact: true }).click();
  await expect(
    other.getByRole('region', { name: '报告', exact: true }).getByRole('heading').first(),
  ).toBeVisible();
  expect(await other.evaluate(() => document.documentElement.dataset.same)).toBe('page');
  expect(await entryOf(other)).toBe(before);
  expect(await caches(page)).toHaveLength(2);

  await other.close();
  await page.reload();
  await atlas.settled();
  await expect.poll(async () => (await caches(page)).length).toBe(1);
});

test('a page that stands in another one keeps nothing', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?embed=1');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('the site can be installed: its manifest names it and its icons', async ({ page, site }) => {
  await page.goto('./items.html');
  const address = new URL('manifest.webmanifest', site.address).href;
  const manifest = (await (await page.request.get(address)).json()) as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(new URL(manifest.start_url, address).href).toBe(site.address);
  const drawn = await Promise.all(
    manifest.icons.map(async ({ src, sizes, purpose }) => {
      const response = await page.request.get(new URL(src, address).href);
      const png = await response.body();
      // The first chunk of a PNG holds width and height: https://www.w3.org/TR/png/#11IHDR
      return [`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}` === sizes, purpose];
    }),
  );
  expect(drawn).toEqual([
    [true, 'any'],
    [true, 'any'],
    [true, 'maskable'],
  ]);
});
