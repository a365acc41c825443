/** The base layers measured against control facts, and against each other. Distances in metres, areas in km². */
import { readFileSync } from 'node:fs';
import area from '@turf/area';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import distance from '@turf/distance';
import { featureCollection, lineString, point } from '@turf/helpers';
import intersect from '@turf/intersect';
import nearestPointOnLine from '@turf/nearest-point-on-line';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Area = Feature<Polygon | MultiPolygon>;

interface ControlPoints {
  rail: Record<string, Position[]>;
  stations: Record<string, Position>;
  shore: Record<string, Position>;
  water: Record<string, Position>;
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const layer = (name: string): FeatureCollection => JSON.parse(read(`${name}.geojson`)) as FeatureCollection;

const control = JSON.parse(read('control-points.json')) as ControlPoints;
const city = parse(read('../city.yaml')) as {
  window: [number, number, number, number];
  districts: { id: string; adcode: string }[];
};
const districts = layer('boundaries').features as Area[];
const neighbours = layer('neighbours').features as Area[];
const water = layer('water').features;
const rail = layer('rail').features;
const towns = layer('towns').features as Feature<Point>[];
const hills = layer('hills').features as Feature<Point>[];

const isArea = (feature: Feature): feature is Area => /Polygon$/.test(feature.geometry.type);
const isLine = (feature: Feature): feature is Feature<LineString> => feature.geometry.type === 'LineString';
const waterAreas = water.filter(isArea);
const river = waterAreas.filter((feature) => feature.properties?.class === 'river');
const isWet = (position: Position): boolean =>
  waterAreas.some((feature) => booleanPointInPolygon(position, feature));

/** All rings of an area. */
function rings({ geometry }: Area): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Metres from a position to the nearest of the lines. */
function metresTo(position: Position, lines: Position[][]): number {
  const gaps = lines.map((line) => {
    const nearest = nearestPointOnLine(lineString(line), point(position));
    return distance(position, nearest, { units: 'meters' });
  });
  return Math.min(...gaps);
}

const metresToRiver = (position: Position): number => metresTo(position, river.flatMap(rings));

function railLines(id: string): Position[][] {
  return rail
    .filter(isLine)
    .filter((feature) => feature.properties?.id === id)
    .map((feature) => feature.geometry.coordinates);
}

describe('boundaries', () => {
  it('are the six districts of city.yaml', () => {
    expect(districts.map(({ properties }) => [properties?.id, properties?.adcode])).toEqual(
      city.districts.map(({ id, adcode }) => [id, adcode]),
    );
  });

  it('add up to the size of the city', () => {
    const sum = districts.reduce((total, district) => total + area(district), 0) / 1e6;
    expect(sum).toBeGreaterThan(3841 * 0.99);
    expect(sum).toBeLessThan(3841 * 1.01);
  });

  it('do not overlap each other or the neighbours', () => {
    const all = [...districts, ...neighbours];
    const overlaps = districts.flatMap((a, i) =>
      all.slice(i + 1).flatMap((b) => {
        const common = intersect(featureCollection([a, b]));
        const squareMetres = common === null ? 0 : area(common);
        return squareMetres > 1000 ? [`${a.properties?.name}/${b.properties?.name} ${squareMetres}`] : [];
      }),
    );
    expect(overlaps).toEqual([]);
  });

  it('lie inside the window, closed and in five decimals', () => {
    const [west, south, east, north] = city.window;
    for (const ring of districts.flatMap(rings)) {
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [lng = 0, lat = 0] of ring) {
        expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
        expect([lng, lat]).toEqual([Number(lng.toFixed(5)), Number(lat.toFixed(5))]);
      }
    }
  });
});

