import type { Locator, Page, Route } from '@playwright/test';
import { firstFit } from '../src/drawing/first-fit.ts';
import { sheetRatio } from '../src/drawing/still-map-sheet.ts';
import { themeTokens } from '../src/drawing/tokens.ts';
import type { Atlas } from './atlas.ts';
import { expect, test } from './journey.ts';
import { type Picture, shiftsBetween } from './picture-shift.ts';

const still = (page: Page) => page.locator('#still-map');
const drawing = (page: Page) => page.locator('.still-drawing');

/** Keeps every script of the page waiting until the function that it gives is called. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let open = false;
  await page.route(/\.m?js$/u, (route) => {
    if (open) return route.continue();
    held.push(route);
    return undefined;
  });
  return async () => {
    open = true;
    await Promise.all(held.splice(0).map((route) => route.continue()));
  };
}

/** Opens the app without waiting for its scripts, which are held. */
async function openWithoutScripts(atlas: Atlas, query = ''): Promise<void> {
  await atlas.page.goto(`./${query}`, { waitUntil: 'commit' });
  await expect(drawing(atlas.page)).toBeVisible();
}

/** Where the camera fits the city in a map of this box: what the still picture has to fill. */
async function fittedBox(atlas: Atlas, layout: keyof typeof firstFit) {
  const room = await atlas.boxOf(atlas.page.locator('.map-panel').first());
  const rem = await atlas.page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const { top, right, bottom, left } = firstFit[layout];
  const ratio = sheetRatio([...(await atlas.cityBox())]);
  const [free, high] = [room.width - (left + right) * rem, room.height - (top + bottom) * rem];
  const width = Math.min(free, high * ratio);
  const height = width / ratio;
  return {
    x: room.x + left * rem + (free - width) / 2,
    y: room.y + top * rem + (high - height) / 2,
    width,
    height,
  };
}

async function expectSameBox(locator: Locator, expected: Record<string, number>): Promise<void> {
  const box = await locator.boundingBox();
  for (const [side, value] of Object.entries(expected))
    expect(Math.abs((box?.[side as 'x'] ?? Number.NaN) - value), `${side} of the picture`).toBeLessThan(1);
}

