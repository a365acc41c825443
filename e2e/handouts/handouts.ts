/**
 * `npm run test:handouts`: hands the shipped deck out from the built app, as slides of both shapes and as printed pages,
 * renders what comes of it as a reader's programs would, and looks at the pages: as many as scenes, every map drawn, no
 * text lost or over the edge. It tells how long the slides took and judges no time. The pages stay in a
 * folder that it names, to be looked at.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { pictureBox, type SheetFormat, sheetSizes } from '../../src/export/slide-layout.ts';
import { browserFlags, canUseSandbox, findBrowser } from '../browser.ts';
import { builtApp, requireBuiltApp } from '../built-app.ts';
import { prepareFonts } from '../fonts.ts';
import { thisMachine } from '../machine.ts';
import { lookOf } from '../picture-look.ts';
import { serve } from '../serve.ts';
import { prepareTools, type RenderedPage, renderPages, slidesToPdf, squeezed } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-handouts-'));
const patience = 600_000;
/** Fewer colours than this has only a map that was not drawn. */
const leastColours = 200;

const machine = thisMachine();
const problems: string[] = [];

/** The texts that a slide or page must show: title, text, quote and its place. */
type Expected = string[];

async function main(): Promise<void> {
  requireBuiltApp();
  const found = findBrowser(machine);
  if (!found) throw new Error('A browser is needed: npm run test:prepare finds or installs one.');
  prepareFonts(machine);
  if (!prepareTools(machine)) {
    process.exitCode = 1;
    return;
  }
  const { server, address } = await serve(builtApp);
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: canUseSandbox(machine, found),
    args: [...browserFlags],
  });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-asked', '');
    });
    const scenes = await openHandouts(page, address);
    let expected: Expected[] = [];
    for (const [button, format] of [
      ['PPTX 16:9', 'wide'],
      ['PPTX 4:3', 'standard'],
    ] as const) {
      const pptx = await slides(page, button, format);
      expected = textsOf(pptx);
      await judge(page, format, renderPages(machine, slidesToPdf(machine, pptx, folder)), expected, scenes);
    }
    for (const format of ['page', 'page-with-notes'] as const)
      await judge(page, format, renderPages(machine, await printed(page, format)), expected, scenes);
  } finally {
    await browser.close();
    server.close();
  }
  for (const problem of problems) console.error(`  ✗ ${problem}`);
  console.log(problems.length > 0 ? `${problems.length} problems` : `All pages are in order; see ${folder}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Opens the app and what its first deck can be made into; gives the number of its scenes. */
async function openHandouts(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.waitForSelector('[data-settled="true"]');
  await page.getByRole('button', { name: '演示', exact: true }).click();
  const row = page.getByRole('dialog', { name: '演示' }).getByRole('listitem').first();
  await row.getByRole('button', { name: '更多' }).click();
  await row.getByRole('button', { name: '讲义' }).click();
  return Number(/(\d+) 页/u.exec(await row.innerText())?.[1]);
}

async function slides(page: Page, button: string, format: string): Promise<string> {
  const begun = Date.now();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await arriving;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const [load = 0] = loadavg();
  console.log(`${button}: ${seconds} s (${cpus().length} cores, load ${load.toFixed(1)})`);
  const path = join(folder, `${format}.pptx`);
  await download.saveAs(path);
  return path;
}

/** Prints the handout as the browser would, and gives the PDF. */
async function printed(page: Page, format: 'page' | 'page-with-notes'): Promise<string> {
  await page.getByRole('checkbox', { name: '打印时附讲稿' }).setChecked(format === 'page-with-notes');
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  await page.waitForSelector('html[data-asked]', { state: 'attached' });
  const path = join(folder, `${format}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-asked');
    window.dispatchEvent(new Event('afterprint'));
  });
  await page.waitForSelector('.handout', { state: 'detached' });
  return path;
}

/** The texts of each slide's boxes for title, text, quote and source. */
function textsOf(pptx: string): Expected[] {
  const parts = unzipSync(readFileSync(pptx));
  const numbers = Object.keys(parts).flatMap((path) => /slides\/slide(\d+)\.xml$/u.exec(path)?.[1] ?? []);
  return numbers
    .map(Number)
    .sort((a, b) => a - b)
    .map((number) => {
      const xml = strFromU8(parts[`ppt/slides/slide${number}.xml`] ?? new Uint8Array());
      const boxes = xml.matchAll(/name="(?:title|text|quote|source)">([\s\S]*?)<\/p:sp>/gu);
      return [...boxes].map(([, box = '']) =>
        [...box.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text = '']) => unescaped(text)).join(''),
      );
    });
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => entities[name] ?? '');
}

async function judge(
  page: Page,
  format: SheetFormat,
  pages: readonly RenderedPage[],
  expected: readonly Expected[],
  scenes: number,
): Promise<void> {
  if (pages.length !== scenes || expected.length !== scenes)
    problems.push(`${format}: ${pages.length} pages and ${expected.length} slides for ${scenes} scenes`);
  const { width, height } = sheetSizes[format];
  const { x, y, w, h } = pictureBox(format, 'scene');
  const map = { x: (x + 0.3) / width, y: (y + 0.3) / height, w: (w - 0.6) / width, h: (h - 1.4) / height };
  for (const [index, { text, outside, png }] of pages.entries()) {
    const where = `${format}, page ${index + 1}`;
    for (const wanted of expected[index] ?? [])
      if (!text.includes(squeezed(wanted))) problems.push(`${where} lacks “${wanted}”`);
    if (outside.length > 0) problems.push(`${where}: over the edge: ${outside.join(' ')}`);
    const { colours } = await lookOf(page, png, map);
    if (colours < leastColours) problems.push(`${where}: the map has ${colours} colours`);
  }
  console.log(`${format}: ${pages.length} pages looked at`);
}

await main();
