/**
 * `npm run bench`: what opening, changes and moving the map cost in the built app, beside bare pages with the same map, and
 * how the pure parts' cost grows. It prints tables and never fails on a time.
 *
 *     npm run bench                     everything
 *     npm run bench -- opening growth   some of it: opening, changes, panning, growth
 *     npm run bench -- --quick          fewer rounds, to try the benchmark itself
 *     npm run bench -- --write          everything, and writes docs/PERFORMANCE.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureChanges } from './changes.ts';
import { measureGrowth } from './growth.ts';
import { measureOpening } from './opening.ts';
import { measurePanning } from './panning.ts';
import { comparison, growthTable, panningTable, performancePage, type Results } from './performance-page.ts';
import { app, withSession } from './session.ts';

const parts = ['opening', 'changes', 'panning', 'growth'] as const;
type Part = (typeof parts)[number];

const page = fileURLToPath(new URL('../docs/PERFORMANCE.md', import.meta.url));

const given = process.argv.slice(2);
const [quick, write] = [given.includes('--quick'), given.includes('--write')];
const named = given.filter((word) => !word.startsWith('--'));
for (const word of named)
  if (!(parts as readonly string[]).includes(word))
    throw new Error(`There is no part ${word}: name some of ${parts.join(', ')}, or none for all.`);
const wanted = (part: Part) => named.length === 0 || named.includes(part);
if (write && named.length > 0) throw new Error('--write needs all parts: leave out their names.');

const [busyBefore = 0] = loadavg();
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine: [],
  ...(wanted('growth') && {
    growth: measureGrowth(quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]),
  }),
  ...(parts.some((part) => part !== 'growth' && wanted(part)) && (await inBrowser())),
};
const text = [
  ...results.machine,
  ...(results.opening || results.changes ? [comparison(results)] : []),
  ...(results.panning ? [panningTable(results.panning)] : []),
  ...(results.growth ? [growthTable(results.growth)] : []),
];
console.log(text.join('\n\n'));
if (write) {
  writeFileSync(page, performancePage(results));
  console.log('\nWritten to docs/PERFORMANCE.md');
}

/** What is measured in the browser. */
function inBrowser(): Promise<Partial<Results>> {
  return withSession(async (session) => ({
    machine: [
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
      `Chromium ${session.browserVersion}, the map drawn in software (no graphics card); Node ${process.versions.node}`,
      `load of the machine before the run: ${busyBefore.toFixed(1)}`,
    ],
    ...(wanted('opening') && { opening: await measureOpening(session, quick ? 1 : 9) }),
    ...(wanted('changes') && { changes: await measureChanges(session) }),
    ...(wanted('panning') && {
      panning: await measurePanning(
        session,
        locatedItems(),
        quick ? [10_000] : [10_000, 100_000],
        quick ? 1 : 3,
      ),
    }),
  }));
}

/** How many of the report's items have a place on the map. */
function locatedItems(): number {
  const { features } = JSON.parse(readFileSync(join(app, 'data/items.geojson'), 'utf8')) as {
    features: { geometry: unknown }[];
  };
  return features.filter(({ geometry }) => geometry).length;
}
