import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { gap, toDegrees, toPlane } from './curve.ts';
import { detailBetween, detailLines } from './land-detail.ts';
import { distanceToSegment, pairs } from './shared-edges.ts';

/**
 * A round border of 3 km, as the second source would have it: on a grid of 1/1024°, and 70 m too far east, 30 m too far
 * north.
 */
const RADIUS = 3000;
const onCircle = (degrees: number): number[] => {
  const angle = (degrees * Math.PI) / 180;
  return [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
};
const steps: Position[] = Array.from({ length: 721 }, (_, i) => {
  const [x = 0, y = 0] = onCircle((i % 720) / 2);
  return toDegrees([x + 70, y + 30]).map((value) => Math.round(value * 1024) / 1024);
});
const lines = detailLines([steps]);
const vertex = (degrees: number): Position => toDegrees(onCircle(degrees));

describe('the detailed line between two vertices', () => {
  it('follows the round border within 60 m, where the chord is 400 m off', () => {
    for (const [from, to] of [
      [10, 70],
      [70, 10],
      [330, 30],
    ] as const) {
      const line = detailBetween(vertex(from), vertex(to), lines);
      expect(line?.[0]).toEqual(vertex(from));
      expect(line?.at(-1)).toEqual(vertex(to));
      const off = (line ?? []).map((position) => Math.abs(gap(toPlane(position), [0, 0]) - RADIUS));
      expect(Math.max(...off)).toBeLessThan(60);
      const middle = from > 180 ? 0 : (from + to) / 2;
      const nearest = pairs(line ?? []).map(([a, b]) =>
        distanceToSegment(onCircle(middle), toPlane(a), toPlane(b)),
      );
      expect(Math.min(...nearest)).toBeLessThan(60);
    }
  });

  it('is none where the detailed line passes too far from a vertex', () => {
    const inside = toDegrees([RADIUS - 300, 0]);
    expect(detailBetween(inside, vertex(60), lines)).toBeUndefined();
  });

  it('is none where it would stray too far from the chord', () => {
    expect(detailBetween(vertex(0), vertex(100), lines)).toBeUndefined();
    expect(detailBetween(vertex(0), vertex(100), lines, 1500)).toBeDefined();
  });
});
