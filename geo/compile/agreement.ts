import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import distance from '@turf/distance';
import pointToLineDistance from '@turf/point-to-line-distance';
import type { Point, Position } from 'geojson';
import type { Item } from '../../src/model/dataset.ts';
import { locatedPrecisions, type PrecisionId } from '../../src/model/vocabulary.ts';
import { compile } from './compile.ts';
import { asFeature, metersOutside } from './geometry.ts';
import { formatProblems } from './problem.ts';

/**
 * `npm run geo:agreement -- <report id>`: compares `second-annotation.csv` of a report with the data as they are and
 * prints the agreement, then every difference. QUALITY.md quotes it.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const reportId = process.argv[2];
if (!reportId) throw new Error('Name the report: npm run geo:agreement -- <report id>');
const compiled = compile(root);
if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
const items = new Map(compiled.dataset.items.map((item) => [item.id, item]));

interface Row {
  id: string;
  kind: string;
  sector: string;
  subsector: string;
  progress: string;
  districts: string;
  precision: string;
  lng: string;
  lat: string;
  radius: string;
}

const [head = '', ...lines] = readFileSync(join(root, 'reports', reportId, 'second-annotation.csv'), 'utf8')
  .trim()
  .split('\n');
const columns = head.split(',');
const rows = lines.map((line) => {
  const cells = line.split(',');
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as unknown as Row;
});
const pairs = rows.flatMap((second): { first: Item; second: Row }[] => {
  const first = items.get(second.id);
  return first ? [{ first, second }] : [];
});

const areasOf = (item: Item) =>
  item.scope === 'districts' ? [...item.districts].sort().join(';') : item.scope;
const isLocated = (precision: string) => locatedPrecisions.includes(precision as PrecisionId);
const measures: [string, (first: Item, second: Row) => [string, string]][] = [
  ['kind', (first, second) => [first.kind, second.kind]],
  ['sector', (first, second) => [first.sector, second.sector]],
  ['subsector', (first, second) => [first.subsector, second.subsector]],
  ['progress', (first, second) => [first.progress, second.progress]],
  ['districts', (first, second) => [areasOf(first), second.districts.split(';').sort().join(';')]],
  ['precision', (first, second) => [first.place.precision, second.precision]],
  [
    'located or not',
    (first, second) => [`${isLocated(first.place.precision)}`, `${isLocated(second.precision)}`],
  ],
];
console.log(`${pairs.length} items annotated twice\n`);
for (const [name, of] of measures) {
  const same = pairs.filter(({ first, second }) => {
    const [a, b] = of(first, second);
    return a === b;
  }).length;
  console.log(`${name}: ${same} of ${pairs.length} (${Math.round((same / pairs.length) * 100)} %)`);
}
const distances = pairs.flatMap(({ first, second }) => {
  if (!first.place.label || !second.lng) return [];
  // A line or an area is met wherever it is touched: its middle is nobody's claim.
  const meters = metersTo(first, [Number(second.lng), Number(second.lat)]);
  return [
    {
      id: first.id,
      meters: Math.round(meters),
      radius: first.place.radiusMeters ?? 0,
      second: Number(second.radius),
    },
  ];
});
function metersTo({ place: { geometry, label } }: Item, position: Position): number {
  if (!geometry || !label) return Number.NaN;
  const point: Point = { type: 'Point', coordinates: position };
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    return metersOutside(point, asFeature(geometry));
  }
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  if (lines.length === 0) return distance(label, position, { units: 'meters' });
  return Math.min(
    ...lines.map(
      (coordinates) =>
        pointToLineDistance(position, { type: 'LineString', coordinates }, { units: 'kilometers' }) * 1000,
    ),
  );
}

const sorted = distances.map(({ meters }) => meters).sort((a, b) => a - b);
const within = distances.filter(({ meters, radius }) => meters <= radius).length;
const withinBoth = distances.filter(({ meters, radius, second }) => meters <= radius + second).length;
console.log(
  `\npositions: ${distances.length} placed by both; median ${sorted[Math.floor(sorted.length / 2)]} m; within the first radius ${within}, within both radii together ${withinBoth}`,
);
for (const { id, meters, radius, second } of distances)
  console.log(`  ${id}: ${meters} m (${radius} m, ${second} m)`);
console.log('\ndifferences');
for (const { first, second } of pairs) {
  const different = measures.flatMap(([name, of]) => {
    const [a, b] = of(first, second);
    return a === b || name === 'located or not' ? [] : [`${name} ${a} / ${b}`];
  });
  if (different.length > 0) console.log(`  ${first.id} ${first.name}: ${different.join('; ')}`);
}
