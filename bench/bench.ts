/**
 * `npm run bench`: what opening, changes and moving the map cost in the built app, beside bare pages with the same map, and
 * how the pure parts' cost grows. It prints tables and never fails on a time. Each part is kept in `bench/results/` as it
 * ends.
 *
 *     npm run bench                     everything
 *     npm run bench -- opening growth   some of it: growth, opening, changes, panning
 *     npm run bench -- --quick          fewer rounds, to try the benchmark itself
 *     npm run bench -- --write          writes docs/PERFORMANCE.md too, with the parts not named as they were kept last
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtApp } from '../e2e/built-app.ts';
import { measureChanges } from './changes.ts';
import { measureGrowth } from './growth.ts';
import { measureOpening } from './opening.ts';
import { measurePanning } from './panning.ts';
import { comparison, growthTable, panningTable, performancePage } from './performance-page.ts';
import { keep, keptResults, type PartName, type Parts, partNames, type Results } from './results.ts';
import { type Session, withSession } from './session.ts';

const page = fileURLToPath(new URL('../docs/PERFORMANCE.md', import.meta.url));

const given = process.argv.slice(2);
const [quick, write] = [given.includes('--quick'), given.includes('--write')];
const named = given.filter((word) => !word.startsWith('--'));
for (const word of named)
  if (!(partNames as readonly string[]).includes(word))
    throw new Error(`There is no part ${word}: name some of ${partNames.join(', ')}, or none for all.`);
const wanted = partNames.filter((part) => named.length === 0 || named.includes(part));
if (write && quick) throw new Error('--quick measures too little to be published: leave it or --write out.');

const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;

/** What is measured in the browser. */
const inBrowser: { [Part in Exclude<PartName, 'growth'>]: (session: Session) => Promise<Parts[Part]> } = {
  opening: (session) => measureOpening(session, quick ? 1 : 9),
  changes: measureChanges,
  panning: (session) =>
    measurePanning(session, locatedItems(), quick ? [10_000] : [10_000, 100_000], quick ? 1 : 2),
};

if (wanted.includes('growth'))
  await measure('growth', processor, () =>
    measureGrowth(quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]),
  );
if (wanted.some((part) => part !== 'growth'))
  await withSession(async (session) => {
    const machine = `${processor}, Chromium ${session.browserVersion}, the map drawn in software (no graphics card)`;
    for (const part of wanted)
      if (part !== 'growth') await measure(part, machine, () => inBrowser[part](session));
  });

if (write) {
  const kept = keptResults();
  const missing = partNames.filter((part) => !kept[part] || kept[part].quick);
  if (missing.length > 0)
    throw new Error(
      `The page needs every part, measured in full: run npm run bench -- ${missing.join(' ')}.`,
    );
  writeFileSync(page, performancePage(kept as Required<Results>));
  console.log('\nWritten to docs/PERFORMANCE.md');
}

/** Measures one part, keeps it and prints its table. */
async function measure<Part extends PartName>(
  part: Part,
  machine: string,
  work: () => Parts[Part] | Promise<Parts[Part]>,
): Promise<void> {
  const [load = 0] = loadavg();
  const measured = await work();
  const kept = { date: new Date().toISOString().slice(0, 10), machine, load, quick, measured };
  keep(part, kept);
  const tables: Record<PartName, (results: Results) => string> = {
    growth: ({ growth }) => growthTable(growth?.measured ?? []),
    opening: comparison,
    changes: comparison,
    panning: ({ panning }) => panningTable(panning?.measured ?? []),
  };
  console.log(`${part}: ${machine}; load ${load.toFixed(1)}\n\n${tables[part]({ [part]: kept })}\n`);
}

/** How many of the report's items have a place on the map. */
function locatedItems(): number {
  const { features } = JSON.parse(readFileSync(join(builtApp, 'data/items.geojson'), 'utf8')) as {
    features: { geometry: unknown }[];
  };
  return features.filter(({ geometry }) => geometry).length;
}
