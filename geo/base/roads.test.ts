/** The roads measured against what is published of them, against the other layers, and against the items on them. */
import { readdirSync, readFileSync } from 'node:fs';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import distance from '@turf/distance';
import { lineString, point } from '@turf/helpers';
import length from '@turf/length';
import nearestPointOnLine from '@turf/nearest-point-on-line';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DRAWN_WORLD } from './extract/geojson.ts';

interface RoadProperties {
  id: string;
  name: string;
  nameEn: string;
  class: 'motorway' | 'trunk' | 'bridge' | 'street';
  radiusMeters: number;
  schematic: boolean;
  ref?: string;
  license?: string;
}

interface Item {
  id: string;
  name: string;
  aliases?: string[];
  place: { radius?: number; point?: Position };
}

type Road = Feature<LineString, RoadProperties>;
type Area = Feature<Polygon | MultiPolygon>;

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const layer = (name: string): FeatureCollection => JSON.parse(read(`${name}.geojson`)) as FeatureCollection;

const roads = layer('roads').features as Road[];
const towns = layer('towns').features as Feature<Point>[];
const rail = layer('rail').features;
const water = layer('water').features.filter((one): one is Area => /Polygon$/.test(one.geometry.type));
const control = JSON.parse(read('control-points.json')) as { water: Record<string, Position> };
const city = parse(read('../city.yaml')) as { urban: string[] };
const urban = layer('boundaries').features.filter((one) =>
  city.urban.includes(String(one.properties?.id)),
) as Area[];

const streets = roads.filter(({ properties }) => properties.class === 'street');
const bridges = roads.filter(({ properties }) => properties.class === 'bridge');

function road(id: string): Road {
  const found = roads.find(({ properties }) => properties.id === id);
  if (!found) throw new Error(`no road ${id}`);
  return found;
}

/** Metres from a position to a line. */
function metresTo(position: Position, line: Feature<LineString>): number {
  const nearest = nearestPointOnLine(line, point(position));
  return distance(position, nearest, { units: 'meters' });
}

/** Metres along a line between the places on it nearest to two positions. */
function metresBetween(line: Feature<LineString>, a: Position, b: Position): number {
  const at = (position: Position) =>
    nearestPointOnLine(line, point(position), { units: 'meters' }).properties.location ?? 0;
  return Math.abs(at(a) - at(b));
}

const metresLong = (line: Feature<LineString>): number => length(line, { units: 'meters' });
const isWet = (position: Position): boolean => water.some((area) => booleanPointInPolygon(position, area));
const endsOf = (line: Feature<LineString>): Position[] => [
  line.geometry.coordinates[0] ?? [],
  line.geometry.coordinates.at(-1) ?? [],
];

function townAt(name: string): Position {
  const found = towns.find(({ properties }) => properties?.name === name);
  if (!found) throw new Error(`no town ${name}`);
  return found.geometry.coordinates;
}

function stationAt(name: string): Position {
  const found = rail.find(({ properties }) => properties?.name === name);
  if (found?.geometry.type !== 'Point') throw new Error(`no station ${name}`);
  return found.geometry.coordinates;
}

/** Latitude at which a road that runs from west to east passes a longitude (the first time). */
function latitudeAt(id: string, lng: number): number {
  const line = road(id).geometry.coordinates;
  for (const [i, [toLng = 0, toLat = 0]] of line.entries()) {
    const [fromLng = 0, fromLat = 0] = line[i - 1] ?? [];
    if (i > 0 && (fromLng - lng) * (toLng - lng) <= 0) {
      return fromLat + ((lng - fromLng) / (toLng - fromLng || 1)) * (toLat - fromLat);
    }
  }
  throw new Error(`${id} does not pass ${lng}`);
}

