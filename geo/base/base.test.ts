/** The base layers measured against control facts, and against each other. Distances in metres, areas in km². */
import { readFileSync } from 'node:fs';
import area from '@turf/area';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import distance from '@turf/distance';
import { featureCollection, lineString, point } from '@turf/helpers';
import intersect from '@turf/intersect';
import nearestPointOnLine from '@turf/nearest-point-on-line';
import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toPlane } from './extract/curve.ts';
import { signedArea } from './extract/geojson.ts';
import {
  crossings,
  distanceToSegment,
  edgeKey,
  edgesOf,
  pairs,
  type SharedArea,
} from './extract/shared-edges.ts';

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
  const polygons = ({ geometry }: Area): Position[][][] =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const shared = (area: Area): SharedArea => ({
    name: String(area.properties?.adcode),
    polygons: polygons(area),
  });
  const district = (id: string): Area => {
    const found = districts.find(({ properties }) => properties?.id === id);
    if (found === undefined) throw new Error(`no district ${id}`);
    return found;
  };
  /** The chords that the layer was made from: those that detailed lines took the place of, and those that stayed. */
  const skeleton = (drawn: 'detailed' | 'chord'): Position[][] =>
    (layer('skeleton').features as Feature<MultiLineString>[])
      .filter(({ properties }) => properties?.drawn === drawn)
      .flatMap(({ geometry }) => geometry.coordinates);
  const edges = edgesOf(districts.map(shared));

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
        return squareMetres > 1 ? [`${a.properties?.name}/${b.properties?.name} ${squareMetres}`] : [];
      }),
    );
    expect(overlaps).toEqual([]);
  });

  it('leave no gap: every stretch has two areas on its sides, by the same vertices', () => {
    const all = edgesOf([...districts, ...neighbours].map(shared));
    const lonely = [...edges.keys()].filter((key) => new Set(all.get(key)?.owners).size !== 2);
    expect(lonely).toEqual([]);
  });

  it.each([5, 4])(
    'do not cross or touch themselves or each other when rounded to %i decimals',
    (decimals) => {
      const rounded = [...edges].flatMap(([key, { from, to }]): [string, Position[]][] => {
        const line = [from, to].map((position) => position.map((value) => Number(value.toFixed(decimals))));
        return String(line[0]) === String(line[1]) ? [] : [[key, line]];
      });
      expect(crossings(new Map(rounded))).toEqual([]);
    },
  );

  it('lie inside the window, closed, counter-clockwise and in five decimals', () => {
    const [west, south, east, north] = city.window;
    for (const ring of districts.flatMap(rings)) {
      expect(ring[0]).toEqual(ring.at(-1));
      // There are no holes: the exclaves lie at the edge of other districts.
      expect(signedArea(ring)).toBeGreaterThan(0);
      for (const [lng = 0, lat = 0] of ring) {
        expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
        expect([lng, lat]).toEqual([Number(lng.toFixed(5)), Number(lat.toFixed(5))]);
      }
    }
  });

  it.each([
    ['新民洲', 'jingkou', [119.55, 32.262]],
    ['韦岗', 'runzhou', [119.318, 32.104]],
    ['高桥', 'dantu', [119.6492, 32.22907]],
  ])('have %s as a part of its own of %s', (_, id, position) => {
    const parts = polygons(district(id)).map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
    expect(parts).toHaveLength(2);
    const part = parts.find((candidate) => booleanPointInPolygon(position, candidate));
    const whole = parts.reduce((total, candidate) => total + area(candidate), 0);
    expect(part && area(part)).toBeLessThan(whole / 5);
  });

  it.each([
    ['世业洲', 'dantu', [119.30362, 32.21378]],
    ['江心洲', 'dantu', [119.568, 32.212]],
    ['太平洲', 'yangzhong', [119.823, 32.239]],
    ['西来桥', 'yangzhong', [119.91312, 32.03689]],
  ])('have %s in %s', (_, id, position) => {
    expect(booleanPointInPolygon(position, district(id))).toBe(true);
  });

  it('keep every vertex of the skeleton, and its chords on the river', () => {
    const vertices = new Set(districts.flatMap(rings).flat().map(String));
    const chords = [...skeleton('detailed'), ...skeleton('chord')];
    expect(new Set(chords.flat().map(String)).size).toBe(395);
    expect(chords.flat().filter((position) => !vertices.has(String(position)))).toEqual([]);
    const kept = skeleton('chord').flatMap(pairs);
    expect(kept.filter(([from, to]) => !edges.has(edgeKey(from, to)))).toEqual([]);
    // 扬中 is an island: all of its line runs in the river.
    const onIsland = rings(district('yangzhong')).flatMap(pairs);
    const keptKeys = new Set(kept.map(([from, to]) => edgeKey(from, to)));
    expect(onIsland.filter(([from, to]) => !keptKeys.has(edgeKey(from, to)))).toEqual([]);
  });

  it('follow the land in detail: 60 to 100 m (median) off the chords, never more than 800 m', () => {
    const chords = skeleton('detailed').flatMap(pairs);
    const ends = new Set(chords.flat().map(String));
    const keptKeys = new Set(
      skeleton('chord')
        .flatMap(pairs)
        .map(([from, to]) => edgeKey(from, to)),
    );
    const inner = [
      ...new Map(
        districts
          .flatMap(rings)
          .flatMap(pairs)
          .filter(([from, to]) => !keptKeys.has(edgeKey(from, to)))
          .flatMap(([[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]]) => [[(x1 + x2) / 2, (y1 + y2) / 2]])
          .map((position) => [String(position), position]),
      ).values(),
    ];
    const pieces = chords.map((chord) => chord.map(toPlane));
    const distances = inner
      .map(toPlane)
      .map((middle) => Math.min(...pieces.map(([from = [], to = []]) => distanceToSegment(middle, from, to))))
      .sort((a, b) => a - b);
    const median = distances[Math.floor(distances.length / 2)] ?? 0;
    expect(median).toBeGreaterThan(60);
    expect(median).toBeLessThan(100);
    expect(distances.at(-1)).toBeLessThan(800);
    const vertices = new Set(districts.flatMap(rings).flat().map(String));
    expect(vertices.size - ends.size).toBeGreaterThan(1500);
    expect(vertices.size).toBeLessThan(2500);
  });
});