/** What the map panel shows, without what the selector names. */
async function pictureOf(page: Page, without: string): Promise<Picture> {
  const clip = await page.locator('.map-panel').first().boundingBox();
  if (!clip) throw new Error('The map panel is not visible.');
  // A sheet made by the page's own means: the security policy lets no other one in.
  await page.evaluate((selector) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${selector} { visibility: hidden !important; transition: none !important; }`);
    document.adoptedStyleSheets = [sheet];
  }, without);
  const png = await page.screenshot({ clip });
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return png.toString('base64');
}

for (const [name, viewport, layout] of [
  ['a laptop', { width: 1440, height: 900 }, 'desk'],
  ['a phone', { width: 390, height: 844 }, 'phone'],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport, deviceScaleFactor: 1 });

    test('the map is painted before any script, and the live one takes over without a shift', async ({
      atlas,
      page,
    }) => {
      test.slow();
      const release = await holdScripts(page);
      await openWithoutScripts(atlas);
      await expect
        .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
        .toBe(1);
      expect(await page.locator('#root').innerHTML()).toBe('');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('镇江报告地图');
      await expect(still(page).getByText('据 2020年1月10日 报告')).toBeVisible();
      await expect(still(page).getByText('示意图，不作划界依据')).toBeVisible();
      await expect(still(page).getByText('审图号')).toBeVisible();
      await expect(still(page).getByText('OpenStreetMap')).toBeVisible();
      const before = await atlas.boxOf(page.locator('.map-panel'));
      await expectSameBox(drawing(page), await fittedBox(atlas, layout));
      const painted = await pictureOf(page, '.map-legend');

      await release();
      await atlas.settled();
      await expect(still(page)).toBeHidden();
      expect(await atlas.boxOf(atlas.map), 'the box of the map').toEqual(before);
      expect(await page.locator('#first-picture').count()).toBe(0);
      const live = await pictureOf(page, '.map-panel > :not(.map-canvas), .maplibregl-control-container');

      const shifts = await shiftsBetween(page, painted, live, themeTokens.light.cityOutline);
      for (const { part, x, y, common } of shifts) {
        expect(common, `pixels of the city’s outline in the ${part}`).toBeGreaterThan(40);
        expect(Math.max(Math.abs(x), Math.abs(y)), `shift in the ${part}: ${x}, ${y}`).toBeLessThanOrEqual(1);
      }
    });
  });
}

test('a link to another place shows the picture first, which fades where it stands', {
  tag: '@full',
}, async ({ atlas, page }) => {
  const release = await holdScripts(page);
  await openWithoutScripts(atlas, '?item=wufengshan-bridge&map=119.5,32.1,119.8,32.3');
  const before = await atlas.boxOf(drawing(page));
  await release();
  await expect(page.locator('.still-holder')).toHaveAttribute('data-state', 'waiting');
  await expectSameBox(drawing(page), before);
  await atlas.settled();
  await expect(page.locator('.still-holder')).toHaveAttribute('data-state', 'gone');
  await expect(still(page)).toBeHidden();
  await expectSameBox(drawing(page), before);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the picture takes a moment to fade', { tag: '@full' }, async ({ atlas, page }) => {
    await atlas.openSettled();
    await expect(still(page)).toHaveCSS('opacity', '0');
    const duration = await still(page).evaluate((figure) => getComputedStyle(figure).transitionDuration);
    const seconds = duration.split(',').map(Number.parseFloat);
    for (const part of seconds) {
      expect(part).toBeGreaterThanOrEqual(0.15);
      expect(part).toBeLessThanOrEqual(0.25);
    }
  });
});

test('with reduced motion the picture is gone at once', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled();
  const duration = await still(page).evaluate((figure) => getComputedStyle(figure).transitionDuration);
  expect(duration.split(',').every((part) => Number.parseFloat(part) === 0)).toBe(true);
});

test('the picture takes the colours of the theme, once the app knows it', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?theme=dark');
  const land = await page.locator('.still-drawing .land').evaluate((path) => getComputedStyle(path).fill);
  const [red, green, blue] = [1, 3, 5].map((at) =>
    Number.parseInt(themeTokens.dark.land.slice(at, at + 2), 16),
  );
  expect(land).toBe(`rgb(${red}, ${green}, ${blue})`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('picture, stamp and links stand, and lead to a list that can be read', async ({ atlas, page }) => {
    await atlas.open();
    await expect(drawing(page)).toBeVisible();
    // In a narrow bar it gives way: it stands under the map as well.
    await expect(page.getByText('据 2020年1月10日 报告').filter({ visible: true }).first()).toBeVisible();
    // A text inside `noscript` is none to Playwright.
    const hint = page.locator('.first-list .hint');
    await expect(hint).toBeVisible();
    expect(await hint.innerText()).toContain('浏览器没有运行 JavaScript');
    const items = await atlas.items();
    await expect(page.getByRole('heading', { name: `全部 ${items.length} 项` })).toBeVisible();

    // By keyboard, for a mark is a link like any other.
    const mark = drawing(page).getByRole('link', { name: '新孟河延伸拓浚' }).last();
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/items\.html#xinmeng-river$/);
    const entry = page.locator('article#xinmeng-river');
    await expect(entry).toBeInViewport();
    await expect(entry.getByRole('blockquote')).toContainText('新孟河');
    await expect(page.getByText('据 2020年1月10日 报告').first()).toBeVisible();
    await expect(page.getByText('示意图，不作划界依据')).toHaveCount(1);
    await expect(page.getByText('审图号')).toHaveCount(1);
    await expect(page.getByRole('article')).toHaveCount(items.length);
    await page.getByRole('link', { name: '回到地图' }).click();
    await expect(drawing(page)).toBeVisible();
  });

  test('no link of the picture leads nowhere', async ({ atlas, page }) => {
    await atlas.open();
    const links = page.locator('#first-picture a');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(30);
    await page.goto('./items.html');
    const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
    const lost = addresses.filter((address) => {
      const [file, id] = address.split('#');
      return file !== './items.html' || (id !== undefined && !ids.has(decodeURIComponent(id)));
    });
    expect(lost).toEqual([]);
  });
});

test('on paper stand title, stamp, picture with its notes, and the list as it is filtered', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.openSettled();
  await atlas.option('交通').check();
  const transport = (await atlas.items()).filter(({ properties }) => properties.sector === 'transport');
  await expect(atlas.rows).toHaveCount(transport.length);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner').getByText('据 2020年1月10日 报告', { exact: true })).toBeVisible();
  await expect(drawing(page)).toBeVisible();
  await expect(atlas.map.getByText('示意图，不作划界依据')).toBeVisible();
  await expect(atlas.canvas).toBeHidden();
  await expect(page.getByRole('button', { name: '演示' })).toBeHidden();
  await expect(page.getByRole('button', { name: '放大' })).toBeHidden();
  await expect(atlas.row('南沿江城际铁路')).toBeVisible();
  // What is filtered out of the list is not on the printed map either.
  const marks = drawing(page).locator('a[data-items]:visible');
  const shown = await marks.evaluateAll((all) => all.map((link) => link.getAttribute('data-items') ?? ''));
  const ids = new Set(transport.map(({ properties }) => properties.id));
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((members) => !members.split(' ').some((id) => ids.has(id)))).toEqual([]);
});
