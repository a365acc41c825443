import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { neighbourLines } from './neighbour-lines.ts';

const areas = (...rings: Position[][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: rings.map((ring) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
});
const square = (x: number, y: number): Position[] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const drawnOnce = (collection: ReturnType<typeof neighbourLines>) =>
  collection.features
    .flatMap(({ geometry }) => geometry.coordinates)
    .flatMap((line) => line.slice(1).map((to, i) => [String(line[i]), String(to)].sort().join(' ')))
    .sort();

describe('the lines of the neighbours', () => {
  it('leave out what the city draws, and draw what two of them share once', () => {
    const lines = drawnOnce(neighbourLines(areas(square(1, 0), square(1, 1)), areas(square(0, 0))));
    expect(lines).toEqual(['1,1 2,1', '1,2 2,2', '1,1 1,2', '1,0 2,0', '2,0 2,1', '2,1 2,2'].sort());
  });

  it('are none where nothing but the city is', () => {
    expect(neighbourLines(areas(), areas(square(0, 0))).features).toEqual([]);
    expect(neighbourLines(areas(square(0, 0)), areas(square(0, 0))).features).toEqual([]);
  });
});
