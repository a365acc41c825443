/** What was measured, as the page `docs/PERFORMANCE.md`: medians, ratios and the machine. */
import { mean, median, percentile } from './averages.ts';
import type { Changes } from './changes.ts';
import type { Growth } from './growth.ts';
import { openingMeasures } from './opening.ts';
import type { Measured } from './paint-recorder.ts';
import type { Panning } from './panning.ts';
import { type Kept, partNames, type Results } from './results.ts';
import { peers, type Side, sideNames } from './session.ts';
import { markdownTable, short } from './tables.ts';

const sides: readonly Side[] = ['app', ...peers];
const openingTitles = {
  bytes: 'bytes before the map has settled, KB gz',
  paint: 'first paint, ms',
  settled: 'map settled, ms',
  heap: 'heap of the page, MB',
} as const;

/** One line of the comparison: a value for each side, the side and value that DESIGN sets as the bar. */
interface Line {
  title: string;
  values: Record<Side, number>;
  bar?: { against: Side; most: number } | { most: number };
}

/** The one table: what opening and changes cost, in the atlas and in its peers. */
export function comparison(results: Results): string {
  const [opening, changes] = [results.opening?.measured, results.changes?.measured];
  const lines: Line[] = [];
  if (opening)
    for (const measure of openingMeasures)
      lines.push({
        title: openingTitles[measure],
        values: bySide((side) => median(opening[side][measure])),
        ...(measure === 'settled' && { bar: { against: 'react', most: 1.15 } }),
      });
  if (changes) {
    const of = (kind: keyof Changes, what: keyof Measured) =>
      bySide((side) => median(changes.sides[side][kind].map((one) => one[what]).filter((time) => time > 0)));
    for (const kind of ['filter', 'selection', 'scene'] as const) {
      lines.push({ title: `${kind}: next paint, ms`, values: of(kind, 'frames') });
      lines.push({
        title: `${kind}: map settled, ms`,
        values: of(kind, 'settled'),
        bar: { against: 'maplibre', most: 1.2 },
      });
    }
    lines.push({ title: 'search key: next paint, ms', values: of('search key', 'frames') });
    for (const kind of ['filter', 'search key', 'selection', 'panel'] as const)
      lines.push({
        title: `${kind}: panels alone, next paint, ms`,
        values: bySide((side) =>
          side === 'app' ? median(changes.panelsAlone[kind].map(({ frames }) => frames)) : Number.NaN,
        ),
        bar: { most: 50 },
      });
  }
  return markdownTable(
    ['', ...sides.map((side) => sideNames[side]), 'atlas to React', 'atlas to MapLibre', 'bar'],
    lines.map(({ title, values, bar }) => [
      title,
      ...sides.map((side) => short(values[side])),
      short(values.app / values.react),
      short(values.app / values.maplibre),
      barText(values, bar),
    ]),
  );
}

function barText(values: Line['values'], bar: Line['bar']): string {
  if (!bar) return '';
  if ('against' in bar) {
    const met = values.app / values[bar.against] <= bar.most;
    return `${met ? 'met' : 'missed'}: ≤ ${bar.most} × ${sideNames[bar.against]}`;
  }
  return `${values.app <= bar.most ? 'met' : 'missed'}: ≤ ${bar.most}`;
}

function bySide(value: (side: Side) => number): Record<Side, number> {
  return Object.fromEntries(sides.map((side) => [side, value(side)])) as Record<Side, number>;
}

/** How the pure parts' cost grows with the number of items; the last row tells by which power between the two largest. */
export function growthTable(growth: readonly Growth[]): string {
  const titles: Record<Exclude<keyof Growth, 'items'>, string> = {
    facets: 'all facets counted',
    facetColumns: 'first count',
    filter: 'filtered',
    searchIndex: 'search index',
    searchKey: 'search key, median',
    searchKey95: 'search key, 95 %',
    grouping: 'marks indexed',
    marksFar: 'marks, level 8',
    marksNear: 'marks, level 13',
  };
  const measures = Object.keys(titles) as (keyof typeof titles)[];
  const [before, last] = growth.slice(-2);
  const power = (measure: keyof typeof titles) =>
    before && last
      ? Math.log(last[measure] / before[measure]) / Math.log(last.items / before.items)
      : Number.NaN;
  return markdownTable(
    ['items', ...growth.map(({ items }) => items.toLocaleString('en')), 'grows as n to the'],
    measures.map((measure) => [
      titles[measure],
      ...growth.map((each) => short(each[measure])),
      short(power(measure)),
    ]),
  );
}

