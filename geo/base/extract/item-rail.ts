/**
 * Draws the railways that are items (`geo/places/<id>.geojson`) from the positions in `item-rail.yaml`, as carefully
 * as the railways of the base.
 *
 *     npx tsx geo/base/extract/item-rail.ts
 *
 * Each is one continuous LineString. The property `schematic` lists the stretches that bridge a gap between known
 * positions, each as the numbers of its first and last vertex, counted from 0.
 */
import { writeFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { parse } from 'yaml';
import { gap, toPlane } from './curve.ts';
import { basePath, readBase } from './geojson.ts';
import { coursePieces, type Run } from './railway.ts';

interface ItemRailway {
  id: string;
  runs: Run[];
  /** Other items drawn along this line, each from the vertex nearest to a position on. */
  within?: Record<string, Position>;
}

/** A line with its schematic stretches, as pairs of vertex numbers. */
interface Course {
  coordinates: Position[];
  schematic: [number, number][];
}

/** The pieces of a line joined end to end. */
function courseOf(runs: Run[]): Course {
  const course: Course = { coordinates: [], schematic: [] };
  for (const piece of coursePieces(runs)) {
    const first = Math.max(0, course.coordinates.length - 1);
    course.coordinates.push(...piece.coordinates.slice(course.coordinates.length > 0 ? 1 : 0));
    if (piece.schematic) course.schematic.push([first, course.coordinates.length - 1]);
  }
  return course;
}

/** The course from a position on: that position, then the vertices after the one nearest to it. */
function courseFrom({ coordinates, schematic }: Course, start: Position): Course {
  const gaps = coordinates.map((position) => gap(toPlane(position), toPlane(start)));
  const nearest = gaps.indexOf(Math.min(...gaps));
  return {
    coordinates: [start, ...coordinates.slice(nearest + 1)],
    schematic: schematic
      .filter(([, last]) => last > nearest)
      .map(([first, last]) => [Math.max(0, first - nearest), last - nearest]),
  };
}

function writePlace(id: string, { coordinates, schematic }: Course): void {
  const properties = { id, ...(schematic.length > 0 ? { schematic } : {}) };
  const feature = { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
  writeFileSync(basePath(`../places/${id}.geojson`), JSON.stringify(feature));
  console.log(`${id}: ${coordinates.length} vertices, schematic ${JSON.stringify(schematic)}`);
}

const { lines } = parse(readBase('item-rail.yaml')) as { lines: ItemRailway[] };
for (const { id, runs, within = {} } of lines) {
  const course = courseOf(runs);
  writePlace(id, course);
  for (const [item, start] of Object.entries(within)) writePlace(item, courseFrom(course, start));
}