describe('water', () => {
  // The given position of this plant is the middle of a large works 3 km from the river: it tells land, not the bank.
  const inland = new Set(['金东纸业电厂 (south bank, 大港)']);

  it.each(Object.entries(control.shore))('has %s on land near the river', (name, position) => {
    expect(isWet(position)).toBe(false);
    if (!inland.has(name)) expect(metresToRiver(position)).toBeLessThan(700);
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
      焦山: [119.487, 32.2432],
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

  it.each([
    ['jiangnan-canal', '谏壁街道'],
    ['jiangnan-canal', '辛丰镇'],
    ['jiangnan-canal', '陵口镇'],
    ['jiangnan-canal', '吕城镇'],
    ['jiuqu-river', '访仙镇'],
  ])('has %s pass %s, which stands on it', (id, name) => {
    const canal = water.filter(isLine).filter((feature) => feature.properties?.id === id);
    const town = towns.find(({ properties }) => properties?.name === name);
    expect(
      metresTo(
        town?.geometry.coordinates ?? [],
        canal.map(({ geometry }) => geometry.coordinates),
      ),
    ).toBeLessThan(400);
  });

  it('says how far off canals and lakes may be, and marks a lake that is only a name', () => {
    for (const { geometry, properties } of water) {
      if (properties?.class !== 'canal' && properties?.class !== 'lake') continue;
      expect(properties.radiusMeters, properties.id).toBeGreaterThanOrEqual(500);
      if (geometry.type === 'Point') expect(properties.schematic, properties.id).toBe(true);
    }
    expect(water.find(({ properties }) => properties?.id === 'lianhu')?.geometry.type).toBe('Point');
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

describe('hills and islands', () => {
  // Positions published for them, after conversion: see SOURCES.md.
  const published: Record<string, Position> = {
    圌山: [119.71295, 32.21083],
    宝华山: [119.08999, 32.12959],
    北固山: [119.45858, 32.22433],
    金山: [119.41657, 32.22181],
    焦山: [119.48792, 32.2447],
  };

  it('have a class, a rank for the zoom, and a radius', () => {
    for (const { properties } of hills) {
      expect(['hill', 'range', 'island']).toContain(properties?.class);
      expect([1, 2, 3]).toContain(properties?.rank);
      expect(properties?.radiusMeters).toBeGreaterThanOrEqual(300);
    }
  });

  it.each(Object.entries(published))(
    'have %s within its radius of the published position',
    (name, position) => {
      const hill = hills.find(({ properties }) => properties?.name === name);
      const gap = distance(hill?.geometry.coordinates ?? [], position, { units: 'meters' });
      expect(gap).toBeLessThan(Number(hill?.properties?.radiusMeters));
    },
  );

  it('name islands on islands; 新民洲 has grown to the north bank', () => {
    const holes = river.flatMap((feature) => rings(feature).slice(1));
    for (const { geometry, properties } of hills.filter((hill) => hill.properties?.class === 'island')) {
      const isIsland = holes.some((hole) =>
        booleanPointInPolygon(geometry.coordinates, { type: 'Polygon', coordinates: [hole] }),
      );
      expect(isIsland, properties?.name).toBe(properties?.name !== '新民洲');
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
    // Of the neighbours only the lines between them are embedded, from which neighbour-lines.ts drops the rest.
    const names = ['boundaries', 'water', 'towns', 'rail', 'hills'];
    const bytes = names.reduce((sum, name) => sum + read(`${name}.geojson`).length, 0);
    expect(bytes).toBeLessThan(170_000);
  });
});
