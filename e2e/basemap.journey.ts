import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { pmtilesArchive, type TestLayer, vectorTile } from '../src/testing/pmtiles-archive.ts';
import type { Atlas } from './atlas.ts';
import { findings } from './axe.ts';
import { BasemapServer, solidPng, tileColour } from './basemap-server.ts';
import { test as base, expect } from './journey.ts';
import { serve } from './serve.ts';

/** A deployment that lists a server which the journeys can tell to fail. */
interface Deployment {
  address: string;
  server: BasemapServer;
}

const test = base.extend<object, { deployment: Deployment }>({
  deployment: [
    async ({ browserName: _ }, use) => {
      const server = await BasemapServer.start();
      const folder = mkdtempSync(join(tmpdir(), 'atlas-basemaps-'));
      const site = await deploy(folder, server.origin);
      await use({ address: site.address, server });
      site.server.closeAllConnections();
      site.server.close();
      server.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ deployment }, use) => use(deployment.address),
  otherOrigins: async ({ deployment }, use) => {
    deployment.server.reset();
    await use([deployment.server.origin]);
  },
});

/** Builds the atlas with basemaps of this origin listed, and serves it. */
async function deploy(folder: string, origin: string) {
  const entry = (id: string, name: string, path: string) => ({
    ...{ kind: 'style', id, name, nameEn: `${id} map` },
    ...{ url: `${origin}/${path}`, attribution: `© ${id}` },
  });
  const config = join(folder, 'deploy.json');
  writeFileSync(
    config,
    JSON.stringify({
      reviewNumber: '',
      basemaps: [entry('plain', '测试底图', 'style.json'), entry('words', '不是样式', 'words.json')],
    }),
  );
  const outDir = join(folder, 'dist');
  process.env.ATLAS_DEPLOY = config;
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    // Not the mode for publishing, which also makes the single file.
    const mode = 'test';
    await build({ root, mode, logLevel: 'error', build: { outDir, emptyOutDir: true, minify: false } });
  } finally {
    delete process.env.ATLAS_DEPLOY;
  }
  return serve(outDir);
}

// One after the other: they share a server, and each worker would build the atlas anew.
test.describe.configure({ mode: 'default' });

const menuOf = (page: Page) => page.getByRole('dialog', { name: '底图' });
const openMenu = async (page: Page) => {
  await page.getByRole('button', { name: '底图', exact: true }).click();
  await expect(menuOf(page)).toBeVisible();
  return menuOf(page);
};
const basemapIs = (atlas: Atlas, status: string) =>
  expect(atlas.map).toHaveAttribute('data-basemap', status, { timeout: 30_000 });
const openFile = async (page: Page, name: string, bytes: Uint8Array) => {
  const chooser = page.waitForEvent('filechooser');
  await menuOf(page).getByRole('button', { name: '打开本地 PMTiles 文件…' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
};

/** How much of the canvas has about the hue of the fixture's tiles, from 0 to 1. */
async function shareOfTileColour(atlas: Atlas): Promise<number> {
  const picture = await atlas.page.screenshot({ clip: await atlas.boxOf(atlas.canvas) });
  return atlas.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!drawing) throw new Error('The browser offers no 2D canvas.');
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (red > 150 && blue > 150 && green < 90) count += 1;
    }
    return count / (data.length / 4);
  }, picture.toString('base64'));
}

test('a listed basemap is drawn under the items, named in the credits, and given up again', async ({
  atlas,
  page,
  deployment: { server },
}) => {
  await atlas.openSettled();
  const before = await atlas.mapState();
  expect(server.asked, 'asked before anyone chose it').toEqual([]);
  expect(await shareOfTileColour(atlas)).toBe(0);

  const menu = await openMenu(page);
  await expect(menu.getByRole('radio')).toHaveCount(3);
  await expect(menu.getByRole('radio', { name: '内置示意图' })).toBeChecked();
  await menu.getByRole('radio', { name: '测试底图' }).check();
  await basemapIs(atlas, 'shown');
  await atlas.settled();
  expect(await shareOfTileColour(atlas)).toBeGreaterThan(0.1);
  await expect(atlas.map.getByText('底图：© plain')).toBeVisible();
  // Items, districts and camera are as they were.
  expect(await atlas.mapState()).toEqual(before);
  expect(new URL(page.url()).search).toBe('');
  // The style's letters are asked for, the atlas's own are not.
  expect(server.asked.filter((path) => path.startsWith('/fonts/Fixture Regular/'))).not.toEqual([]);
  expect(server.asked.filter((path) => path.startsWith('/fonts/') && !path.includes('Fixture'))).toEqual([]);

  // A new style of the map takes it over.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('Basemap: © plain')).toBeVisible();
  await atlas.settled();
  expect(await shareOfTileColour(atlas)).toBeGreaterThan(0.1);

  await page.getByRole('button', { name: 'Basemap', exact: true }).click();
  await page.getByRole('radio', { name: 'Embedded sketch' }).check();
  await basemapIs(atlas, 'embedded');
  await atlas.settled();
  expect(await shareOfTileColour(atlas)).toBe(0);
  await expect(page.getByText('Basemap: © plain')).toHaveCount(0);
});

