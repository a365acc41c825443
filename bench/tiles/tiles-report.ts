import { type Crossing, crossing } from './crossing.ts';
import type { Form } from './forms.ts';
import type { Line } from './paced-server.ts';

/** What one form of so many points came to. */
export interface Measured {
  points: number;
  form: Form;
  /** The whole file, in bytes. */
  size: number;
  /** Medians of the rounds; null where the browser gave up. */
  result: Result | null;
}

/** Bytes and requests until the first view stood still, and with three more views; times in milliseconds. */
export interface Result {
  firstBytes: number;
  firstRequests: number;
  settled: number;
  allBytes: number;
  allRequests: number;
  /** The three further views together. */
  looking: number;
  /** Bytes of page and workers after all that; null where the browser does not tell. */
  memory: number | null;
}

const names: Record<Form, string> = {
  geojson: 'GeoJSON, gzip',
  columns: 'columns, gzip',
  pmtiles: 'PMTiles',
};

/** The figures of a run as Markdown: the table, and from how many points tiles begin to pay. */
export function tilesReport(
  measured: readonly Measured[],
  { line, machine, perItem }: { line: Line; machine: string; perItem: number },
): string {
  const rows = measured.map(({ points, form, size, result }) =>
    [
      points.toLocaleString('en'),
      names[form],
      kilobytes(size),
      ...(result
        ? [
            `${kilobytes(result.firstBytes)} (${result.firstRequests})`,
            seconds(result.settled),
            `${kilobytes(result.allBytes)} (${result.allRequests})`,
            seconds(result.looking),
            result.memory === null ? 'not told' : `${Math.round(result.memory / 1e6)} MB`,
          ]
        : ['gave up', '', '', '', '']),
    ].join(' | '),
  );
  const costs = (form: Form, cost: (result: Result) => number) =>
    measured
      .filter((each) => each.form === form)
      .map(({ points, result }) => ({ points, cost: result && cost(result) }));
  const against = (form: Form, cost: (result: Result) => number, gain: number) =>
    inWords(
      crossing(
        costs(form, cost),
        costs('pmtiles', (result) => cost(result) + gain),
      ),
    );
  const comparisons = [
    ['bytes until the first view stands', (result: Result) => result.firstBytes, 0],
    ['bytes with three more views', (result: Result) => result.allBytes, 0],
    ['time until the first view stands, by a second or more', (result: Result) => result.settled, 1000],
    [
      'time with three more views, by a second or more',
      (result: Result) => result.settled + result.looking,
      1000,
    ],
    ['memory, by 50 MB or more', (result: Result) => result.memory ?? Number.NaN, 50e6],
  ] as const;
  return [
    `Measured by \`npm run bench:tiles\`: made-up points of one province, most of them in thirteen cities, each with id, name, sector and progress, on a bare MapLibre page of 1280 × 800 that groups them by the same rules in all forms. The data come over a line of ${line.rate / 1e6} Mbit/s with ${line.delay} ms before each answer (HTTP/1.1, six connections); medians. The three further views are a city, a part of it, and the part beside.`,
    '',
    '| points | form | file | first view: bytes (requests) | stands after | with three more views | these take | memory |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
    '',
    'Tiles cost less:',
    '',
    '| in | than GeoJSON | than columns |',
    '| --- | --- | --- |',
    ...comparisons.map(
      ([what, cost, gain]) =>
        `| ${what} | ${against('geojson', cost, gain)} | ${against('columns', cost, gain)} |`,
    ),
    '',
    `${machine}, drawn in software. For comparison: an item of the atlas's own data, with search keys, figures, geometry and its share of the report's text, weighs ${Math.round(perItem)} bytes of gzip, ${timesHeavier(measured, perItem)} a point here.`,
  ].join('\n');
}

/** How much heavier an item is than a point in columns, at the number nearest to what the measurement has most of. */
function timesHeavier(measured: readonly Measured[], perItem: number): string {
  const last = measured.findLast(({ form }) => form === 'columns');
  return last ? `${Math.round(perItem / (last.size / last.points))} times as much as` : 'more than';
}

function inWords(found: Crossing): string {
  if (found === 'always') return 'at every number measured';
  if (found === 'never') return 'at none measured';
  return `from about ${rounded(found.from).toLocaleString('en')} points`;
}

/** Two digits that matter. */
function rounded(value: number): number {
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / digit) * digit;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en')} KB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
