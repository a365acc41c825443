/**
 * Smooth curves through given positions, in a local plane.
 *
 * Degrees are not a length, so curves, widths and offsets are reckoned in metres east and north of a fixed origin in
 * the middle of the map. The plane is equirectangular: over the map's window its lengths are right within 0.5 %.
 */
import type { Position } from 'geojson';

/** Metres east and north of the origin, and whatever else varies along a line (a width, say). */
export type PlanePoint = readonly number[];

const ORIGIN = { lng: 119.45, lat: 32.1 };
const METRES_PER_DEGREE = 111_195;
const EAST = METRES_PER_DEGREE * Math.cos((ORIGIN.lat * Math.PI) / 180);

/** `[lng, lat, …rest]` in degrees to `[x, y, …rest]` in metres. */
export function toPlane([lng = 0, lat = 0, ...rest]: PlanePoint): number[] {
  return [(lng - ORIGIN.lng) * EAST, (lat - ORIGIN.lat) * METRES_PER_DEGREE, ...rest];
}

/** `[x, y]` in metres to `[lng, lat]` in degrees. */
export function toDegrees([x = 0, y = 0]: PlanePoint): Position {
  return [ORIGIN.lng + x / EAST, ORIGIN.lat + y / METRES_PER_DEGREE];
}

/** Distance in metres between two points of the plane. */
export function gap(a: PlanePoint, b: PlanePoint): number {
  return Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));
}

/**
 * Second derivatives of the natural cubic spline through `values` at `knots` (both of one length, knots rising):
 * the tridiagonal system, solved by Thomas' algorithm.
 */
function secondDerivatives(knots: number[], values: number[]): number[] {
  const n = knots.length;
  const upper = new Array<number>(n).fill(0);
  const right = new Array<number>(n).fill(0);
  const at = (list: number[], i: number): number => list[i] ?? 0;
  for (let i = 1; i < n - 1; i += 1) {
    const before = at(knots, i) - at(knots, i - 1);
    const after = at(knots, i + 1) - at(knots, i);
    const slopes = (at(values, i + 1) - at(values, i)) / after - (at(values, i) - at(values, i - 1)) / before;
    const pivot = 2 * (before + after) - before * at(upper, i - 1);
    upper[i] = after / pivot;
    right[i] = (6 * slopes - before * at(right, i - 1)) / pivot;
  }
  const second = new Array<number>(n).fill(0);
  for (let i = n - 2; i > 0; i -= 1) second[i] = at(right, i) - at(upper, i) * at(second, i + 1);
  return second;
}

/**
 * A natural cubic spline through the points of the plane: bends change gradually, as those of a railway or a river do.
 * Every coordinate of the points (position, width …) is splined alike over the length along the points.
 *
 * @param points at least two, no two successive ones alike
 * @param step metres between samples, about
 * @returns the sampled line; `spans[i]` tells after which given point the sample i follows
 */
export function spline(points: PlanePoint[], step: number): { line: number[][]; spans: number[] } {
  const knots = [0];
  for (let i = 1; i < points.length; i += 1) {
    knots.push((knots[i - 1] ?? 0) + gap(points[i - 1] ?? [], points[i] ?? []));
  }
  const dimensions = points[0]?.length ?? 0;
  const columns = Array.from({ length: dimensions }, (_, d) => points.map((point) => point[d] ?? 0));
  const seconds = columns.map((column) => secondDerivatives(knots, column));
  const line: number[][] = [];
  const spans: number[] = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const from = knots[i] ?? 0;
    const length = (knots[i + 1] ?? 0) - from;
    const pieces = Math.max(1, Math.round(length / step));
    for (let k = 0; k < pieces; k += 1) {
      const b = k / pieces;
      const a = 1 - b;
      line.push(
        columns.map((column, d) => {
          const second = seconds[d] ?? [];
          const bend = (a ** 3 - a) * (second[i] ?? 0) + (b ** 3 - b) * (second[i + 1] ?? 0);
          return a * (column[i] ?? 0) + b * (column[i + 1] ?? 0) + (bend * length ** 2) / 6;
        }),
      );
      spans.push(i);
    }
  }
  line.push([...(points.at(-1) ?? [])]);
  spans.push(points.length - 2);
  return { line, spans };
}

/** A smooth closed ring through the points of the plane (given open: the first is not repeated at the end). */
export function closedSpline(points: PlanePoint[], step: number): number[][] {
  const n = points.length;
  // Three turns of the ring, of which the middle one is kept: its ends no longer feel the open ends of the spline.
  const turns = [...points, ...points, ...points, ...points.slice(0, 1)];
  const { line, spans } = spline(turns, step);
  const ring = line.filter((_, i) => (spans[i] ?? 0) >= n && (spans[i] ?? 0) < 2 * n);
  const first = ring[0];
  return first === undefined ? [] : [...ring, [...first]];
}