test('the menu is worked by keyboard, and gives the focus back', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?district=danyang');
  const button = page.getByRole('button', { name: '底图', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menuOf(page).getByRole('radio', { name: '内置示意图' })).toBeFocused();
  await atlas.focusIsVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(menuOf(page).getByRole('radio', { name: '测试底图' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  // Escape closed the menu alone.
  await expect(atlas.region('丹阳市概览')).toBeVisible();
  await basemapIs(atlas, 'shown');
});

test.describe('when a basemap fails', () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  /** Chooses the basemap, reads the message, and puts it away. */
  async function chooseInVain(page: Page, atlas: Atlas, name: string, says: string): Promise<void> {
    const menu = await openMenu(page);
    await menu.getByRole('radio', { name }).click();
    const notice = page.getByRole('status').filter({ hasText: `底图“${name}”无法使用` });
    await expect(notice).toContainText(says, { timeout: 30_000 });
    await basemapIs(atlas, 'embedded');
    await expect(menu.getByRole('radio', { name: '内置示意图' })).toBeChecked();
    await notice.getByRole('button', { name: '关闭' }).click();
    await expect(notice).toHaveCount(0);
  }

  const answers = [
    { conduct: { style: 403, tiles: 'well' }, name: '测试底图', says: '服务器拒绝了请求' },
    { conduct: { style: 'well', tiles: 403 }, name: '测试底图', says: '服务器拒绝了请求' },
    { conduct: { style: 'well', tiles: 500 }, name: '测试底图', says: '连接不上服务器' },
    { conduct: { style: 'well', tiles: 'well' }, name: '不是样式', says: '内容无法读取' },
  ] as const;
  test('because of what its server answers, the embedded base stays and a message says why', async ({
    atlas,
    page,
    deployment: { server },
  }) => {
    await atlas.openSettled();
    const before = await atlas.mapState();
    for (const { conduct, name, says } of answers) {
      server.conduct = { ...conduct };
      await chooseInVain(page, atlas, name, says);
    }
    await atlas.settled();
    expect(await atlas.mapState()).toEqual(before);
    await atlas.canvasIsAlive();

    // It may be tried again once the server is well.
    server.reset();
    await (await openMenu(page)).getByRole('radio', { name: '测试底图' }).click();
    await basemapIs(atlas, 'shown');
  });

  test('because its server never answers, or is out of reach, the same happens', { tag: '@full' }, async ({
    atlas,
    page,
    context,
    deployment: { server },
  }) => {
    await atlas.openSettled();
    server.conduct = { style: 'well', tiles: 'hang' };
    await chooseInVain(page, atlas, '测试底图', '没有回应');
    await atlas.settled();
    await context.setOffline(true);
    await chooseInVain(page, atlas, '测试底图', '检查网络');
    await atlas.settled();
  });

  test('while it is in sight, the embedded base comes back', { tag: '@full' }, async ({
    atlas,
    page,
    deployment: { server },
  }) => {
    await atlas.openSettled();
    await (await openMenu(page)).getByRole('radio', { name: '测试底图' }).click();
    await basemapIs(atlas, 'shown');
    server.conduct = { style: 'well', tiles: 403 };
    await page.keyboard.press('Escape');
    for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: '放大' }).click();
    await expect(page.getByText('底图“测试底图”无法使用')).toBeVisible({ timeout: 30_000 });
    await basemapIs(atlas, 'embedded');
    await atlas.settled();
    expect(await shareOfTileColour(atlas)).toBe(0);
  });
});

