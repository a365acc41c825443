/** One browser and one server for all pages of a benchmark: the app as built, and its peers, built for the purpose. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { browserFlags, canUseSandbox, findBrowser } from '../e2e/browser.ts';
import { builtApp, requireBuiltApp } from '../e2e/built-app.ts';
import { thisMachine } from '../e2e/machine.ts';
import { serve } from '../e2e/serve.ts';
import { atlasIcons } from '../geo/compile/icon-plugin.ts';
import { atlasData } from '../geo/compile/vite-plugin.ts';
import { installRecorder } from './paint-recorder.ts';

const peersRoot = fileURLToPath(new URL('peers', import.meta.url));
const settleTime = 120_000;

/** Pages that show the same items as the app, by their folders. */
export const peers = ['maplibre', 'react', 'leaflet', 'picture'] as const;
export type Peer = (typeof peers)[number];
export type Side = 'app' | Peer;

/** What the pages are called in the tables. */
export const sideNames: Record<Side, string> = {
  app: 'atlas',
  maplibre: 'MapLibre alone',
  react: 'React + MapLibre',
  leaflet: 'Leaflet',
  picture: 'SVG alone',
};

/** A page that is built beside the peers: a map with many made-up items. */
type PageName = Side | 'many';

/** Where a map is in the window, in CSS pixels, and its zoom: every page shows its map there. */
export interface Placed {
  box: { x: number; y: number; width: number; height: number };
  zoom: number;
}

export interface Session {
  browserVersion: string;
  /** Opens a page in a browser context of its own, with the recorder in it, and waits until its map has settled. */
  open(name: PageName, options: Opened): Promise<Page>;
}

export interface Opened {
  viewport: { width: number; height: number };
  /** Where the map stands; the app places its own. */
  placed?: Placed | undefined;
  /** Further parameters of the address. */
  query?: Readonly<Record<string, string>>;
  /** Without WebGL the app's picture stands in for the map. */
  webgl?: boolean;
  /** Called before the page goes to its address. */
  before?: (page: Page) => Promise<void> | void;
}

/** Builds the peers, starts server and browser, and takes everything away when the work is done. */
export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  requireBuiltApp();
  const machine = thisMachine();
  const found = findBrowser(machine);
  if (!found) throw new Error('The benchmark needs a browser: npm run test:prepare finds or installs one.');
  const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
  const servers: Awaited<ReturnType<typeof serve>>[] = [];
  let browser: Browser | undefined;
  try {
    await buildPeers(folder);
    servers.push(await serve(builtApp), await serve(folder));
    const [ofApp, ofPeers] = servers.map(({ address }) => address) as [string, string];
    const started = await chromium.launch({
      executablePath: found.path,
      chromiumSandbox: canUseSandbox(machine, found),
      args: [...browserFlags],
    });
    browser = started;
    return await work({
      browserVersion: found.version,
      open: (name, options) =>
        openPage(started, name === 'app' ? ofApp : `${ofPeers}${name}/`, name, options),
    });
  } finally {
    await browser?.close();
    for (const { server } of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildPeers(folder: string): Promise<void> {
  const built = ['maplibre', 'react', 'leaflet', 'many'];
  await build({
    configFile: false,
    root: peersRoot,
    base: './',
    logLevel: 'error',
    plugins: [atlasData(), atlasIcons()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: built.map((name) => join(peersRoot, name, 'index.html')) },
    },
  });
  // The still picture as it stands in the built page, without the app.
  const page = readFileSync(join(builtApp, 'index.html'), 'utf8')
    .replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/gu, '')
    .replaceAll(/<script[\s\S]*?<\/script>|<link[^>]*rel="(?:modulepreload|manifest)"[^>]*>/gu, '')
    .replace('</body>', '<script type="module" src="./changes.js"></script></body>');
  mkdirSync(join(folder, 'picture'));
  writeFileSync(join(folder, 'picture/index.html'), page);
  cpSync(join(peersRoot, 'picture/changes.js'), join(folder, 'picture/changes.js'));
  cpSync(join(builtApp, 'assets'), join(folder, 'picture/assets'), { recursive: true });
}

async function openPage(
  browser: Browser,
  address: string,
  name: PageName,
  { viewport, placed, query = {}, webgl = true, before }: Opened,
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.addInitScript(installRecorder);
  if (!webgl) await page.addInitScript(withoutWebgl);
  await before?.(page);
  const parameters = new URLSearchParams(query);
  if (placed && name !== 'app') {
    const { x, y, width, height } = placed.box;
    for (const [key, value] of Object.entries({ left: x, top: y, width, height, zoom: placed.zoom }))
      parameters.set(key, String(value));
  }
  await page.goto(parameters.size > 0 ? `${address}?${parameters}` : address);
  await settled(page, webgl);
  return page;
}

/** Waits until the page's map says that all is drawn. */
export async function settled(page: Page, webgl = true): Promise<void> {
  await page
    .locator(webgl ? '[data-settled="true"]' : '.map-failure')
    .first()
    .waitFor({ state: 'attached', timeout: settleTime });
}

/** Where the app's map is, for the others to be the same. */
export async function placeOfMap(page: Page): Promise<Placed> {
  const box = await page.locator('.map-canvas').boundingBox();
  const state = await page.locator('.map-panel').getAttribute('data-map-state');
  if (!box || !state) throw new Error('The app shows no map.');
  return { box, zoom: (JSON.parse(state) as { zoom: number }).zoom };
}

/** Runs in the page: no canvas offers WebGL, and the still picture stands for the map. */
function withoutWebgl(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
    const without = typeof given[0] === 'string' && given[0].startsWith('webgl');
    return without ? null : Reflect.apply(getContext, this, given);
  } as typeof getContext;
}
