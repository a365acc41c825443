/**
 * Draws `rail.geojson` (lines and stations) from the positions in `rail.yaml`.
 *
 *     npx tsx geo/base/extract/rail.ts
 *
 * One smooth curve goes through all points of a line, so that its bends are those of a railway; it is then cut where
 * a run of known positions meets a bridged gap, and the pieces across gaps are marked schematic.
 */
import simplify from '@turf/simplify';
import type { Feature, Position } from 'geojson';
import { parse } from 'yaml';
import { type PlanePoint, spline, toDegrees, toPlane } from './curve.ts';
import { DRAWN_WORLD, readBase, roundPosition, writeLayer } from './geojson.ts';

interface Run {
  known?: Position[];
  bridged?: Position[];
}

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

const SAMPLE_METRES = 100;
const TOLERANCE_DEGREES = 8 / 111_195;
const DECIMALS = 5;
const LICENSE = 'ODbL-1.0';

/** Whether a point of the plane lies in the drawn world. */
function inWorld(point: PlanePoint): boolean {
  const [lng = 0, lat = 0] = toDegrees(point);
  const [west, south, east, north] = DRAWN_WORLD;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** A stretch of samples as a line of few vertices; its ends stay where they are. */
function slim(stretch: PlanePoint[]): Position[] {
  const line = { type: 'LineString' as const, coordinates: stretch.map(toDegrees) };
  const { coordinates } = simplify(line, { tolerance: TOLERANCE_DEGREES, highQuality: true });
  return coordinates.map((position) => roundPosition(position, DECIMALS));
}

/** The pieces of a line, in order, each ending where the next begins; `schematic` is true across a gap. */
function pieces({ runs }: Railway): { schematic: boolean; coordinates: Position[] }[] {
  const points = runs.flatMap(({ known, bridged }) =>
    (known ?? bridged ?? []).map((position) => ({ position, known: known !== undefined })),
  );
  const { line, spans } = spline(
    points.map(({ position }) => toPlane(position)),
    SAMPLE_METRES,
  );
  // The stretch between two points is known when both of its ends are positions of one run.
  const runOf = runs.flatMap((run, i) => (run.known ?? run.bridged ?? []).map(() => i));
  const isSchematic = (span: number): boolean =>
    !(points[span]?.known && points[span + 1]?.known && runOf[span] === runOf[span + 1]);
  const found: { schematic: boolean; stretch: PlanePoint[] }[] = [];
  line.forEach((point, i) => {
    if (!inWorld(point)) return;
    const schematic = isSchematic(spans[i] ?? 0);
    const last = found.at(-1);
    if (last?.schematic === schematic) {
      last.stretch.push(point);
    } else {
      last?.stretch.push(point);
      found.push({ schematic, stretch: [point] });
    }
  });
  return found
    .filter(({ stretch }) => stretch.length > 1)
    .map(({ schematic, stretch }) => ({ schematic, coordinates: slim(stretch) }));
}

const { lines, stations } = parse(readBase('rail.yaml')) as { lines: Railway[]; stations: Station[] };

const rails = lines.flatMap((railway) =>
  pieces(railway).map(
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
