/**
 * `npm run bench:interactions`: how long a person waits for the panels after a filter, a key in the search, a selection,
 * and a panel opened or closed, at real size in the built app. Twice: with the map, which is drawn in software where there
 * is no graphics card and then holds up the page; and without map or still picture, where the panels' own cost is seen.
 * It reports and never fails on a time.
 */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, canUseSandbox, findBrowser } from '../browser.ts';
import { thisMachine } from '../machine.ts';
import { serve } from '../serve.ts';
import { median, percentile } from './averages.ts';
import { installRecorder, type Measured, takeMeasured } from './paint-recorder.ts';

/** The built app; another folder may be named, as for the journeys. */
const app = process.env.ATLAS_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
// Wide enough that list, map and panel stand side by side.
const viewport = { width: 1960, height: 900 };
const settleTime = 60_000;
/** A person looks at what a click gave before the next, in milliseconds; a typist does not. */
const lookTime = 700;
const keyTime = 150;

const kinds = ['filter', 'search key', 'selection', 'panel'] as const;
type Kind = (typeof kinds)[number];

async function main(): Promise<void> {
  if (!existsSync(join(app, 'index.html'))) {
    throw new Error(`${app} has no index.html: build the app first (npm run build).`);
  }
  const machine = thisMachine();
  const found = findBrowser(machine);
  if (!found) throw new Error('The benchmark needs a browser: npm run test:prepare finds or installs one.');
  const { server, address } = await serve(app);
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath: found.path,
      chromiumSandbox: canUseSandbox(machine, found),
      args: [...browserFlags],
    });
    console.log(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores · Chromium ${found.version}`,
    );
    console.log(`${viewport.width} × ${viewport.height}, load ${loadavg()[0]?.toFixed(1)}\n`);
    console.log('milliseconds from the input: median / 95th percentile (number)');
    console.log('- paint: to the next paint, as the browser reports it (what it leaves out is under 16)');
    console.log('- frames: to the second frame after the event');
    console.log('- complete: to the frame after the last change that the panels made\n');
    // What is loaded on first use, and the browser itself, are warmed up by a session that is not counted.
    await session(browser, address, false);
    report('panels alone', await session(browser, address, false));
    report('with the map', await session(browser, address, true));
  } finally {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Ten filters, ten keys in the search, ten selections, and both panels opened and closed, in a new page. */
async function session(browser: Browser, address: string, webgl: boolean): Promise<Record<Kind, Measured[]>> {
  const measured: Record<Kind, Measured[]> = { filter: [], 'search key': [], selection: [], panel: [] };
  const page = await browser.newPage({
    viewport,
    locale: 'zh-CN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  page.on('pageerror', (error) => console.error(error.message));
  if (!webgl) await page.addInitScript(withoutWebgl);
  await page.addInitScript(installRecorder);
  await page.goto(address);
  await page
    .locator(webgl ? '.map-panel[data-settled="true"]' : '.map-failure')
    .waitFor({ timeout: settleTime });
  // Beside a live map the still picture is not painted either: without one it would be the largest part of every paint.
  if (!webgl) await page.evaluate(hideStillPicture);
  const measure = async (kind: Kind, pause: number, act: () => Promise<void>) => {
    await takeMeasured(page);
    await act();
    await wait(pause);
    const one = await takeMeasured(page);
    if (one) measured[kind].push(one);
    else console.error(`${kind}: the page saw no input`);
  };

  const options = page.locator('.filters input');
  for (const at of [0, 3, 9, 10, 16, 3, 10, 0, 9, 16]) {
    await measure('filter', lookTime, () => options.nth(at).click());
  }
  await page.locator('.search-input').click();
  for (const key of 'zhenjianga') await measure('search key', keyTime, () => page.keyboard.press(key));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  for (let row = 0; row < 10; row += 1) {
    await measure('selection', lookTime, () =>
      page
        .locator('.item-row')
        .nth(row * 7)
        .click(),
    );
  }
  await page.keyboard.press('Escape');
  for (const tab of [0, 0, 1, 1, 0, 1, 0, 0, 1, 1]) {
    await measure('panel', lookTime, () => page.locator('.top-bar .panel-tabs button').nth(tab).click());
  }
  await page.close();
  return measured;
}

/** Runs in the page: no canvas offers WebGL, and the still picture stands for the map. */
function withoutWebgl(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
    const without = typeof given[0] === 'string' && given[0].startsWith('webgl');
    return without ? null : Reflect.apply(getContext, this, given);
  } as typeof getContext;
}

/** Runs in the page: takes the still picture out of what is painted. */
function hideStillPicture(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.still-holder { display: none }');
  document.adoptedStyleSheets.push(sheet);
}

function report(title: string, measured: Record<Kind, Measured[]>): void {
  console.log(title);
  for (const kind of kinds) {
    const each = measured[kind];
    const parts = (['paint', 'frames', 'complete'] as const).map(
      (what) => `${what} ${line(each.map((one) => one[what]))}`,
    );
    console.log(`  ${kind.padEnd(10)} ${parts.join(' · ')} (${each.length})`);
  }
}

function line(values: readonly number[]): string {
  return [median(values), percentile(values, 0.95)].map((value) => value.toFixed(0)).join(' / ');
}

await main();
