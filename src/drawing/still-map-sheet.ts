import bboxClip from '@turf/bbox-clip';
import { lineString, multiLineString } from '@turf/helpers';
import simplify from '@turf/simplify';
import type { Geometry, Position } from 'geojson';
import type { Bounds, LngLat } from '../model/dataset.ts';
import { mercator, mercatorBox } from './mercator.ts';

/** The still picture's sheet: the city's bounds in Web Mercator, `width` units wide. */
export interface Sheet {
  width: number;
  height: number;
  /** What is drawn reaches to here, past the sheet's own edges: the map's window, in degrees. */
  extent: Bounds;
  /** Units from the sheet's north-west corner to the right and down. */
  at(position: LngLat): [x: number, y: number];
}

/** About 47 m in a city a degree wide: finer than a pixel on a laptop, and small integers in the file. */
const sheetWidth = 2000;

/** Corners that leave the straight line by less than this many units are left out: half a pixel on a laptop. */
const fine = 1;
/** The same for what only gives the surroundings. */
const coarse = 2.2;

/** The sheet for a city's bounds and its map's window, both in degrees. */
export function sheetOf(bounds: Bounds, extent: Bounds): Sheet {
  const box = mercatorBox(bounds);
  const scale = sheetWidth / box.width;
  return {
    width: sheetWidth,
    height: box.height * scale,
    extent,
    at: (position) => {
      const [x, y] = mercator(position);
      return [(x - box.x) * scale, (y - box.y) * scale];
    },
  };
}

/** How wide the sheet is for its height: what CSS needs to fit it into a room. */
export function sheetRatio(bounds: Bounds): number {
  const { width, height } = mercatorBox(bounds);
  return width / height;
}

/** The lines of a geometry, or the rings of its areas; none for points. */
export function linesOf(geometry: Geometry): { lines: Position[][]; closed: boolean } {
  switch (geometry.type) {
    case 'LineString':
      return { lines: [geometry.coordinates], closed: false };
    case 'MultiLineString':
      return { lines: geometry.coordinates, closed: false };
    case 'Polygon':
      return { lines: geometry.coordinates, closed: true };
    case 'MultiPolygon':
      return { lines: geometry.coordinates.flat(), closed: true };
    default:
      return { lines: [], closed: false };
  }
}

/** A geometry as path data in whole units of the sheet, relative and without needless corners. Areas are closed. */
export function pathOf(sheet: Sheet, geometry: Geometry): string {
  const { lines, closed } = linesOf(geometry);
  return lines.map((line) => linePath(sheet, line, closed, fine)).join('');
}

/** The outlines of a geometry as rough lines, cut off at the window: for neighbours, of which only the stroke is seen. */
export function outlinePath(sheet: Sheet, geometry: Geometry): string {
  const { lines } = linesOf(geometry);
  const usable = lines.filter((line) => line.length > 1);
  if (usable.length === 0) return '';
  const inside = linesOf(bboxClip(multiLineString(usable), sheet.extent).geometry);
  return inside.lines.map((line) => linePath(sheet, line, false, coarse)).join('');
}

function linePath(sheet: Sheet, line: readonly Position[], closed: boolean, tolerance: number): string {
  const points = line.map(([lng = 0, lat = 0]) => sheet.at([lng, lat]));
  if (points.length < 2) return '';
  const corners = simplify(lineString(points), { tolerance, highQuality: true }).geometry.coordinates;
  let [fromX, fromY] = [0, 0];
  const steps: number[][] = [];
  for (const [x = 0, y = 0] of corners) {
    const step = [Math.round(x) - fromX, Math.round(y) - fromY];
    if (steps.length > 0 && step[0] === 0 && step[1] === 0) continue;
    steps.push(step);
    fromX += step[0] ?? 0;
    fromY += step[1] ?? 0;
  }
  if (steps.length < (closed ? 4 : 2)) return '';
  const [start = [], ...rest] = closed ? steps.slice(0, -1) : steps;
  return `M${numbers(start)}l${numbers(rest.flat())}${closed ? 'z' : ''}`;
}

/** Numbers of path data; a minus sign parts two as well as a blank does. */
function numbers(values: readonly number[]): string {
  return values.map((value, index) => (index > 0 && value >= 0 ? ` ${value}` : String(value))).join('');
}
