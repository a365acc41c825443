import bbox from '@turf/bbox';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import centerOfMass from '@turf/center-of-mass';
import { featureCollection } from '@turf/helpers';
import pointOnFeature from '@turf/point-on-feature';
import union from '@turf/union';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { BaseLayers } from '../../src/model/base-layers.ts';
import type { Bounds, City, LngLat } from '../../src/model/dataset.ts';
import { boundsWithRadius } from './geometry.ts';
import { neighbourLines } from './neighbour-lines.ts';
import type { DistrictPolygons } from './place-rules.ts';
import type { Problem } from './problem.ts';
import type { CitySource } from './schema.ts';
import { readSource } from './sources.ts';
import { zoneExtents } from './zone-extents.ts';

/** Around a zone's towns this much is shown, in metres: a town point is its seat, not its extent. */
const zoneMarginMeters = 3500;

/** The layers of `geo/base`, by file name. Boundaries must be there; the others may be empty. */
const layerNames = ['boundaries', 'neighbours', 'water', 'rail', 'roads', 'towns', 'hills'] as const;

/** Reads the base layers as they are published; a missing optional file is an empty layer. */
export function readBaseLayers(
  root: string,
  problems: Problem[],
): Record<(typeof layerNames)[number], FeatureCollection> {
  const read = (name: string): FeatureCollection => {
    const file = `base/${name}.geojson`;
    const source = readSource(root, file, problems);
    const data = source?.data as FeatureCollection | undefined;
    if (data?.type === 'FeatureCollection' && Array.isArray(data.features)) return data;
    if (source) {
      problems.push({
        file,
        message: 'is not a FeatureCollection',
        remedy: 'run the extraction script of this layer again',
      });
    }
    return { type: 'FeatureCollection', features: [] };
  };
  return Object.fromEntries(layerNames.map((name) => [name, read(name)])) as ReturnType<
    typeof readBaseLayers
  >;
}

/** The district polygons by district id. A declared district without a polygon becomes a problem. */
export function districtPolygons(
  boundaries: FeatureCollection,
  city: CitySource,
  problems: Problem[],
): DistrictPolygons {
  const polygons = new Map<string, Feature<Polygon | MultiPolygon>>();
  for (const { id, adcode, name } of city.districts) {
    const feature = boundaries.features.find((candidate) => candidate.properties?.adcode === adcode);
    if (feature && (feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon')) {
      polygons.set(id, feature as Feature<Polygon | MultiPolygon>);
    } else {
      problems.push({
        file: 'base/boundaries.geojson',
        item: id,
        message: `has no polygon for ${name} (adcode ${adcode})`,
        remedy: 'extract the boundaries again, or correct the adcode in city.yaml',
      });
    }
  }
  return polygons;
}

/** Checks that the urban area and the zones refer to districts that there are. */
export function checkCity(city: CitySource, problems: Problem[]): void {
  const known = city.districts.map((district) => district.id);
  const references = [
    ...city.urban.map((district) => ({ district, by: 'urban', whose: 'the urban area' })),
    ...city.zones.map((zone) => ({ district: zone.within, by: zone.id, whose: `zone ${zone.id}` })),
  ];
  for (const { district, by, whose } of references) {
    if (known.includes(district)) continue;
    problems.push({
      file: 'city.yaml',
      item: by,
      message: `${whose} names the district ${district}, which is unknown; known: ${known.join(', ')}`,
      remedy: 'use the id of a district listed in this file',
    });
  }
}

/** The city as the app knows it: bounds, label points, and zones spread over the towns that make them up. */
export function compileCity(
  source: CitySource,
  polygons: DistrictPolygons,
  towns: FeatureCollection,
  problems: Problem[],
): City {
  const districts = source.districts.flatMap((district) => {
    const polygon = polygons.get(district.id);
    if (!polygon) return [];
    const { label } = district;
    if (label && !booleanPointInPolygon(label, polygon)) {
      problems.push({
        file: 'city.yaml',
        item: district.id,
        message: `the name of ${district.name} would be written at ${label.join(', ')}, which lies outside of it`,
        remedy: 'move label into the district, or leave it out',
      });
    }
    return [{ ...district, bounds: bbox(polygon) as Bounds, label: label ?? innerPoint(polygon) }];
  });
  const zones = source.zones.map((zone) => {
    const members = towns.features.filter((town) => zone.towns.includes(String(town.properties?.name)));
    const known = new Set(members.map((town) => String(town.properties?.name)));
    for (const name of zone.towns.filter((town) => !known.has(town))) {
      problems.push({
        file: 'city.yaml',
        item: zone.id,
        message: `zone ${zone.name} names the town ${name}, which base/towns.geojson does not hold`,
        remedy: 'use a name from base/towns.geojson',
      });
    }
    const extent = featureCollection(members);
    const box = members.length > 0 ? (bbox(extent) as Bounds) : source.window;
    return {
      ...zone,
      bounds: boundsWithRadius(rectangle(box), zoneMarginMeters),
      label: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as LngLat,
    };
  });
  const bounds =
    districts.length > 0 ? (bbox(featureCollection([...polygons.values()])) as Bounds) : source.window;
  const { readings: _, ...named } = source;
  return { ...named, districts, zones, bounds };
}

/** The layers as the map draws them: districts joined to the city's outline, and the veil over everything outside it. */
export function drawnBaseLayers(
  published: ReturnType<typeof readBaseLayers>,
  polygons: DistrictPolygons,
  city: City,
): BaseLayers {
  const outline = union(featureCollection([...polygons.values()]));
  const districtIds = new Map(city.districts.map((district) => [district.adcode, district.id]));
  const boundaries: FeatureCollection = {
    ...published.boundaries,
    features: published.boundaries.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, id: districtIds.get(String(feature.properties?.adcode)) },
    })),
  };
  // One point each: a name on a polygon would be written again in every tile that the polygon touches.
  const neighbourNames: FeatureCollection = {
    type: 'FeatureCollection',
    features: published.neighbours.features.flatMap(({ properties, geometry }): Feature[] =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
        ? [
            {
              type: 'Feature',
              properties,
              geometry: { type: 'Point', coordinates: innerPoint({ type: 'Feature', properties, geometry }) },
            },
          ]
        : [],
    ),
  };
  const drawn = {
    ...published,
    boundaries,
    neighbours: neighbourLines(published.neighbours, published.boundaries),
    neighbourNames,
    zones: zoneExtents(city.zones, published.towns, polygons),
    veil: featureCollection(outline ? [veilAround(outline)] : []),
  };
  // About 10 m: a pixel at the nearest zoom, and far finer than the base is accurate.
  return JSON.parse(JSON.stringify(drawn), (_key, value) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value,
  ) as BaseLayers;
}

/** A polygon of the whole drawable world with the given outline as holes. */
function veilAround(outline: Feature<Polygon | MultiPolygon>): Feature<Polygon> {
  const world = [
    [100, 15],
    [140, 15],
    [140, 50],
    [100, 50],
    [100, 15],
  ];
  const outer =
    outline.geometry.type === 'Polygon'
      ? outline.geometry.coordinates.slice(0, 1)
      : outline.geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, ...outer] } };
}

function innerPoint(polygon: Feature<Polygon | MultiPolygon>): LngLat {
  const centre = centerOfMass(polygon);
  const chosen = booleanPointInPolygon(centre, polygon) ? centre : pointOnFeature(polygon);
  const [lng = 0, lat = 0] = chosen.geometry.coordinates;
  return [Number(lng.toFixed(4)), Number(lat.toFixed(4))];
}

function rectangle([west, south, east, north]: Bounds): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
