import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './journey.ts';

const example = readFileSync(new URL('../examples/embed.html', import.meta.url), 'utf8');

test('a page of the same origin embeds the map, sets its view and hears of changes', async ({
  baseURL,
  page,
}) => {
  test.slow();
  const around = new URL('example-embed.html', baseURL);
  await page.route(
    ({ pathname }) => pathname === around.pathname,
    (route) => route.fulfill({ contentType: 'text/html', body: example }),
  );
  await page.goto(`${around.href}?atlas=index.html`);
  const frame = page.frameLocator('iframe');
  const settled = page.locator('#map', { hasText: 'settled' });
  await expect(settled).toBeVisible({ timeout: 60_000 });
  const all = Number(await page.locator('#count').innerText());
  await expect(frame.getByRole('banner')).toHaveCount(0);
  await expect(frame.getByRole('region', { name: '地图', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Danyang' }).click();
  await expect(page.locator('#view')).toHaveText('district=danyang&v=1');
  await expect(settled).toBeVisible({ timeout: 60_000 });
  const inside = Number(await page.locator('#count').innerText());
  expect(inside).toBeGreaterThan(0);
  expect(inside).toBeLessThan(all);
  await expect(frame.getByRole('link', { name: /打开完整地图/ })).toHaveAttribute(
    'href',
    /index\.html\?district=danyang&v=1$/,
  );

  // What a person does in the frame is told, and leaves the surrounding page's history alone.
  const entries = await page.evaluate(() => history.length);
  await frame.getByRole('listbox', { name: '地图事项' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#view')).toContainText('item=');
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test.describe('in a narrow frame', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('map and card share the room, and the link to the whole atlas covers nothing', async ({
    atlas,
    page,
  }) => {
    await atlas.openSettled('?embed=1&item=wufengshan-expressway');
    const link = page.getByRole('link', { name: '打开完整地图' });
    const card = await atlas.boxOf(atlas.region('五峰山长江大桥接线高速'));
    const map = await atlas.boxOf(atlas.map);
    expect(map.height).toBeGreaterThan(300);
    expect(map.y + map.height).toBeLessThanOrEqual(card.y + 1);
    const top = await atlas.boxOf(page.getByRole('button', { name: '放大' }));
    const { y, height } = await atlas.boxOf(link);
    expect(y + height).toBeLessThanOrEqual(top.y);

    await atlas.openSettled('?embed=1&scene=overview.3');
    const credits = await atlas.boxOf(atlas.map.getByText('示意图，不作划界依据'));
    expect(credits.y + credits.height).toBeLessThanOrEqual((await atlas.boxOf(link)).y);
  });
});

test.describe('a page of another origin', () => {
  test.use({ expectedErrors: /request to another origin/ });

  test('gets the map and no answer', async ({ baseURL, page }) => {
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(example),
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    const { port } = server.address() as AddressInfo;
    const atlas = new URL('index.html', baseURL).href;
    await page.goto(`http://127.0.0.1:${port}/?atlas=${encodeURIComponent(atlas)}`);
    await expect(page.frameLocator('iframe').locator('.map-panel[data-settled="true"]')).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: 'Danyang' }).click();
    await expect(page.locator('#count')).toHaveText('–');
    server.close();
  });
});
