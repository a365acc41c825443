/**
 * Draws `rail.geojson` (lines and stations) from the positions in `rail.yaml`.
 *
 *     npx tsx geo/base/extract/rail.ts
 *
 * One smooth curve goes through all points of a line, so that its bends are those of a railway; it is then cut where
 * a run of known positions meets a bridged gap, and the pieces across gaps are marked schematic.
 */
import type { Feature, Position } from 'geojson';
import { parse } from 'yaml';
import { DRAWN_WORLD, readBase, roundPosition, writeLayer } from './geojson.ts';
import { coursePieces, type Run } from './railway.ts';

interface Railway {
  id: string;
  name: string;
  nameEn: string;
  class: 'conventional' | 'high-speed';
  runs: Run[];
}

interface Station {
  name: string;
  nameEn: string;
  line: string;
  point: Position;
}

const DECIMALS = 5;
const LICENSE = 'ODbL-1.0';

/** Whether a position lies in the drawn world. */
function inWorld([lng = 0, lat = 0]: Position): boolean {
  const [west, south, east, north] = DRAWN_WORLD;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

const { lines, stations } = parse(readBase('rail.yaml')) as { lines: Railway[]; stations: Station[] };

const rails = lines.flatMap((railway) =>
  coursePieces(railway.runs, inWorld).map(
    ({ schematic, coordinates }): Feature => ({
      type: 'Feature',
      properties: {
        id: railway.id,
        name: railway.name,
        nameEn: railway.nameEn,
        class: railway.class,
        ...(schematic ? { schematic } : {}),
        license: LICENSE,
      },
      geometry: { type: 'LineString', coordinates },
    }),
  ),
);

const stops = stations.map(
  ({ name, nameEn, line, point }): Feature => ({
    type: 'Feature',
    properties: { name: `${name}站`, nameEn, class: 'station', line, license: LICENSE },
    geometry: { type: 'Point', coordinates: roundPosition(point, DECIMALS) },
  }),
);

writeLayer('rail.geojson', [...rails, ...stops]);