/** Frames of a pan and of zooming, the atlas beside a bare map. */
export function panningTable(panning: readonly Panning[]): string {
  const cells = (frames: readonly number[]) =>
    [median(frames), percentile(frames, 0.9), mean(frames)].map((value) => value.toFixed(1)).join(' / ');
  return markdownTable(
    [
      'items, gesture',
      'atlas: median / 90 % / mean, ms',
      'bare MapLibre',
      'ratio of medians',
      'ratio of means',
    ],
    panning.flatMap(({ items, intervals }) =>
      Object.entries(intervals).map(([gesture, { own, bare }]) => [
        `${items.toLocaleString('en')}, ${gesture}`,
        cells(own.flat()),
        cells(bare.flat()),
        short(median(own.flat()) / median(bare.flat())),
        short(mean(own.flat()) / mean(bare.flat())),
      ]),
    ),
  );
}

/** Where and when the parts were measured: a line where it was all the same, else one for each. */
function circumstances(results: Required<Results>): string {
  const lines = partNames.map((part) => {
    const { machine, date }: Kept = results[part];
    return { part, text: `${date}: ${machine}` };
  });
  const loads = partNames.map((part) => `${part} ${results[part].load.toFixed(1)}`);
  const texts = [...new Set(lines.map(({ text }) => text))];
  return [
    ...texts.map((text) => {
      const parts = lines.filter((line) => line.text === text).map(({ part }) => part);
      return `- ${texts.length > 1 ? `${parts.join(', ')}, ` : ''}${text}`;
    }),
    `- load of the machine before each part: ${loads.join(', ')}`,
  ].join('\n');
}

/** The whole page. */
export function performancePage(results: Required<Results>): string {
  const { panning, growth } = results;
  return `# Performance

Written by \`npm run bench -- --write\`; edit \`bench/performance-page.ts\`, not this page. Times say as much about the machine as about the code: compare what stands in one row, measured in one run, in one browser. CI fails on sizes alone (\`npm run test:budgets\`).

${circumstances(results)}

## Beside its peers

All pages show the same 452 items of the report over the same base, in the same window at the same place. *MapLibre alone* has the atlas's own style, sources and pictures and no interface; *React + MapLibre* the same in one component; *Leaflet* the same items ungrouped over a plain base; *SVG alone* is the picture that stands in the atlas's page before any script. Medians; “next paint” is the second frame after the input.

${comparison(results)}

- Opening: 1440 × 900, each page in a browser context of its own without a cache, in turn; the first round does not count. The heap is that of the page's own thread after a collection; the map's worker and the graphics memory are not in it.
- Changes: 1960 × 900. *Filter* is one sector chosen and let go. *Selection* goes through the list, and the camera to the item. *Scene* turns the shipped deck's pages on stage. *Panels alone* is the atlas without WebGL and without the still picture: what list, facets, search and detail cost by themselves, where the map's drawing does not hold the page up.
- Every page is told that the person wants less motion: the camera jumps.
- The atlas's map waits for all that one change asks of it and draws it in one frame (\`src/map/unhurried-map.ts\`); a bare map draws a frame for each part that arrives. Where the map is drawn in software a frame is most of the time.
- A peer has no list, no counts, no search and no words to follow a change with: the atlas's own work is in its times.

## Frames while the map is moved

${panningTable(panning.measured)}

The report's items: the atlas as built, and MapLibre alone with the same marks. 10,000 and more: made-up items scattered over the city, in the atlas's map driver (pictures of marks, groups by sector) and in MapLibre with a source that groups by itself, circles and numbers.

## How cost grows

Milliseconds, in Node, on made-up items in the likeness of the report's (names, sentences and readings made of pieces of the real ones).

${growthTable(growth.measured)}

The bar for the facets is 16 ms at 100,000 items. A million items are beyond what a page should load; see [DEPLOY.md](DEPLOY.md) on data beyond one browser.
`;
}
