/**
 * `npm run bench:frames`: how long frames take while a person pans and zooms the app's map, against a bare MapLibre page
 * with the same sources, layers, size and place, in the same browser and run. It reports and never fails on a number:
 * frame times say as much about the machine as about the code, and only their ratio says something about the code.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { atlasIcons } from '../../geo/compile/icon-plugin.ts';
import { atlasData } from '../../geo/compile/vite-plugin.ts';
import { browserFlags, canUseSandbox, findBrowser } from '../browser.ts';
import { thisMachine } from '../machine.ts';
import { serve } from '../serve.ts';
import { mean, median, percentile } from './averages.ts';
import { type Box, gestures } from './gestures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built app; another folder may be named, as for the journeys. */
const app = process.env.ATLAS_DIST ?? join(root, 'dist');
const rounds = 5;
const viewport = { width: 1280, height: 800 };
const settleTime = 60_000;

type Side = 'app' | 'bare';
/** The intervals between frames, in milliseconds, of each gesture on each side, round by round. */
type Intervals = Record<string, Record<Side, number[][]>>;

async function main(): Promise<void> {
  if (!existsSync(join(app, 'index.html'))) {
    throw new Error(`${app} has no index.html: build the app first (npm run build).`);
  }
  const machine = thisMachine();
  const found = findBrowser(machine);
  if (!found) throw new Error('The benchmark needs a browser: npm run test:prepare finds or installs one.');

  const bare = mkdtempSync(join(tmpdir(), 'atlas-bare-map-'));
  const servers: { close(): void }[] = [];
  let browser: Browser | undefined;
  try {
    await buildBareMap(bare);
    const addresses: Record<Side, string> = { app: '', bare: '' };
    for (const [side, folder] of [
      ['app', app],
      ['bare', bare],
    ] as const) {
      const { server, address } = await serve(folder);
      servers.push(server);
      addresses[side] = address;
    }
    browser = await chromium.launch({
      executablePath: found.path,
      chromiumSandbox: canUseSandbox(machine, found),
      args: [...browserFlags],
    });
    const intervals = await measure(browser, addresses);
    report(intervals, found.version);
  } finally {
    await browser?.close();
    for (const server of servers) server.close();
    rmSync(bare, { recursive: true, force: true });
  }
}

async function buildBareMap(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('bare-map', import.meta.url)),
    base: './',
    logLevel: 'error',
    plugins: [atlasData(), atlasIcons()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
}

/** Both sides in turn, each time in a new page; the first round warms the browser up and is not counted. */
async function measure(browser: Browser, addresses: Readonly<Record<Side, string>>): Promise<Intervals> {
  const intervals: Intervals = Object.fromEntries(gestures.map(({ name }) => [name, { app: [], bare: [] }]));
  let place: Placed | undefined;
  for (let round = 0; round <= rounds; round++) {
    // Whoever comes second may find a warmer machine.
    const sides = round % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const);
    for (const side of sides) {
      const page = await browser.newPage({ viewport, locale: 'zh-CN', colorScheme: 'light' });
      page.on('pageerror', (error) => console.error(`${side}: ${error.message}`));
      await page.goto(addresses[side] + (side === 'bare' && place ? `?${query(place)}` : ''));
      await page.locator('[data-settled="true"]').waitFor({ timeout: settleTime });
      place ??= await placeOfMap(page);
      await waitUntilUncovered(page, place.box);
      for (const { name, perform, end } of gestures) {
        await startRecording(page);
        await perform(page.mouse, place.box);
        const recorded = await stopRecording(page);
        if (round > 0) intervals[name]?.[side].push(recorded);
        await end(page.mouse);
      }
      await page.close();
    }
    console.log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  return intervals;
}

/** Where the app's map is in the window, and how near it looks: the bare map is made the same. */
interface Placed {
  box: Box;
  zoom: number;
}

async function placeOfMap(page: Page): Promise<Placed> {
  const box = await page.locator('.map-canvas').boundingBox();
  const state = await page.locator('.map-panel').getAttribute('data-map-state');
  if (!box || !state) throw new Error('The app shows no map.');
  return { box, zoom: (JSON.parse(state) as { zoom: number }).zoom };
}

/** What stands on the page before the map does not take the gestures any more. */
async function waitUntilUncovered(page: Page, { x, y, width, height }: Box): Promise<void> {
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.waitForFunction((at) => document.elementFromPoint(at.x, at.y)?.localName === 'canvas', middle);
}

function query({ box, zoom }: Placed): URLSearchParams {
  const { x, y, width, height } = box;
  const values = { left: x, top: y, width, height, zoom };
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Where the page keeps the times of its frames while they are recorded. */
interface Recording {
  frameTimes?: number[];
  onFrame?: FrameRequestCallback | undefined;
}

async function startRecording(page: Page): Promise<void> {
  await page.evaluate(() => {
    const recording = window as Recording;
    const times: number[] = [];
    recording.frameTimes = times;
    // A member, not a function with a name: what runs in the page may not refer to what tsx adds for names.
    recording.onFrame = (time) => {
      times.push(time);
      if (recording.onFrame) requestAnimationFrame(recording.onFrame);
    };
    requestAnimationFrame(recording.onFrame);
  });
}

async function stopRecording(page: Page): Promise<number[]> {
  const times = await page.evaluate(() => {
    const recording = window as Recording;
    recording.onFrame = undefined;
    return recording.frameTimes ?? [];
  });
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

function report(intervals: Intervals, browserVersion: string): void {
  const [cpu] = cpus();
  const [load = 0] = loadavg();
  console.log(`\n${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores · Chromium ${browserVersion}`);
  console.log(`${viewport.width} × ${viewport.height}, drawn in software, ${rounds} rounds in turn`);
  console.log(
    `load of the last minute ${load.toFixed(1)}: far above the number of cores, other programs blur the numbers\n`,
  );
  console.log('milliseconds between frames: median / 90th percentile / mean (frames)');
  for (const [name, { app, bare }] of Object.entries(intervals)) {
    const [ofMedians, ofMeans] = [median, mean].map((average) => average(app.flat()) / average(bare.flat()));
    const byRound = app.map((frames, round) => mean(frames) / mean(bare[round] ?? []));
    const range = `${Math.min(...byRound).toFixed(2)} to ${Math.max(...byRound).toFixed(2)}`;
    console.log(`${name}: app ${line(app.flat())} · bare ${line(bare.flat())}`);
    console.log(
      `  app to bare: ${ofMedians?.toFixed(2)} of medians, ${ofMeans?.toFixed(2)} of means (${range} by round)`,
    );
  }
}

function line(values: readonly number[]): string {
  const numbers = [median(values), percentile(values, 0.9), mean(values)].map((value) => value.toFixed(1));
  return `${numbers.join(' / ')} (${values.length})`;
}

await main();