test.describe('a file from the disk', () => {
  const around = [118, 31, 121, 33] as const;
  /** The four tiles of level 8 around the city and the one of level 7 that holds most of it. */
  const positions = [
    ...[212, 213, 214].flatMap((x) => [102, 103, 104].map((y) => ({ z: 8, x, y }))),
    ...[106, 107].flatMap((x) => [51, 52].map((y) => ({ z: 7, x, y }))),
  ];
  const raster = pmtilesArchive({
    type: 'png',
    bounds: around,
    tiles: positions.map((position) => ({ ...position, data: solidPng(tileColour) })),
    metadata: { attribution: '<a href="https://example.org">Test tiles</a>' },
  });
  const square: [number, number][] = [
    ...[[0, 0] as const, [4096, 0] as const, [4096, 4096] as const, [0, 4096] as const].map(
      ([x, y]): [number, number] => [x, y],
    ),
  ];
  const names = [
    'earth',
    'landuse',
    'water',
    'buildings',
    'roads',
    'boundaries',
    'places',
    'beacons',
    'pois',
  ];
  const vector = pmtilesArchive({
    type: 'vector',
    bounds: around,
    tiles: positions.map((position) => ({
      ...position,
      data: vectorTile(
        names.map(
          (name): TestLayer => ({
            name,
            features: [
              { type: 'polygon', path: square, tags: { kind: 'forest' } },
              { type: 'line', path: square, tags: { kind: 'highway' } },
              { type: 'point', path: [[2000, 2000]], tags: { name: '某地' } },
            ],
          }),
        ),
      ),
    })),
    metadata: { vector_layers: names.map((id) => ({ id })) },
  });

  test('of pictures is drawn, with nothing asked of any server', { tag: '@full' }, async ({
    atlas,
    page,
    deployment: { server },
  }) => {
    await atlas.openSettled();
    const menu = await openMenu(page);
    await openFile(page, 'city.pmtiles', raster);
    await basemapIs(atlas, 'shown');
    await expect(menu.getByRole('radio', { name: 'city.pmtiles' })).toBeChecked();
    await expect(atlas.map.getByText('底图：Test tiles')).toBeVisible();
    await atlas.settled();
    expect(await shareOfTileColour(atlas)).toBeGreaterThan(0.1);
    expect(server.asked).toEqual([]);

    // A lost WebGL context takes nothing away for good, neither the basemap nor the way back from it.
    await atlas.canvas.evaluate(async (canvas) => {
      const context = (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
      context?.loseContext();
      await new Promise((done) => setTimeout(done, 500));
      context?.restoreContext();
    });
    await atlas.settled();
    await expect.poll(() => shareOfTileColour(atlas), { timeout: 20_000 }).toBeGreaterThan(0.1);
    await menu.getByRole('radio', { name: '内置示意图' }).check();
    await basemapIs(atlas, 'embedded');
    await atlas.settled();
    await atlas.canvasIsAlive();
    expect(await shareOfTileColour(atlas)).toBe(0);
  });

  test('of vector tiles is drawn in the colours of the theme, every layer of it', { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    const left: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('left out')) left.push(message.text());
    });
    await atlas.openSettled();
    await openMenu(page);
    await openFile(page, 'vector.pmtiles', vector);
    await basemapIs(atlas, 'shown');
    await atlas.settled();
    await expect(atlas.map.getByText('底图：vector.pmtiles')).toBeVisible();
    expect(left).toEqual([]);
    await atlas.canvasIsAlive();
  });

  test('that cannot be drawn gives a message that says why, and the embedded base stays', async ({
    atlas,
    page,
  }) => {
    const elsewhere = pmtilesArchive({
      type: 'png',
      bounds: [-10, 40, -5, 45],
      tiles: [{ z: 6, x: 30, y: 24, data: solidPng(tileColour) }],
    });
    const oneTile = solidPng(tileColour).length;
    const files = [
      ['web-page.pmtiles', new TextEncoder().encode('<!doctype html>'.repeat(40)), '内容无法读取'],
      ['cut-off.pmtiles', raster.slice(0, raster.length - oneTile * (positions.length - 1)), '内容无法读取'],
      ['elsewhere.pmtiles', elsewhere, '没有这一带的内容'],
    ] as const;
    await atlas.openSettled();
    for (const [name, bytes, says] of files) {
      await openMenu(page);
      await openFile(page, name, bytes);
      const notice = page.getByRole('status').filter({ hasText: `底图“${name}”无法使用` });
      await expect(notice).toContainText(says);
      await basemapIs(atlas, 'embedded');
      await notice.getByRole('button', { name: '关闭' }).click();
    }
    await atlas.settled();
    await atlas.canvasIsAlive();
  });

  test('that begins at a nearer zoom gives way to the embedded base until one is there', {
    tag: '@full',
  }, async ({ atlas, page }) => {
    const near = pmtilesArchive({
      type: 'png',
      bounds: around,
      tiles: Array.from({ length: 24 }, (_, x) =>
        Array.from({ length: 24 }, (__, y) => ({
          ...{ z: 11, x: 1696 + x, y: 820 + y },
          data: solidPng(tileColour),
        })),
      ).flat(),
    });
    await atlas.openSettled();
    const menu = await openMenu(page);
    await openFile(page, 'near.pmtiles', near);
    await basemapIs(atlas, 'farther');
    await expect(menu.getByText('放大后才有内容')).toBeVisible();
    await atlas.settled();
    await page.keyboard.press('Escape');
    for (let step = 0; step < 2; step += 1) {
      await page.getByRole('button', { name: '放大' }).click();
      await atlas.settled();
    }
    await basemapIs(atlas, 'shown');
    for (let step = 0; step < 3; step += 1) {
      await page.getByRole('button', { name: '缩小' }).click();
      await atlas.settled();
    }
    await basemapIs(atlas, 'farther');
    expect(await shareOfTileColour(atlas)).toBe(0);
  });
});
