import along from '@turf/along';
import bbox from '@turf/bbox';
import booleanIntersects from '@turf/boolean-intersects';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import buffer from '@turf/buffer';
import distance from '@turf/distance';
import { point as turfPoint } from '@turf/helpers';
import length from '@turf/length';
import pointOnFeature from '@turf/point-on-feature';
import pointToLineDistance from '@turf/point-to-line-distance';
import polygonToLine from '@turf/polygon-to-line';
import simplify from '@turf/simplify';
import type {
  Feature,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import type { Bounds, LngLat, Place } from '../../src/model/dataset.ts';
import { locatedPrecisions } from '../../src/model/vocabulary.ts';
import type { ItemSource } from './schema.ts';

/** A point may lie this many metres outside its declared district, on top of its own radius (DESIGN: boundaries are simplified). */
export const districtToleranceMeters = 300;

/** A ribbon's edge may be off by this much, in degrees (about 60 m): it stands for kilometres of doubt. */
const ribbonToleranceDegrees = 0.0006;

/** Licence of a geometry that we drew ourselves. */
const ownLicense = 'CC-BY-4.0';

/** One thing wrong with an item's place. `path` leads to the value inside the item. */
export interface PlaceMistake {
  path: string[];
  message: string;
  remedy: string;
}

export type DistrictPolygons = ReadonlyMap<string, Feature<Polygon | MultiPolygon>>;

interface PlaceContext {
  districts: DistrictPolygons;
  window: Bounds;
  /** The drawn geometry of `places/<id>.geojson`, if there is one. */
  drawn: Geometry | undefined;
}

/**
 * Makes an item's place from its source, and checks it: geometry by precision, inside the map's window, in agreement
 * with the declared districts, of a plausible length.
 */
export function compilePlace(
  item: ItemSource,
  context: PlaceContext,
): { place: Place; mistakes: PlaceMistake[] } {
  const { place: source } = item;
  const geometry: Geometry | null =
    context.drawn ?? (source.point ? { type: 'Point', coordinates: source.point } : null);
  const mistakes = [
    ...checkForm(item, context.drawn),
    ...(geometry ? checkPosition(item, geometry, context) : []),
  ];
  const lengthKm = geometry && isLine(geometry) ? round(length(asFeature(geometry)), 1) : null;
  if (lengthKm !== null) mistakes.push(...checkLength(item, lengthKm));
  return {
    place: {
      precision: source.precision,
      radiusMeters: source.radius ?? null,
      geometry,
      label: geometry ? labelPoint(geometry) : null,
      bounds: geometry ? boundsWithRadius(geometry, source.radius ?? 0) : null,
      lengthKm,
      ribbon:
        geometry && isLine(geometry) && source.precision === 'town'
          ? ribbonAround(geometry, source.radius ?? 0)
          : null,
      basis: source.basis,
      license: source.license ?? ownLicense,
    },
    mistakes,
  };
}

function checkForm(item: ItemSource, drawn: Geometry | undefined): PlaceMistake[] {
  const { precision, point, radius } = item.place;
  const mistakes: PlaceMistake[] = [];
  const located = locatedPrecisions.includes(precision);
  if (point && drawn) {
    mistakes.push({
      path: ['place', 'point'],
      message: `has a point and also a file places/${item.id}.geojson`,
      remedy: 'keep one of the two',
    });
  }
  if (located && !point && !drawn) {
    mistakes.push({
      path: ['place', 'precision'],
      message: `precision ${precision} needs a geometry`,
      remedy: `add a point, or draw places/${item.id}.geojson, or lower the precision to district, city or unknown`,
    });
  }
  if (located && radius === undefined) {
    mistakes.push({
      path: ['place'],
      message: `precision ${precision} needs a radius in metres`,
      remedy: 'say how far off the geometry may be',
    });
  }
  if (!located && (point || drawn || radius !== undefined)) {
    mistakes.push({
      path: ['place', 'precision'],
      message: `precision ${precision} carries neither geometry nor radius`,
      remedy: 'remove them, or raise the precision to what the basis allows',
    });
  }
  if (drawn && precision === 'zone') {
    mistakes.push({
      path: ['place', 'precision'],
      message: 'precision zone carries a point and a radius, not a drawn geometry',
      remedy: 'give a point, or use precision site or street for a known outline',
    });
  }
  if (precision === 'district' && !Array.isArray(item.districts)) {
    mistakes.push({
      path: ['districts'],
      message: 'precision district needs the districts to be named',
      remedy: 'list the districts, or use precision city',
    });
  }
  if (located && !Array.isArray(item.districts)) {
    mistakes.push({
      path: ['districts'],
      message: `a place of precision ${precision} lies in districts, but none is listed`,
      remedy: 'list every district that it lies in or crosses',
    });
  }
  return mistakes;
}

function checkPosition(item: ItemSource, geometry: Geometry, context: PlaceContext): PlaceMistake[] {
  const path = ['place'];
  const mistakes: PlaceMistake[] = [];
  const outside = positionsOf(geometry).find((position) => !contains(context.window, position));
  if (outside) {
    mistakes.push({
      path,
      message: `lies outside the map's window at ${formatPosition(outside)}`,
      remedy: 'check the order [lng, lat] and the coordinates; cut a line at the window',
    });
  }
  if (!Array.isArray(item.districts)) return mistakes;
  const tolerance = (item.place.radius ?? 0) + districtToleranceMeters;
  for (const id of item.districts) {
    const polygon = context.districts.get(id);
    if (!polygon) continue;
    const off = metersOutside(geometry, polygon);
    if (off > tolerance) {
      mistakes.push({
        path: ['districts'],
        message: `declares district ${id} but lies ${Math.round(off)} m outside it (tolerance ${Math.round(tolerance)} m)`,
        remedy: 'correct the district, the position, or the radius',
      });
    }
  }
  if (geometry.type === 'Point') {
    const declared = item.districts;
    const inside = [...context.districts].filter(([, polygon]) => metersOutside(geometry, polygon) === 0);
    const [actual] = inside;
    const isNear = declared.some((id) => {
      const polygon = context.districts.get(id);
      return polygon !== undefined && metersOutside(geometry, polygon) <= tolerance;
    });
    if (!actual && !isNear) {
      mistakes.push({
        path,
        message: `misses the city: ${formatPosition(geometry.coordinates)} lies in none of its districts`,
        remedy: 'correct the position',
      });
    }
  }
  return mistakes;
}

function checkLength(item: ItemSource, lengthKm: number): PlaceMistake[] {
  if (!item.lengthKm) {
    return [
      {
        path: ['place'],
        message: `is a line of ${lengthKm} km without a plausible range`,
        remedy: 'add lengthKm: [shortest, longest]',
      },
    ];
  }
  const [shortest, longest] = item.lengthKm;
  if (lengthKm >= shortest && lengthKm <= longest) return [];
  return [
    {
      path: ['lengthKm'],
      message: `is drawn ${lengthKm} km long, outside its plausible range ${shortest}–${longest} km`,
      remedy: 'correct the geometry or the range',
    },
  ];
}

/** Metres from a geometry to a district: 0 where they touch. */
function metersOutside(geometry: Geometry, district: Feature<Polygon | MultiPolygon>): number {
  if (geometry.type === 'Point') {
    if (booleanPointInPolygon(geometry, district)) return 0;
    return metersToOutline(geometry.coordinates, district);
  }
  if (booleanIntersects(asFeature(geometry), district)) return 0;
  return Math.min(...positionsOf(geometry).map((position) => metersToOutline(position, district)));
}

function metersToOutline(position: Position, district: Feature<Polygon | MultiPolygon>): number {
  const outline = polygonToLine(district);
  const lines = outline.type === 'FeatureCollection' ? outline.features : [outline];
  return Math.min(
    ...lines.flatMap((line) =>
      linesOf(line.geometry).map(
        (coordinates) =>
          pointToLineDistance(
            turfPoint(position),
            { type: 'LineString', coordinates },
            { units: 'kilometers' },
          ) * 1000,
      ),
    ),
  );
}

function linesOf(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

/** Where an item's mark stands: the point itself, the middle of its longest line, a point on its area. */
export function labelPoint(geometry: Geometry): LngLat {
  if (geometry.type === 'Point') return toLngLat(geometry.coordinates);
  if (isLine(geometry)) {
    const [longest] = linesOf(geometry)
      .map((coordinates): LineString => ({ type: 'LineString', coordinates }))
      .sort((a, b) => length(asFeature(b)) - length(asFeature(a)));
    if (longest) return toLngLat(along(longest, length(asFeature(longest)) / 2).geometry.coordinates);
  }
  return toLngLat(pointOnFeature(asFeature(geometry)).geometry.coordinates);
}

/**
 * The strip in which a loosely known line runs: `radiusMeters` to either side of it. Made here and not drawn as a broad
 * line, because broad lines break up at bends.
 */
function ribbonAround(
  line: LineString | MultiLineString,
  radiusMeters: number,
): Polygon | MultiPolygon | null {
  const strip = buffer(asFeature(line), radiusMeters, { units: 'meters', steps: 12 });
  if (!strip) return null;
  const { geometry } = simplify(strip, { tolerance: ribbonToleranceDegrees, highQuality: true });
  return JSON.parse(JSON.stringify(geometry), (_key, value) =>
    typeof value === 'number' ? round(value, 4) : value,
  ) as Polygon | MultiPolygon;
}

/** The box around a geometry, widened by its radius in metres. */
export function boundsWithRadius(geometry: Geometry, radiusMeters: number): Bounds {
  const [west, south, east, north] = bbox(asFeature(geometry)) as Bounds;
  const metersPerDegree = distance([west, south], [west, south + 1], { units: 'meters' });
  const dLat = radiusMeters / metersPerDegree;
  const dLng = dLat / Math.cos(((south + north) / 2) * (Math.PI / 180));
  return [round(west - dLng, 5), round(south - dLat, 5), round(east + dLng, 5), round(north + dLat, 5)];
}

function isLine(geometry: Geometry): geometry is LineString | MultiLineString {
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString';
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
  }
}

function contains(
  [west, south, east, north]: Bounds,
  [lng = Number.NaN, lat = Number.NaN]: Position,
): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function asFeature<G extends Geometry>(geometry: G): Feature<G> {
  return { type: 'Feature', properties: {}, geometry };
}

function toLngLat([lng = 0, lat = 0]: Position): LngLat {
  return [round(lng, 5), round(lat, 5)];
}

function formatPosition([lng, lat]: Position): string {
  return `[${lng}, ${lat}]`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
