/**
 * Draws `water.geojson` from the centre lines and widths in `channels.yaml`.
 *
 *     npx tsx geo/base/extract/water.ts
 *
 * Yangtze: a smooth line through each arm's vertices, widened to the width given at each vertex, all arms joined;
 * the land they enclose comes out as islands. Then notches and spikes narrower than the smoothing radius go, and
 * vertices that move a bank by less than the tolerance. Canals are smooth lines, lakes smooth rings; of a lake that is
 * gone there is a point to write its name at.
 */
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import buffer from '@turf/buffer';
import difference from '@turf/difference';
import { featureCollection, polygon } from '@turf/helpers';
import intersect from '@turf/intersect';
import simplify from '@turf/simplify';
import union from '@turf/union';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { parse } from 'yaml';
import { closedSpline, gap, type PlanePoint, spline, toDegrees, toPlane } from './curve.ts';
import { DRAWN_WORLD, dropRepeats, readBase, roundPosition, wind, writeLayer } from './geojson.ts';

type Area = Feature<Polygon | MultiPolygon>;

interface Named {
  id: string;
  name: string;
  nameEn: string;
}

interface Drawing {
  channels: { id: string; line: number[][] }[];
  islands: { id: string; ring: number[][] }[];
  labels: (Named & { channel: string; from: number; to: number })[];
  canals: (Named & { radius: number; width: number; line: number[][] })[];
  lakes: (Named & { radius: number; ring: number[][] })[];
  names: (Named & { radius: number; point: Position })[];
}

const SAMPLE_METRES = 150;
const CANAL_SAMPLE_METRES = 50;
/** Land tongues narrower than about twice this, between two arms that meet, are cut off. */
const TONGUE_METRES = 120;
/** Inlets narrower than about twice this are filled; less than half the width of the narrowest arm. */
const INLET_METRES = 70;
/** Along the bank, over about this length to either side, kinks are evened out. */
const EVEN_METRES = 220;
const BANK_TOLERANCE_METRES = 10;
const LINE_TOLERANCE_METRES = 8;
/** Slivers of land smaller than this are an artefact of two arms meeting, not an island. */
const SMALLEST_ISLAND_SQUARE_METRES = 60_000;
const DECIMALS = 5;
const DEGREES_PER_METRE = 1 / 111_195;

