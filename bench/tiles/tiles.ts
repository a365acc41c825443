/**
 * `npm run bench:tiles [-- --write]`: the same made-up points as one GeoJSON, as columns, and as a PMTiles archive read by
 * ranges: what a first view and three more cost in bytes, time and memory, and from how many points tiles begin to pay. It
 * reports and never fails on a number; `--write` puts the figures into docs/DEPLOY.md. `--points 1000,10000` measures
 * other numbers.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { browserFlags, canUseSandbox, findBrowser } from '../../e2e/browser.ts';
import { thisMachine } from '../../e2e/machine.ts';
import { compile } from '../../geo/compile/compile.ts';
import { formatProblems } from '../../geo/compile/problem.ts';
import { median } from '../averages.ts';
import { withSection } from '../marked-section.ts';
import { formFile, forms } from './forms.ts';
import { PacedServer } from './paced-server.ts';
import { province, provincePoints } from './province.ts';
import { type Measured, type Result, tilesReport } from './tiles-report.ts';
import { visit } from './visit.ts';

const document = fileURLToPath(new URL('../../docs/DEPLOY.md', import.meta.url));
const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '300,1000,10000,100000,1000000' },
    write: { type: 'boolean', default: false },
  },
});
const counts = values.points.split(',').map(Number);
/** A line as many have at home or on the phone. */
const line = { rate: 20e6, delay: 40 };
/** Rounds that a median is taken of; many points take long, and differ little. */
const roundsFor = (count: number) => (count > 200_000 ? 1 : 3);

async function main(): Promise<void> {
  const machine = thisMachine();
  const found = findBrowser(machine);
  if (!found) throw new Error('The benchmark needs a browser: npm run test:prepare finds or installs one.');
  const compiled = compile(fileURLToPath(new URL('../../geo', import.meta.url)));
  if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
  const { items } = compiled.dataset;
  const perItem = gzipSync(JSON.stringify(compiled.dataset)).length / items.length;
  const folder = mkdtempSync(join(tmpdir(), 'atlas-tiles-'));
  let server: PacedServer | undefined;
  let browser: Browser | undefined;
  try {
    await buildPage(folder);
    server = await PacedServer.start(folder, line);
    browser = await chromium.launch({
      executablePath: found.path,
      chromiumSandbox: canUseSandbox(machine, found),
      // Lets a page be told its memory at once, and not some minutes later.
      args: [...browserFlags, '--enable-blink-features=ForceEagerMeasureMemory'],
    });
    const names = items.map(({ name }) => name);
    const measured: Measured[] = [];
    for (const count of counts) {
      const points = provincePoints(count, names);
      for (const form of forms) {
        const data = formFile(form, points);
        server.data = data;
        const results: (Result | null)[] = [];
        for (let round = 0; round < roundsFor(count); round += 1)
          results.push(
            await visit(browser, server, form, points[0] ?? { lng: province[0], lat: province[1] }),
          );
        measured.push({ points: count, form, size: data.content.length, result: medians(results) });
        console.error(`${count} points as ${form}: done`);
      }
    }
    const report = tilesReport(measured, {
      line,
      machine: `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, Chromium ${found.version}`,
      perItem,
    });
    console.log(`\n${report}\n`);
    if (values.write) writeFileSync(document, withSection(readFileSync(document, 'utf8'), 'tiles', report));
  } finally {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    base: './',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
}

/** The median of each figure; null where the browser gave up in any round. */
function medians(results: readonly (Result | null)[]): Result | null {
  const had = results.filter((result) => result !== null);
  const [first] = had;
  if (!first || had.length < results.length) return null;
  const of = (key: keyof Result) => median(had.map((result) => result[key] ?? Number.NaN));
  const all = Object.fromEntries(Object.keys(first).map((key) => [key, of(key as keyof Result)]));
  return {
    ...(all as unknown as Result),
    memory: Number.isNaN(all.memory ?? Number.NaN) ? null : (all.memory ?? null),
  };
}

await main();
