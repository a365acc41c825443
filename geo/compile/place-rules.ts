import length from '@turf/length';
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { Bounds, Place } from '../../src/model/dataset.ts';
import { type BasisMethodId, locatedPrecisions } from '../../src/model/vocabulary.ts';
import {
  asFeature,
  boundsWithRadius,
  contains,
  formatPosition,
  isLine,
  labelPoint,
  metersOutside,
  positionsOf,
  ribbonAround,
  round,
} from './geometry.ts';
import type { DrawnPlaceSource, ItemSource } from './schema.ts';

/** A point may lie this many metres outside its declared district, on top of its own radius: boundaries are simplified. */
export const districtToleranceMeters = 300;

/** Licence of a geometry that we drew ourselves. */
const ownLicense = 'CC-BY-4.0';

/**
 * The finest that each kind of basis can carry, in metres: memory does not know a plot, a gazetteer's point stands for a
 * settlement, and the report's words hold no coordinates.
 */
const finestOfBasis: Record<BasisMethodId, { radius: number; site: boolean } | null> = {
  'control-point': { radius: 50, site: true },
  'public-source': { radius: 50, site: true },
  gazetteer: { radius: 1000, site: false },
  'own-knowledge': { radius: 300, site: false },
  report: null,
};

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
  drawn: DrawnPlaceSource | undefined;
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
    context.drawn?.geometry ?? (source.point ? { type: 'Point', coordinates: source.point } : null);
  const mistakes = [
    ...checkForm(item, context.drawn?.geometry),
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
      schematic: context.drawn?.properties.schematic ?? [],
      ribbon:
        geometry && isLine(geometry) && source.precision === 'town'
          ? ribbonAround(geometry, source.radius ?? 0)
          : null,
      basis: source.basis.method,
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
  if (located && radius !== undefined) mistakes.push(...checkBasis(item, radius));
  if (item.districts === 'unknown' && precision === 'city') {
    mistakes.push({
      path: ['districts'],
      message: `unknown districts do not go with precision ${precision}`,
      remedy: 'name the districts, or use city or urban, or precision unknown',
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

/** Never a pin more precise than its basis. */
function checkBasis({ place: { precision, basis } }: ItemSource, radius: number): PlaceMistake[] {
  const finest = finestOfBasis[basis.method];
  if (!finest) {
    return [
      {
        path: ['place', 'basis', 'method'],
        message: `precision ${precision} rests on the report alone, whose words hold no position`,
        remedy: 'look the place up and say where, or lower the precision to district, city or unknown',
      },
    ];
  }
  if (radius >= finest.radius && (precision !== 'site' || finest.site)) return [];
  return [
    {
      path: ['place'],
      message: `precision ${precision} with a radius of ${radius} m is finer than the basis ${basis.method} allows`,
      remedy: `give at least ${finest.radius} m${finest.site ? '' : ' and not the precision site'}, or a better basis`,
    },
  ];
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
  // A line must touch what it claims: its radius says how far off its course may be, not where it leads.
  const tolerance = districtToleranceMeters + (isLine(geometry) ? 0 : (item.place.radius ?? 0));
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