describe('roads', () => {
  it('have each an id, two names, a class and a radius, and are all marked schematic', () => {
    const ids = roads.map(({ properties }) => properties.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { properties } of roads) {
      expect(properties.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
      expect(properties.name).toMatch(/[路街巷道速桥架]$/u);
      expect(properties.nameEn).toMatch(/^[A-Z]/u);
      expect(['motorway', 'trunk', 'bridge', 'street']).toContain(properties.class);
      expect(properties.radiusMeters).toBeGreaterThanOrEqual(300);
      expect(properties.radiusMeters).toBeLessThanOrEqual(1500);
      expect(properties.schematic).toBe(true);
      // Nothing here is traced from OpenStreetMap.
      expect(properties.license).toBeUndefined();
    }
  });

  it('say in the editable file where each one comes from', () => {
    const source = parse(read('roads.yaml')) as Record<'roads' | 'bridges', { id: string; basis: string }[]>;
    const listed = [...source.roads, ...source.bridges];
    expect(listed.map(({ id }) => id).toSorted()).toEqual(
      roads.map(({ properties }) => properties.id).toSorted(),
    );
    for (const { basis } of listed) expect(basis.length).toBeGreaterThan(20);
  });

  it('number every motorway, and the trunk roads that have a number', () => {
    const numbers = Object.fromEntries(
      roads.flatMap(({ properties: { id, ref, class: kind } }) =>
        kind === 'motorway' || kind === 'trunk' ? [[id, ref]] : [],
      ),
    );
    expect(numbers).toEqual({
      'huning-expressway': 'G42',
      'yangli-expressway': 'G4011',
      'taizhen-expressway': 'S35',
      'jiangyi-expressway': 'S39',
      'changhe-expressway': 'S38',
      g312: 'G312',
      'g312-old': undefined,
      g104: 'G104',
      s243: 'S243',
    });
  });

  it('leave out what was not open in January 2020', () => {
    expect(roads.filter(({ properties }) => /五峰山|丹金|第二过江/u.test(properties.name))).toEqual([]);
    // The northern 333 m of 双井路, as the item has it.
    expect(metresTo([119.4418, 32.2158], road('shuangjing-road'))).toBeGreaterThan(300);
    // 江宜高速 north of 大港枢纽.
    expect(
      Math.max(...road('jiangyi-expressway').geometry.coordinates.map(([, lat = 0]) => lat)),
    ).toBeLessThan(32.16);
  });

  it('stay in the drawn world', () => {
    const [west, south, east, north] = DRAWN_WORLD;
    for (const [lng = 0, lat = 0] of roads.flatMap(({ geometry }) => geometry.coordinates)) {
      expect(lng >= west && lng <= east && lat >= south && lat <= north, `${lng}, ${lat}`).toBe(true);
    }
  });

  it('bend like roads: no turn of more than 60 degrees between two vertices', () => {
    for (const { properties, geometry } of roads) {
      const headings = geometry.coordinates.slice(1).map(([lng = 0, lat = 0], i) => {
        const [fromLng = 0, fromLat = 0] = geometry.coordinates[i] ?? [];
        return Math.atan2(lat - fromLat, (lng - fromLng) * Math.cos((lat * Math.PI) / 180));
      });
      headings.slice(1).forEach((heading, i) => {
        const turn = Math.abs(heading - (headings[i] ?? heading));
        expect((Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI, properties.id).toBeLessThan(60);
      });
    }
  });

  it('stay small enough to embed', () => {
    expect(read('roads.geojson').length).toBeLessThan(30_000);
  });
});

describe('bridges', () => {
  it.each(bridges.map((bridge) => [bridge.properties.name, bridge] as const))(
    '%s crosses water, ends on land, and lies on its road',
    (_, bridge) => {
      expect(bridge.geometry.coordinates.length).toBeGreaterThan(1);
      const along = Array.from({ length: 41 }, (_, i) => {
        const [from, to] = endsOf(bridge);
        return [0, 1].map((d) => (from?.[d] ?? 0) + (i / 40) * ((to?.[d] ?? 0) - (from?.[d] ?? 0)));
      });
      expect(along.some(isWet)).toBe(true);
      const carrier = roads.find(
        ({ properties }) => properties.class === 'motorway' && properties.ref === bridge.properties.ref,
      );
      for (const end of endsOf(bridge)) {
        expect(isWet(end)).toBe(false);
        expect(carrier && metresTo(end, carrier)).toBeLessThan(50);
      }
    },
  );

  it('stand where they are published to be', () => {
    const published = {
      'runyang-bridge': control.water['润扬长江大桥 south span (main channel)'],
      'taizhou-bridge': control.water['泰州大桥 mid-river'],
    };
    for (const [id, position] of Object.entries(published)) {
      expect(metresTo(position ?? [], road(id)), id).toBeLessThan(100);
    }
  });
});

describe('motorways and trunk roads', () => {
  const daGang: Position = [119.738, 32.152];

  it.each([
    // Kilometres as published, from … to; see roads.yaml.
    ['泰州大桥 and its northern approach', 'taizhen-expressway', 27.6, [119.961, 32.313], daGang],
    ['镇丹高速', 'taizhen-expressway', 21.6, daGang, [119.632, 31.998]],
    ['the southern approach of 泰州大桥', 'jiangyi-expressway', 34.5, daGang, [119.875, 31.897]],
    ['沪宁高速 from 马群 to 丹徒枢纽', 'huning-expressway', 48, [118.895, 32.047], [119.395, 32.04]],
    ['the new course of 312国道', 'g312', 23.1, [119.293, 32.166], [119.5, 32.07]],
  ] satisfies [string, string, number, Position, Position][])(
    '%s is as long as published, within a tenth',
    (_, id, kilometres, from, to) => {
      const drawn = metresBetween(road(id), from, to) / 1000;
      expect(drawn).toBeGreaterThan(0.9 * kilometres);
      expect(drawn).toBeLessThan(1.1 * kilometres);
    },
  );

  it.each([
    ['g312', '下蜀镇'],
    ['g312', '高资街道'],
    ['g312', '陵口镇'],
    ['g312', '吕城镇'],
    ['g312-old', '高资街道'],
    ['g104', '华阳街道'],
    ['g104', '后白镇'],
    ['g104', '天王镇'],
    ['s243', '韦岗街道'],
    ['s243', '华阳街道'],
  ])('%s passes %s within its radius', (id, town) => {
    expect(metresTo(townAt(town), road(id))).toBeLessThan(road(id).properties.radiusMeters);
  });

  it('take 沪宁高速 north of 句容 and 丹阳, south of 上党 and 丹阳北, north of 常州北', () => {
    const side = (position: Position) =>
      Math.sign((position[1] ?? 0) - latitudeAt('huning-expressway', position[0] ?? 0));
    expect(['华阳街道', '云阳街道', '司徒镇'].map((town) => side(townAt(town)))).toEqual([-1, -1, -1]);
    expect(['上党镇', '边城镇', '谷阳镇', '访仙镇'].map((town) => side(townAt(town)))).toEqual([1, 1, 1, 1]);
    expect([side(stationAt('丹阳北站')), side(stationAt('常州北站'))]).toEqual([1, -1]);
  });

  it('take 扬溧高速 between 高资 and 丹徒新城, and between 白兔 and 延陵', () => {
    const lngAt = (lat: number) =>
      road('yangli-expressway').geometry.coordinates.reduce((best, each) =>
        Math.abs((each[1] ?? 0) - lat) < Math.abs((best[1] ?? 0) - lat) ? each : best,
      )[0] ?? 0;
    for (const [western, eastern] of [
      ['高资街道', '宜城街道'],
      ['白兔镇', '延陵镇'],
    ] as const) {
      const [west = 0, lat = 0] = townAt(western);
      const [east = 0] = townAt(eastern);
      expect(lngAt(lat)).toBeGreaterThan(west);
      expect(lngAt(lat)).toBeLessThan(east);
    }
  });

  it('join each other', () => {
    const joints: [string, string][] = [
      ['taizhen-expressway', 'huning-expressway'],
      ['jiangyi-expressway', 'taizhen-expressway'],
      ['jiangyi-expressway', 'huning-expressway'],
      ['g312-old', 'g312'],
      ['nanxu-avenue', 'g312-old'],
      ['s243', 'g312-old'],
    ];
    for (const [from, to] of joints) {
      const gaps = endsOf(road(from)).map((end) => metresTo(end, road(to)));
      expect(Math.min(...gaps), `${from} to ${to}`).toBeLessThan(150);
    }
  });
});

describe('streets', () => {
  it('are those that people orient by, and those of the report whose course is known', () => {
    const names = streets.map(({ properties }) => properties.name);
    for (const name of [
      ...[
        '中山东路',
        '中山西路',
        '中山北路',
        '解放路',
        '大西路',
        '长江路',
        '学府路',
        '南徐大道',
        '正东路',
        '健康路',
      ],
      ...['双井路', '谷阳路', '新马路', '山门口街', '演军巷'],
    ]) {
      expect(names).toContain(name);
    }
    // Named by the report, but their course is not known to us: the items stand for them.
    for (const name of ['仁章路', '义士路', '茶砚山路', '仙鹤巷', '环山路', '宣城大道', '周湾路']) {
      expect(names).not.toContain(name);
    }
  });

  it.each(streets.map((street) => [street.properties.name, street] as const))(
    '%s lies dry, in the urban districts',
    (_, street) => {
      for (const position of street.geometry.coordinates) {
        expect(isWet(position)).toBe(false);
        expect(urban.some((district) => booleanPointInPolygon(position, district))).toBe(true);
      }
    },
  );

  it('cross at 大市口: 解放路 from north to south, 中山东路 from west to east', () => {
    const published: Position = [119.4494, 32.2046];
    expect(metresTo(published, road('jiefang-road'))).toBeLessThan(150);
    expect(metresTo(published, road('zhongshan-east-road'))).toBeLessThan(150);
    const span = (id: string, axis: 0 | 1) => {
      const values = road(id).geometry.coordinates.map((position) => position[axis] ?? 0);
      return Math.max(...values) - Math.min(...values);
    };
    expect(span('jiefang-road', 1)).toBeGreaterThan(4 * span('jiefang-road', 0));
    expect(span('zhongshan-east-road', 0)).toBeGreaterThan(4 * span('zhongshan-east-road', 1));
  });

  it.each([
    ['jiefang-road', 2949],
    ['daxi-road', 1959],
    ['wufengkou-viaduct', 3010],
    // Said to be two or three kilometres.
    ['yunhe-road', 2500],
  ])('%s is as long as published, within a tenth', (id, metres) => {
    expect(metresLong(road(id))).toBeGreaterThan(0.9 * metres);
    expect(metresLong(road(id))).toBeLessThan(1.1 * metres);
  });

  it.each([
    ['daxi-road', 'jiefang-road'],
    ['zhongshan-west-road', 'zhongshan-east-road'],
    ['zhongshan-north-road', 'zhongshan-west-road'],
    ['zhongshan-north-road', 'changjiang-road'],
    ['jiefang-road', 'changjiang-road'],
    ['zhongshan-east-road', 'mengxi-road'],
    ['mengxi-road', 'dongwu-road'],
    ['mengxi-road', 'yunhe-road'],
    ['jiankang-road', 'zhengdong-road'],
    ['jiankang-road', 'huangshan-east-road'],
    ['zhengdong-road', 'jiefang-road'],
    ['zhengdong-road', 'xuefu-road'],
    ['tashan-road', 'xuefu-road'],
    ['tashan-road', 'dingmaoqiao-road'],
    ['yunhe-road', 'dingmaoqiao-road'],
    ['yunhe-road', 'zhongshan-west-road'],
    ['tianqiao-road', 'dingmaoqiao-road'],
    ['guyang-road', 'xuefu-road'],
    ['guyang-road', 'guantangqiao-road'],
    ['guantangqiao-road', 'jiefang-road'],
    ['wufengkou-viaduct', 'nanxu-avenue'],
    ['wufengkou-viaduct', 'dingmaoqiao-road'],
    ['huangshan-north-road', 'daxi-road'],
    ['huangshan-south-road', 'nanxu-avenue'],
    ['zhufang-road', 'zhongshan-west-road'],
    ['zhufang-road', 'nanxu-avenue'],
    ['runzhou-road', 'changjiang-road'],
    ['runzhou-road', 'zhufang-road'],
    ['jiuhuashan-road', 'zhongshan-west-road'],
    ['dianli-road', 'changjiang-road'],
    ['boxian-road', 'daxi-road'],
    ['jingji-road', 'boxian-road'],
  ])('%s ends on %s', (from, to) => {
    const gaps = endsOf(road(from)).map((end) => metresTo(end, road(to)));
    expect(Math.min(...gaps)).toBeLessThan(100);
  });

  it('pass what they are known to pass', () => {
    const near = (position: Position, id: string) => metresTo(position, road(id));
    // 镇江站 stands between 中山西路 (northern forecourt) and 黄山西路 (southern).
    const station = stationAt('镇江站');
    expect(near(station, 'zhongshan-west-road')).toBeLessThan(350);
    expect(near(station, 'huangshan-west-road')).toBeLessThan(400);
    expect(latitudeAt('zhongshan-west-road', station[0] ?? 0)).toBeGreaterThan(station[1] ?? 0);
    expect(latitudeAt('huangshan-west-road', station[0] ?? 0)).toBeLessThan(station[1] ?? 0);
    // The city government, 南徐大道68号; 北固山, 东吴路3号.
    expect(near([119.4226, 32.1899], 'nanxu-avenue')).toBeLessThan(500);
    expect(near([119.4586, 32.2243], 'dongwu-road')).toBeLessThan(700);
  });
});

describe('the items on the roads', () => {
  const items = readdirSync(new URL('../items', import.meta.url)).flatMap(
    (file) => parse(read(`../items/${file}`)) as Item[],
  );

  /** All positions of an item's mark. */
  function positionsOf(item: Item): Position[] {
    if (item.place.point) return [item.place.point];
    const { geometry } = JSON.parse(read(`../places/${item.id}.geojson`)) as Feature;
    const flat = (part: unknown): Position[] =>
      Array.isArray(part) ? (typeof part[0] === 'number' ? [part as Position] : part.flatMap(flat)) : [];
    return 'coordinates' in geometry ? flat(geometry.coordinates) : [];
  }

  function apart(item: Item, line: Road): number {
    return Math.min(...positionsOf(item).map((position) => metresTo(position, line)));
  }

  const named = items
    .filter(({ place }) => place.radius !== undefined)
    .flatMap((item) =>
      streets
        .filter(({ properties }) =>
          [item.name, ...(item.aliases ?? [])].some((name) => name.includes(properties.name)),
        )
        .map((street) => [item.name, street.properties.name, item, street] as const),
    );

  it('are found by the names of streets', () => {
    expect(named.map(([item]) => item)).toEqual(
      expect.arrayContaining(['双井路北段', '谷阳路铁路桥改造', '谷阳路拓宽改造', '演军巷道路微循环']),
    );
  });

  it.each(named)('%s lies by %s within both radii', (_, __, item, street) => {
    expect(apart(item, street)).toBeLessThanOrEqual(
      (item.place.radius ?? 0) + street.properties.radiusMeters,
    );
  });

  // Items whose basis places them by a street or road that is drawn.
  it.each([
    ['suning-business-area', 'jiefang-road'],
    ['suning-business-area', 'zhongshan-east-road'],
    ['dashikou-bottlenecks', 'jiefang-road'],
    ['dashikou-northwest-bottlenecks', 'jiefang-road'],
    ['jianzixiang-renewal', 'jiefang-road'],
    ['laobeimen-renewal', 'mengxi-road'],
    ['just-university', 'mengxi-road'],
    ['jiangsu-university', 'xuefu-road'],
    ['zhenjiang-no1-school', 'guyang-road'],
    ['zhenjiang-no1-school', 'dingmaoqiao-road'],
    ['zhenjiang-senior-school', 'zhufang-road'],
    ['cssc-marine-power', 'changjiang-road'],
    ['xijindu', 'xiaomatou-street'],
    ['wanda-business-area', 'beifu-road'],
    ['zhenjiang-power-supply', 'dianli-road'],
    ['zhenjiang-clinical-college', 'dianli-road'],
    ['zhenjiang-south-station', 'tanshan-road'],
    ['admin-centre-roads', 'nanxu-avenue'],
    ['chayanshan-road', 'nanxu-avenue'],
    ['g312-ningzhen', 'g312'],
    ['g312-ningzhen', 'g312-old'],
    ['s243-upgrade', 's243'],
    ['wufengshan-expressway', 'taizhen-expressway'],
    ['danjin-expressway', 'huning-expressway'],
  ])('%s lies by %s within both radii', (id, roadId) => {
    const item = items.find((one) => one.id === id);
    if (!item) throw new Error(`no item ${id}`);
    const line = road(roadId);
    expect(apart(item, line)).toBeLessThanOrEqual((item.place.radius ?? 0) + line.properties.radiusMeters);
  });

  it('lie wholly by their street where they are drawn as lines', () => {
    const lineOf = (id: string) => positionsOf(items.find((one) => one.id === id) as Item);
    for (const position of lineOf('guyang-road-widening')) {
      expect(metresTo(position, road('guyang-road'))).toBeLessThan(300);
    }
    // The item 双井路北段 begins where the open part of the street ends.
    const [end = []] = endsOf(road('shuangjing-road'));
    const north = lineOf('shuangjing-road');
    const gaps = north.map((position) => distance(position, end, { units: 'meters' }));
    expect(Math.min(...gaps)).toBeLessThan(100);
    expect(metresLong(lineString(north))).toBeLessThan(400);
  });
});