/** Corner points of the convex hull, counter-clockwise (Andrew's monotone chain). */
function convexHull(points: PlanePoint[]): PlanePoint[] {
  const sorted = [...points].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
  const turn = (o: PlanePoint, a: PlanePoint, b: PlanePoint): number =>
    ((a[0] ?? 0) - (o[0] ?? 0)) * ((b[1] ?? 0) - (o[1] ?? 0)) -
    ((a[1] ?? 0) - (o[1] ?? 0)) * ((b[0] ?? 0) - (o[0] ?? 0));
  const half = (list: PlanePoint[]): PlanePoint[] => {
    const chain: PlanePoint[] = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2) ?? [], chain.at(-1) ?? [], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

/** A circle of 48 corners in the plane; centre and radius in metres. */
function circle([x = 0, y = 0]: PlanePoint, radius: number): PlanePoint[] {
  return Array.from({ length: 48 }, (_, i) => {
    const angle = (i / 48) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** A polygon in degrees from a ring of the plane, closed if it is not. */
function areaOf(ring: PlanePoint[]): Feature<Polygon> {
  const line = ring.map(toDegrees);
  const first = line[0] ?? [0, 0];
  return polygon([[...line, first]]);
}

/**
 * A line widened to a width that varies along it: the union of the hulls of the circles at successive samples.
 *
 * @param line samples `[x, y, width]`, metres
 */
function widen(line: PlanePoint[]): Area[] {
  return line
    .slice(0, -1)
    .map((a, i) =>
      areaOf(convexHull([a, line[i + 1] ?? a].flatMap((point) => circle(point, (point[2] ?? 0) / 2)))),
    );
}

/** Union of areas, by halves: two large shapes at a time are far quicker than one at a time. */
function join(areas: Area[]): Area {
  const [only] = areas;
  if (only === undefined) throw new Error('nothing to join');
  if (areas.length === 1) return only;
  const middle = areas.length >> 1;
  const joined = union(featureCollection([join(areas.slice(0, middle)), join(areas.slice(middle))]));
  if (joined === null) throw new Error('the union came out empty');
  return joined;
}

/** The area grown by so many metres (shrunk, if negative). */
function grow(area: Area, metres: number): Area {
  const grown = buffer(area, metres, { units: 'meters', steps: 16 });
  if (grown === undefined) throw new Error('nothing is left of the water');
  return grown;
}

/** Cuts off narrow tongues of land, then fills narrow inlets (a closing and an opening of the water). */
function smoothBanks(area: Area): Area {
  return grow(grow(grow(area, TONGUE_METRES), -TONGUE_METRES - INLET_METRES), INLET_METRES);
}

/** Points at equal distances, about `step` metres, along a closed ring of the plane (the first is not repeated). */
function resample(ring: PlanePoint[], step: number): PlanePoint[] {
  const along = [0];
  ring.slice(1).forEach((point, i) => {
    along.push((along[i] ?? 0) + gap(ring[i] ?? point, point));
  });
  const length = along.at(-1) ?? 0;
  const count = Math.max(3, Math.round(length / step));
  let edge = 0;
  return Array.from({ length: count }, (_, k) => {
    const at = (k / count) * length;
    while ((along[edge + 1] ?? length) < at) edge += 1;
    const [a = [], b = []] = [ring[edge], ring[edge + 1]];
    const t = (at - (along[edge] ?? 0)) / ((along[edge + 1] ?? 0) - (along[edge] ?? 0) || 1);
    return [0, 1].map((d) => (a[d] ?? 0) + t * ((b[d] ?? 0) - (a[d] ?? 0)));
  });
}

/**
 * A ring with its kinks evened out: every point becomes the mean of those around it, weighted by a bell curve.
 * A bank that bends with radius R moves by about EVEN_METRES² / 2R: 5 m at 5 km, 40 m in the tightest bend of 夹江.
 */
function evenOut(ring: Position[]): Position[] {
  const step = 50;
  const points = resample(ring.map(toPlane), step);
  const reach = Math.round((3 * EVEN_METRES) / step);
  const n = points.length;
  const even = points.map((_, i) => {
    let [x, y, total] = [0, 0, 0];
    for (let k = -reach; k <= reach; k += 1) {
      const point = points[(((i + k) % n) + n) % n] ?? [];
      const weight = Math.exp(-0.5 * ((k * step) / EVEN_METRES) ** 2);
      x += weight * (point[0] ?? 0);
      y += weight * (point[1] ?? 0);
      total += weight;
    }
    return toDegrees([x / total, y / total]);
  });
  return [...even, ...even.slice(0, 1)];
}

/** The area with every ring changed in the same way. */
function mapRings(area: Area, change: (ring: Position[]) => Position[]): Area {
  const { geometry } = area;
  return {
    ...area,
    geometry:
      geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: geometry.coordinates.map(change) }
        : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(change)) },
  };
}

/** Rough area of a ring in square metres. */
function squareMetres(ring: Position[]): number {
  const points = ring.map((p) => toPlane(p));
  let sum = 0;
  for (let i = 0; i + 1 < points.length; i += 1) {
    sum +=
      (points[i]?.[0] ?? 0) * (points[i + 1]?.[1] ?? 0) - (points[i + 1]?.[0] ?? 0) * (points[i]?.[1] ?? 0);
  }
  return Math.abs(sum / 2);
}

/** Rounded, correctly wound, without slivers of land. */
function tidy(area: Area): Area {
  const rings = (list: Position[][]): Position[][] =>
    list
      .map((ring, i) => wind(dropRepeats(ring.map((p) => roundPosition(p, DECIMALS))), i === 0))
      .filter((ring, i) => i === 0 || squareMetres(ring) > SMALLEST_ISLAND_SQUARE_METRES);
  const { geometry } = area;
  return {
    ...area,
    geometry:
      geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: rings(geometry.coordinates) }
        : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) },
  };
}

