/**
 * What the scripts of this folder share: small pure helpers on GeoJSON coordinates (WGS-84 degrees, `[lng, lat]`)
 * and the way a layer is written to disk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** `[west, south, east, north]`, degrees. */
export type Window = readonly [number, number, number, number];

/** What the layers are drawn to: the map's window of city.yaml and a quarter of a degree more, so no cut edge shows. */
export const DRAWN_WORLD: Window = [118.6, 31.3, 120.3, 32.8];

/** Absolute path of a file of `geo/base/`. */
export function basePath(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

/** Text of a file of `geo/base/`. */
export function readBase(name: string): string {
  return readFileSync(basePath(name), 'utf8');
}

/** The number rounded to so many decimals (5 decimals of a degree are about 1 m). */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** The position rounded to so many decimals. */
export function roundPosition(position: Position, decimals: number): Position {
  return [round(position[0] ?? 0, decimals), round(position[1] ?? 0, decimals)];
}

/** The positions without those that repeat the one before. */
export function dropRepeats(line: Position[]): Position[] {
  return line.filter((p, i) => i === 0 || p[0] !== line[i - 1]?.[0] || p[1] !== line[i - 1]?.[1]);
}

/** Twice the signed area of a closed ring in square degrees: positive when it runs counter-clockwise. */
export function signedArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** The ring running counter-clockwise (`ccw`) or clockwise: RFC 7946 wants outer rings ccw and holes not. */
export function wind(ring: Position[], ccw: boolean): Position[] {
  return signedArea(ring) > 0 === ccw ? ring : [...ring].reverse();
}

/**
 * The part of a closed ring inside a window (Sutherland–Hodgman). Cuts of one edge are the same whichever way the
 * edge runs, so that two polygons that share it stay seamless after rounding. Empty when nothing is left.
 */
export function clipRing(ring: Position[], [west, south, east, north]: Window): Position[] {
  const sides: { axis: 0 | 1; limit: number; sign: 1 | -1 }[] = [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ];
  let open = ring.slice(0, -1);
  for (const { axis, limit, sign } of sides) {
    const inside = (p: Position): boolean => ((p[axis] ?? 0) - limit) * sign >= 0;
    const cut = (a: Position, b: Position): Position => {
      const [p, q] = (a[axis] ?? 0) < (b[axis] ?? 0) ? [a, b] : [b, a];
      const t = (limit - (p[axis] ?? 0)) / ((q[axis] ?? 0) - (p[axis] ?? 0));
      const other = axis === 0 ? 1 : 0;
      const value = (p[other] ?? 0) + t * ((q[other] ?? 0) - (p[other] ?? 0));
      return axis === 0 ? [limit, value] : [value, limit];
    };
    const kept: Position[] = [];
    open.forEach((point, i) => {
      const before = open[(i + open.length - 1) % open.length];
      if (before === undefined) return;
      if (inside(point) !== inside(before)) kept.push(cut(before, point));
      if (inside(point)) kept.push(point);
    });
    open = kept;
  }
  const first = open[0];
  return open.length < 3 || first === undefined ? [] : [...open, first];
}

/** A feature collection as text with one feature a line, so that a change shows as a readable diff. */
export function formatCollection(collection: FeatureCollection<Geometry | null>): string {
  const lines = collection.features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Writes features to a file of `geo/base/` and says how large it came out. */
export function writeLayer(name: string, features: Feature[]): void {
  const text = formatCollection({ type: 'FeatureCollection', features });
  writeFileSync(basePath(name), text);
  console.log(`${name}: ${features.length} features, ${(text.length / 1024).toFixed(1)} KB`);
}
