/** Says how the district lines came out: lengths, areas, and how far the two sources lie apart, in metres. */
import type { Position } from 'geojson';
import { gap, type PlanePoint, toPlane } from './curve.ts';
import { signedArea } from './geojson.ts';
import { detailBetween } from './land-detail.ts';
import { distanceToSegment, type Edge, edgeKey, edgesOf, pairs, type SharedArea } from './shared-edges.ts';

interface Outcome {
  /** The districts as the first source has them, and as they are written. */
  skeleton: SharedArea[];
  districts: SharedArea[];
  /** The lines that took the place of chords, by edge. */
  lines: Map<string, Position[]>;
  /** What `detailLines` returned. */
  detail: PlanePoint[][];
  isOnRiver: (edge: Edge) => boolean;
}

/** Metres between the points at which distances are measured. */
const SAMPLE = 50;

/** Held-out vertices: a chord over two of the first source's chords may stand for twice as wide a bend. */
const HELD_OUT_STRAY = 2000;

/** Prints the figures that SOURCES.md quotes. */
export function reportBoundaries({ skeleton, districts, lines, detail, isOnRiver }: Outcome): void {
  const edges = [...edgesOf(skeleton)];
  const kilometres = (chosen: [string, Edge][]) =>
    `${chosen.length} (${Math.round(chosen.reduce((sum, [, { from, to }]) => sum + gap(toPlane(from), toPlane(to)), 0) / 1000)} km)`;
  const onRiver = edges.filter(([, edge]) => isOnRiver(edge));
  const onLand = edges.filter(([, edge]) => !isOnRiver(edge));
  console.log(`chords on the river, kept: ${kilometres(onRiver)}`);
  console.log(`chords on land, detailed: ${kilometres(onLand.filter(([key]) => lines.has(key)))}`);
  console.log(`chords on land, kept: ${kilometres(onLand.filter(([key]) => !lines.has(key)))}`);
  const vertices = (areas: SharedArea[]) =>
    new Set(areas.flatMap(({ polygons }) => polygons.flat(2).map(String))).size;
  console.log(`vertices: ${vertices(skeleton)} → ${vertices(districts)}`);

  const chordToLine = edges.flatMap(([key, { from, to }]) =>
    samplesOf(lines.get(key) ?? []).map((point) => distanceToSegment(point, toPlane(from), toPlane(to))),
  );
  console.log(`detailed line from its chord: ${quantiles(chordToLine)}`);

  const ends = new Set([...lines.values()].flatMap((line) => [line[0], line.at(-1)]).map(String));
  const offGrid = [...ends].map((end) => {
    const vertex = toPlane(end.split(',').map(Number));
    return Math.min(...detail.flat().map((sample) => gap(sample, vertex)));
  });
  console.log(`vertices of the first source from the second before bending: ${quantiles(offGrid)}`);

  const heldOut = skeleton.flatMap(({ polygons }) =>
    polygons.flat().flatMap((ring) => {
      const open = ring.slice(0, -1);
      return open.flatMap((from, i) => {
        const [middle, to] = [open[(i + 1) % open.length] ?? from, open[(i + 2) % open.length] ?? from];
        if (!lines.has(edgeKey(from, middle)) || !lines.has(edgeKey(middle, to))) return [];
        const line = detailBetween(from, to, detail, HELD_OUT_STRAY);
        return line === undefined
          ? []
          : [{ line: metresTo(middle, line), chord: metresTo(middle, [from, to]) }];
      });
    }),
  );
  console.log(`vertices held out (${heldOut.length}), from the line drawn without them:`);
  console.log(`  detailed ${quantiles(heldOut.map(({ line }) => line))}`);
  console.log(`  chord    ${quantiles(heldOut.map(({ chord }) => chord))}`);

  for (const [i, { name, polygons }] of districts.entries()) {
    const [now, before] = [squareKilometres(polygons), squareKilometres(skeleton[i]?.polygons ?? [])];
    console.log(`${name}: ${now.toFixed(1)} km², ${(now - before).toFixed(1)} km² more than the skeleton`);
  }
}

/** Points of the plane along a line, `SAMPLE` metres apart at most. */
function samplesOf(line: Position[]): PlanePoint[] {
  return pairs(line).flatMap(([from, to]) => {
    const [a, b] = [toPlane(from), toPlane(to)];
    const count = Math.ceil(gap(a, b) / SAMPLE);
    return Array.from({ length: count }, (_, i) =>
      a.map((value, k) => value + (i / count) * ((b[k] ?? 0) - value)),
    );
  });
}

function metresTo(position: Position, line: Position[]): number {
  const point = toPlane(position);
  return Math.min(...pairs(line).map(([from, to]) => distanceToSegment(point, toPlane(from), toPlane(to))));
}

function quantiles(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return `median ${at(0.5)} m, p90 ${at(0.9)} m, most ${at(1)} m`;
}

function squareKilometres(polygons: Position[][][]): number {
  return polygons.flat().reduce((sum, ring) => sum + signedArea(ring.map(toPlane) as Position[]) / 2e6, 0);
}
