/**
 * Draws `roads.geojson` from the points in `roads.yaml`.
 *
 *     npx tsx geo/base/extract/roads.ts
 *
 * One smooth curve goes through all points of a road. A bridge is a stretch of its road's curve, so that the two lie
 * on each other.
 */
import simplify from '@turf/simplify';
import type { Feature, Position } from 'geojson';
import { parse } from 'yaml';
import { gap, type PlanePoint, spline, toDegrees, toPlane } from './curve.ts';
import { DRAWN_WORLD, readBase, roundPosition, writeLayer } from './geojson.ts';

interface Named {
  id: string;
  name: string;
  nameEn: string;
  radiusMeters: number;
  basis: string;
}

interface Road extends Named {
  class: 'motorway' | 'trunk' | 'street';
  ref?: string;
  points: Position[];
}

interface Bridge extends Named {
  on: string;
  ends: [Position, Position];
}

/** Metres between samples of a curve, and how far a dropped vertex may move the line; streets are seen from nearer. */
const drawing = {
  street: { sample: 40, tolerance: 4 },
  road: { sample: 150, tolerance: 20 },
} as const;
const METRES_PER_DEGREE = 111_195;
/** About 10 m; no road here is known better than to some hundred metres. */
const DECIMALS = 4;

/** Whether a point of the plane lies in the drawn world. */
function inWorld(point: PlanePoint): boolean {
  const [lng = 0, lat = 0] = toDegrees(point);
  const [west, south, east, north] = DRAWN_WORLD;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** The curve as a line of few vertices, in rounded degrees. */
function slim(curve: PlanePoint[], toleranceMetres: number): Position[] {
  const line = { type: 'LineString' as const, coordinates: curve.map(toDegrees) };
  const { coordinates } = simplify(line, {
    tolerance: toleranceMetres / METRES_PER_DEGREE,
    highQuality: true,
  });
  return coordinates.map((position) => roundPosition(position, DECIMALS));
}

/** Index of the sample nearest to a position. */
function nearest(curve: PlanePoint[], position: Position): number {
  const gaps = curve.map((sample) => gap(sample, toPlane(position)));
  return gaps.indexOf(Math.min(...gaps));
}

/** A drawn line with what is published of it; `basis` stays in the editable file. */
function feature(
  { id, name, nameEn, radiusMeters }: Named,
  kind: { class: string; ref?: string },
  coordinates: Position[],
): Feature {
  return {
    type: 'Feature',
    properties: {
      id,
      name,
      nameEn,
      ...(kind.ref === undefined ? {} : { ref: kind.ref }),
      class: kind.class,
      schematic: true,
      radiusMeters,
    },
    geometry: { type: 'LineString', coordinates },
  };
}

const { roads, bridges } = parse(readBase('roads.yaml')) as { roads: Road[]; bridges: Bridge[] };

const curves = new Map(
  roads.map((road) => {
    const { sample } = road.class === 'street' ? drawing.street : drawing.road;
    return [road.id, spline(road.points.map(toPlane), sample).line.filter(inWorld)] as const;
  }),
);

const drawnRoads = roads.map((road) => {
  const { tolerance } = road.class === 'street' ? drawing.street : drawing.road;
  return feature(road, road, slim(curves.get(road.id) ?? [], tolerance));
});

const drawnBridges = bridges.map((bridge) => {
  const curve = curves.get(bridge.on);
  const road = roads.find(({ id }) => id === bridge.on);
  if (curve === undefined || road === undefined) {
    throw new Error(`bridge ${bridge.id} lies on ${bridge.on}, which is not a road of roads.yaml`);
  }
  const [from = 0, to = 0] = bridge.ends.map((end) => nearest(curve, end)).toSorted((a, b) => a - b);
  const stretch = curve.slice(from, to + 1);
  const kind = { class: 'bridge', ...(road.ref === undefined ? {} : { ref: road.ref }) };
  return feature(bridge, kind, slim(stretch, drawing.road.tolerance));
});

writeLayer('roads.geojson', [...drawnRoads, ...drawnBridges]);
