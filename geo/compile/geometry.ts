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
import type { Bounds, LngLat } from '../../src/model/dataset.ts';

/** A ribbon's edge may be off by this much, in degrees (about 60 m): it stands for kilometres of doubt. */
const ribbonToleranceDegrees = 0.0006;

/** Metres from a geometry to a district: 0 where they touch. */
export function metersOutside(geometry: Geometry, district: Feature<Polygon | MultiPolygon>): number {
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
export function ribbonAround(
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

/** Whether a geometry is a line or several. */
export function isLine(geometry: Geometry): geometry is LineString | MultiLineString {
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString';
}

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
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

/** Whether a box holds a position. */
export function contains(
  [west, south, east, north]: Bounds,
  [lng = Number.NaN, lat = Number.NaN]: Position,
): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** A geometry as a feature without properties. */
export function asFeature<G extends Geometry>(geometry: G): Feature<G> {
  return { type: 'Feature', properties: {}, geometry };
}

function toLngLat([lng = 0, lat = 0]: Position): LngLat {
  return [round(lng, 5), round(lat, 5)];
}

/** A position as the data files write it. */
export function formatPosition([lng, lat]: Position): string {
  return `[${lng}, ${lat}]`;
}

/** A number rounded to some decimals. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