describe('water', () => {
  // The given position of this plant is the middle of a large works 3 km from the river: it tells land, not the bank.
  const inland = new Set(['金东纸业电厂 (south bank, 大港)']);

  it.each(Object.entries(control.shore))('has %s on land near the river', (name, position) => {
    expect(isWet(position)).toBe(false);
    if (!inland.has(name)) expect(metresToRiver(position)).toBeLessThan(1000);
  });

  it.each(Object.entries(control.water))('has %s in the river', (_, position) => {
    expect(river.some((feature) => booleanPointInPolygon(position, feature))).toBe(true);
  });

  it.each(hills.map((hill) => [String(hill.properties?.name), hill.geometry.coordinates] as const))(
    'leaves %s dry',
    (_, position) => {
      expect(isWet(position)).toBe(false);
    },
  );

  it('has the islands as holes', () => {
    const holes = river.flatMap((feature) => rings(feature).slice(1));
    const islands: Record<string, Position> = {
      世业洲: [119.30362, 32.21378],
      征润洲: [119.46, 32.248],
      和畅洲: [119.56, 32.21],
      焦山: [119.4828, 32.2386],
      太平洲: [119.823, 32.239],
      西来桥: [119.91312, 32.03689],
    };
    for (const [name, position] of Object.entries(islands)) {
      const around = holes.filter((hole) =>
        booleanPointInPolygon(position, { type: 'Polygon', coordinates: [hole] }),
      );
      expect(around, name).toHaveLength(1);
    }
  });

  it('runs through the whole window and leaves it', () => {
    const xs = river.flatMap(rings).flatMap((ring) => ring.map(([lng = 0]) => lng));
    expect(Math.min(...xs)).toBeLessThan(city.window[0]);
    expect(Math.max(...xs)).toBeGreaterThan(city.window[2]);
  });

  it('names the river at least three times along its course, in the water', () => {
    const labels = water.filter(isLine).filter((feature) => feature.properties?.class === 'label-line');
    expect(labels.filter((label) => label.properties?.name === '长江').length).toBeGreaterThanOrEqual(3);
    expect(labels.some((label) => label.properties?.name === '夹江')).toBe(true);
    for (const label of labels) {
      for (const position of label.geometry.coordinates) expect(isWet(position)).toBe(true);
    }
  });

  it('gives every feature an id, two names and a class', () => {
    const ids = water.map(({ properties }) => properties?.id as string);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { properties } of water) {
      expect(properties?.name && properties.nameEn).toBeTruthy();
      expect(['river', 'canal', 'lake', 'label-line']).toContain(properties?.class);
    }
  });
});

describe('towns', () => {
  it('are the 60 towns, streets and zones, with one seat in each district', () => {
    expect(new Set(towns.map(({ properties }) => properties?.code as string)).size).toBe(60);
    const seats = towns.filter(({ properties }) => properties?.seat).map((town) => town.properties?.district);
    expect(seats.toSorted()).toEqual(city.districts.map(({ id }) => id).toSorted());
  });

  it.each(towns.map((town) => [String(town.properties?.name), town] as const))(
    '%s lies dry and in its district',
    (_, town) => {
      const position = town.geometry.coordinates;
      const home = districts.find(({ properties }) => properties?.id === town.properties?.district);
      expect(home && booleanPointInPolygon(position, home)).toBe(true);
      expect(isWet(position)).toBe(false);
    },
  );
});

describe('rail', () => {
  it.each(Object.entries(control.rail))('%s runs within 150 m of every given position', (id, positions) => {
    for (const position of positions) expect(metresTo(position, railLines(id))).toBeLessThan(150);
  });

  it.each(
    rail
      .filter((feature): feature is Feature<Point> => feature.geometry.type === 'Point')
      .map((station) => [String(station.properties?.name), station] as const),
  )('%s stands where it is known to, within 150 m of its line', (name, station) => {
    expect(station.geometry.coordinates).toEqual(control.stations[name.replace(/站$/, '')]);
    expect(metresTo(station.geometry.coordinates, railLines(String(station.properties?.line)))).toBeLessThan(
      150,
    );
  });

  it('has each line continuous, in order, beyond the window on both sides', () => {
    const ids = new Set(rail.filter(isLine).map((feature) => String(feature.properties?.id)));
    for (const id of ids) {
      const pieces = railLines(id);
      pieces.slice(1).forEach((piece, i) => {
        expect(piece[0]).toEqual(pieces[i]?.at(-1));
      });
      const [startLng = 0] = pieces[0]?.[0] ?? [];
      const [endLng = 0, endLat = 0] = pieces.at(-1)?.at(-1) ?? [];
      expect(startLng).toBeLessThan(city.window[0]);
      expect(endLng > city.window[2] || endLat < city.window[1]).toBe(true);
    }
  });

  it('bends like a railway: no turn of more than 12 degrees between two vertices', () => {
    for (const line of rail.filter(isLine)) {
      const { coordinates } = line.geometry;
      const headings = coordinates.slice(1).map(([lng = 0, lat = 0], i) => {
        const [fromLng = 0, fromLat = 0] = coordinates[i] ?? [];
        return Math.atan2(lat - fromLat, (lng - fromLng) * Math.cos((lat * Math.PI) / 180));
      });
      headings.slice(1).forEach((heading, i) => {
        const turn = Math.abs(heading - (headings[i] ?? heading));
        expect((Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI).toBeLessThan(12);
      });
    }
  });

  it('credits OpenStreetMap on every feature', () => {
    expect(rail.every(({ properties }) => properties?.license === 'ODbL-1.0')).toBe(true);
  });

  it('leaves out what was not open in January 2020', () => {
    expect(rail.some(({ properties }) => /连淮扬镇|连镇|沿江|宁句/.test(String(properties?.name)))).toBe(
      false,
    );
  });
});

describe('size', () => {
  it('stays small enough to embed', () => {
    const names = ['boundaries', 'neighbours', 'water', 'towns', 'rail', 'hills'];
    const bytes = names.reduce((sum, name) => sum + read(`${name}.geojson`).length, 0);
    expect(bytes).toBeLessThan(140_000);
  });
});