/** A line with the vertices dropped that move it by less than the tolerance, in rounded degrees. */
function lineOf(line: PlanePoint[]): Feature {
  const geometry = { type: 'LineString' as const, coordinates: line.map(toDegrees) };
  const slim = simplify(geometry, {
    tolerance: LINE_TOLERANCE_METRES * DEGREES_PER_METRE,
    highQuality: true,
  });
  const coordinates = slim.coordinates.map((p) => roundPosition(p, DECIMALS));
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

/** The stretch of a line that lies inside the drawn world (lines leave it once and do not return). */
function insideWorld(line: PlanePoint[]): PlanePoint[] {
  const [west, south, east, north] = DRAWN_WORLD;
  return line.filter((point) => {
    const [lng = 0, lat = 0] = toDegrees(point);
    return lng >= west && lng <= east && lat >= south && lat <= north;
  });
}

/** A line without the ends that lie in the river, but for one sample there, so that the canal meets the bank. */
function upToTheBank(line: PlanePoint[], river: Area): PlanePoint[] {
  const wet = line.map((point) => booleanPointInPolygon(toDegrees(point), river));
  const first = wet.indexOf(false);
  const last = wet.lastIndexOf(false);
  return line.slice(Math.max(0, first - 1), last + 2);
}

const drawing = parse(readBase('channels.yaml')) as Drawing;

/** Each arm's smooth centre line with widths, in the plane. */
const centreLines = new Map(
  drawing.channels.map(({ id, line }) => [id, spline(line.map(toPlane), SAMPLE_METRES)] as const),
);

const [west, south, east, north] = DRAWN_WORLD;
const world = polygon([
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]);

const flooded = join([...centreLines.values()].map(({ line }) => join(widen(line))));
const smooth = mapRings(smoothBanks(flooded), evenOut);
const islands = drawing.islands.map(({ ring }) => areaOf(closedSpline(ring.map(toPlane), 60)));
const drained = difference(featureCollection([smooth, ...islands]));
const clipped = drained && intersect(featureCollection<Polygon | MultiPolygon>([drained, world]));
if (!clipped) throw new Error('no river is left');
const slim = simplify(clipped, { tolerance: BANK_TOLERANCE_METRES * DEGREES_PER_METRE, highQuality: true });

const river: Area = {
  ...tidy(slim),
  properties: { id: 'yangtze', name: '长江', nameEn: 'Yangtze River', class: 'river' },
};

const lakes = drawing.lakes.map(({ id, name, nameEn, radius, ring }): Feature => {
  const outline = areaOf(closedSpline(ring.map(toPlane), SAMPLE_METRES));
  const slimmed = simplify(outline, {
    tolerance: 2 * BANK_TOLERANCE_METRES * DEGREES_PER_METRE,
    highQuality: true,
  });
  return { ...tidy(slimmed), properties: { id, name, nameEn, class: 'lake', radiusMeters: radius } };
});

const canals = drawing.canals.map(
  ({ id, name, nameEn, radius, width, line }): Feature => ({
    ...lineOf(upToTheBank(insideWorld(spline(line.map(toPlane), CANAL_SAMPLE_METRES).line), river)),
    properties: { id, name, nameEn, class: 'canal', width, radiusMeters: radius },
  }),
);

// A point that has a name and no surface: a lake that is one no longer.
const names = drawing.names.map(
  ({ id, name, nameEn, radius, point }): Feature => ({
    type: 'Feature',
    properties: { id, name, nameEn, class: 'lake', schematic: true, radiusMeters: radius },
    geometry: { type: 'Point', coordinates: roundPosition(point, DECIMALS) },
  }),
);

const labels = drawing.labels.map(({ id, name, nameEn, channel, from, to }): Feature => {
  const centre = centreLines.get(channel);
  if (centre === undefined) throw new Error(`label ${id}: no channel ${channel}`);
  const stretch = centre.line.filter((_, i) => (centre.spans[i] ?? 0) >= from && (centre.spans[i] ?? 0) < to);
  const length = stretch.slice(1).reduce((sum, point, i) => sum + gap(stretch[i] ?? point, point), 0);
  const properties = {
    id: `label-${id}`,
    name,
    nameEn,
    class: 'label-line',
    lengthKm: Math.round(length / 100) / 10,
  };
  return { ...lineOf(stretch), properties };
});

writeLayer('water.geojson', [river, ...lakes, ...names, ...canals, ...labels]);
