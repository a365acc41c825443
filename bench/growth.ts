/**
 * How the cost of what is pure grows with the number of items: facets, search and the grouping of marks, on made-up items
 * in the likeness of the report's. `tsx bench/growth.ts 10000` prints one number of items' times as JSON; it runs in a
 * process of its own, so that no size pays for the memory of another.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from '../geo/compile/compile.ts';
import { formatProblems } from '../geo/compile/problem.ts';
import { MarkIndex } from '../src/drawing/mark-index.ts';
import { countFacets } from '../src/model/facet-counts.ts';
import { type Filters, filterItems } from '../src/model/facets.ts';
import { buildSearchIndex } from '../src/model/search/index.ts';
import { median, percentile } from './averages.ts';
import { timeKeys } from './search-sessions.ts';
import { scatteredItems, syntheticDataset } from './synthetic-dataset.ts';

/** Megabytes that a process may take: a million items with their words are larger than Node's own limit. */
const memory = 16_000;
const repetitions = 7;

/** Milliseconds at one number of items. */
export interface Growth {
  items: number;
  /** Counting all facets with three of them chosen, once the items have been read. */
  facets: number;
  /** Reading the items for the first count. */
  facetColumns: number;
  filter: number;
  searchIndex: number;
  /** A key in the search: the median, and the 95th percentile. */
  searchKey: number;
  searchKey95: number;
  grouping: number;
  /** The marks of the whole city, and of a level at which most items stand apart. */
  marksFar: number;
  marksNear: number;
}

/** Measures each number of items in a process of its own. One that cannot be measured is told, and left out. */
export function measureGrowth(counts: readonly number[]): Growth[] {
  return counts.flatMap((count) => {
    const script = fileURLToPath(import.meta.url);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${memory}`, '--import', 'tsx', script, String(count)],
      { encoding: 'utf8', maxBuffer: 64e6 },
    );
    if (status === 0) {
      console.error(`growth: ${count} items`);
      return [JSON.parse(stdout) as Growth];
    }
    console.error(`growth: ${count} items could not be measured:\n${stderr}`);
    return [];
  });
}

function measure(count: number): Growth {
  const compiled = compile(fileURLToPath(new URL('../geo', import.meta.url)));
  if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
  const { dataset, base } = compiled;
  const data = syntheticDataset(dataset, count);
  const filters: Filters = {
    sector: ['transport', 'culture'],
    district: [dataset.city.districts[0]?.id ?? ''],
    progress: ['planned', 'under-way'],
  };
  const facetColumns = once(() => countFacets(data.items, filters));
  const facets = often(() => countFacets(data.items, filters));
  const filter = often(() => filterItems(data.items, filters));
  const scattered = scatteredItems(dataset, count);
  const grouping = once(() => new MarkIndex(scattered, 1));
  const marks = new MarkIndex(scattered, 1);
  const marksFar = often(() => marks.marksAt(8));
  const marksNear = often(() => marks.marksAt(13));
  let index = buildSearchIndex(dataset, base.towns);
  const searchIndex = once(() => {
    index = buildSearchIndex(data, base.towns);
  });
  const keys = timeKeys(index, count > 100_000 ? 1 : 3);
  return {
    items: count,
    facets,
    facetColumns,
    filter,
    searchIndex,
    searchKey: median(keys),
    searchKey95: percentile(keys, 0.95),
    grouping,
    marksFar,
    marksNear,
  };
}

function once(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** The median of some repetitions, after one in which the engine compiles the code. */
function often(work: () => unknown): number {
  work();
  return median(Array.from({ length: repetitions }, () => once(work)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(measure(Number(process.argv[2]))));
