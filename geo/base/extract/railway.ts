/**
 * The course of a railway from the positions known of it: one smooth curve through all points, so that its bends are
 * those of a railway, told apart into what is known and what only joins.
 */
import simplify from '@turf/simplify';
import type { Position } from 'geojson';
import { type PlanePoint, spline, toDegrees, toPlane } from './curve.ts';
import { roundPosition } from './geojson.ts';

/** Successive points of a line: `known` positions, or our own across a gap in them (`bridged`). */
export interface Run {
  known?: Position[];
  bridged?: Position[];
}

/** A stretch of a line, ending where the next begins; `schematic` across a gap. */
export interface Piece {
  schematic: boolean;
  coordinates: Position[];
}

const SAMPLE_METRES = 100;
const TOLERANCE_DEGREES = 8 / 111_195;
const DECIMALS = 5;

/** A stretch of samples as a line of few vertices; its ends stay where they are. */
function slim(stretch: PlanePoint[]): Position[] {
  const line = { type: 'LineString' as const, coordinates: stretch.map(toDegrees) };
  const { coordinates } = simplify(line, { tolerance: TOLERANCE_DEGREES, highQuality: true });
  return coordinates.map((position) => roundPosition(position, DECIMALS));
}

/**
 * The pieces of a line, in order, each ending where the next begins.
 *
 * @param runs the line's points in order, `[lng, lat]`, WGS-84
 * @param isDrawn whether a position belongs to what is drawn; the rest is left out
 */
export function coursePieces(runs: Run[], isDrawn: (position: Position) => boolean = () => true): Piece[] {
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
    if (!isDrawn(toDegrees(point))) return;
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
