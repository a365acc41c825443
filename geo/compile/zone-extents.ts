import buffer from '@turf/buffer';
import { featureCollection } from '@turf/helpers';
import intersect from '@turf/intersect';
import simplify from '@turf/simplify';
import union from '@turf/union';
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import type { Zone } from '../../src/model/dataset.ts';
import type { DistrictPolygons } from './place-rules.ts';

type Area = Feature<Polygon | MultiPolygon>;

/** How far a zone is drawn around each of its towns, in metres: some of a town's size, as only its seat is known. */
const townReachMeters = 2500;

/**
 * Gaps between towns are bridged by rolling a disc of this radius along the outside, in metres. With the reach above,
 * towns less than about 11 km apart grow together, and a town further off stays a patch of its own.
 */
const bridgingMeters = 5000;

/** How far a dropped vertex may move the outline, in metres. The outline means nothing finer than kilometres. */
const toleranceMeters = 150;

const metersPerDegree = 111_195;

/**
 * The zones as loose, plainly schematic extents: nobody publishes their bounds, only the towns that make them up. Each
 * is its towns' points widened, grown together where they lie near each other, and kept inside the district.
 *
 * @param zones each with the names of its towns and the id of its district
 * @param towns points with the property `name`, WGS-84
 * @param polygons the districts by id
 * @returns one feature per zone of which a town is known: Polygon, or MultiPolygon where a town lies apart
 */
export function zoneExtents(
  zones: readonly Pick<Zone, 'id' | 'name' | 'nameEn' | 'within' | 'towns'>[],
  towns: FeatureCollection,
  polygons: DistrictPolygons,
): FeatureCollection<Polygon | MultiPolygon> {
  return featureCollection(
    zones.flatMap(({ id, name, nameEn, within, towns: members }) => {
      const points = towns.features.filter(
        (town): town is Feature<Point> =>
          town.geometry.type === 'Point' && members.includes(String(town.properties?.name)),
      );
      const district = polygons.get(within);
      const inside = district && clip(grownTogether(points), district);
      return inside ? [{ ...inside, properties: { id, name, nameEn, within, schematic: true } }] : [];
    }),
  );
}

/** The points widened, the gaps between near ones filled, in few vertices; null when there are none. */
function grownTogether(points: Feature<Point>[]): Area | null {
  const wide = points.flatMap((point) => widen(point, townReachMeters + bridgingMeters) ?? []);
  const [first] = wide;
  if (!first) return null;
  const joined = wide.length === 1 ? first : union(featureCollection(wide));
  const shrunk = joined && widen(joined, -bridgingMeters);
  return (
    shrunk &&
    simplify(shrunk, { tolerance: toleranceMeters / metersPerDegree, highQuality: true, mutate: false })
  );
}

function clip(area: Area | null, district: Area): Area | null {
  return area && intersect(featureCollection([area, district]));
}

function widen(shape: Feature<Point | Polygon | MultiPolygon>, meters: number): Area | null {
  return buffer(shape, meters, { units: 'meters', steps: 8 }) ?? null;
}
