import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { toDegrees } from './curve.ts';
import {
  arcsOf,
  crossings,
  edgeKey,
  edgesOf,
  keptPoints,
  type SharedArea,
  withLines,
} from './shared-edges.ts';

/** Positions given in kilometres east and north of the middle of the map. */
const at = (x: number, y: number): Position => toDegrees([x * 1000, y * 1000]);
const ring = (...corners: [number, number][]): Position[] =>
  [...corners, ...corners.slice(0, 1)].map(([x, y]) => at(x, y));
const west: SharedArea = { name: 'west', polygons: [[ring([0, 0], [1, 0], [1, 1], [0, 1])]] };
const east: SharedArea = { name: 'east', polygons: [[ring([1, 0], [2, 0], [2, 1], [1, 1])]] };

describe('areas with shared edges', () => {
  it('have a common edge once, with both owners', () => {
    const edges = edgesOf([west, east]);
    expect(edges.size).toBe(7);
    expect(edges.get(edgeKey(at(1, 1), at(1, 0)))?.owners).toEqual(['west', 'east']);
  });

  it('take a new line on both sides, each in its own direction', () => {
    const bend = [at(1, 0), at(1.1, 0.5), at(1, 1)];
    const drawn = withLines([west, east], new Map([[edgeKey(at(1, 0), at(1, 1)), bend]]));
    expect(drawn[0]?.polygons).toEqual([[ring([0, 0], [1, 0], [1.1, 0.5], [1, 1], [0, 1])]]);
    expect(drawn[1]?.polygons).toEqual([[ring([1, 0], [2, 0], [2, 1], [1, 1], [1.1, 0.5])]]);
  });

  it('chain to lines between nodes, and to one that closes on itself', () => {
    const edges = [...edgesOf([west]).values()];
    const corner = String(at(1, 1));
    expect(arcsOf(edges, () => false)).toEqual([west.polygons[0]?.[0]]);
    const [arc, ...others] = arcsOf(edges, (position) => String(position) === corner);
    expect(others).toEqual([]);
    expect(arc).toHaveLength(5);
    expect([arc?.[0], arc?.at(-1)].map(String)).toEqual([corner, corner]);
  });
});

describe('crossings', () => {
  const found = (a: Position[], b: Position[]) =>
    crossings(
      new Map([
        ['a', a],
        ['b', b],
      ]),
    ).map((pair) => pair.toSorted().join());

  it('are found where lines cross, touch or lie on each other', () => {
    expect(found([at(0, 0), at(1, 1)], [at(0, 1), at(1, 0)])).toEqual(['a,b']);
    expect(found([at(0, 0), at(2, 0)], [at(1, 0), at(1, 1)])).toEqual(['a,b']);
    expect(found([at(0, 0), at(2, 0)], [at(0, 0), at(1, 0)])).toEqual(['a,b']);
    expect(found([at(0, 0), at(1, 0), at(1, 1), at(0.5, -1)], [at(5, 5), at(6, 6)])).toEqual(['a,a']);
  });

  it('are not found where lines meet at a vertex or keep apart', () => {
    expect(found([at(0, 0), at(1, 0)], [at(1, 0), at(1, 1)])).toEqual([]);
    expect(found([at(0, 0), at(1, 0)], [at(0, 0.01), at(1, 0.01)])).toEqual([]);
  });
});

describe('keptPoints', () => {
  it('keeps bends wider than the tolerance, and the ends', () => {
    const line = [
      [0, 0],
      [100, 20],
      [200, 0],
      [300, 60],
      [400, 0],
    ];
    expect([...keptPoints(line, 30)].sort()).toEqual([0, 2, 3, 4]);
    expect([...keptPoints(line, 100)].sort()).toEqual([0, 4]);
  });
});
