import { describe, expect, it } from 'vitest';
import { freehandPath } from './freehand.ts';
import { coursePath, outlinePath } from './ink-path.ts';
import type { InkPoint } from './ink-strokes.ts';

const line = (pressure: number): InkPoint[] =>
  Array.from({ length: 30 }, (_, index) => [index * 4, 100, pressure] as const);
const numbersOf = (path: string) => (path.match(/-?\d+(\.\d+)?/gu) ?? []).map(Number);
const heightOf = (path: string) => {
  const downs = numbersOf(path).filter((_, index) => index % 2 === 1);
  return Math.max(...downs) - Math.min(...downs);
};

describe('a stroke', () => {
  it('is a closed outline about as wide as asked', () => {
    const path = freehandPath({ id: 0, points: line(0.5), pressured: true }, 10, true);
    expect(path).toMatch(/^M[\d. -]+(Q[\d. -]+)+Z$/u);
    expect(heightOf(path)).toBeGreaterThan(5);
    expect(heightOf(path)).toBeLessThan(15);
  });

  it('is wider where the stylus was pressed harder', () => {
    const width = (pressure: number) =>
      heightOf(freehandPath({ id: 0, points: line(pressure), pressured: true }, 10, true));
    expect(width(0.9)).toBeGreaterThan(width(0.2) * 1.3);
  });

  it('is a dot for a single touch', () => {
    const path = freehandPath({ id: 0, points: [[50, 50, 0.5]], pressured: false }, 10, true);
    expect(heightOf(path)).toBeGreaterThan(3);
    expect(coursePath([[50, 50, 0.5]])).toBe('M50 50L50 50');
  });

  it('is a plain line from point to point without the pen’s own drawing', () => {
    expect(
      coursePath([
        [0, 0, 1],
        [10, 5.126, 1],
        [20, 0, 1],
      ] as InkPoint[]),
    ).toBe('M0 0L10 5.13L20 0');
    expect(coursePath([])).toBe('');
  });
});

describe('an outline', () => {
  it('goes through the middles of the sides and closes', () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    expect(outlinePath(square)).toBe('M5 0Q10 0 10 5Q10 10 5 10Q0 10 0 5Q0 0 5 0Z');
    expect(outlinePath([[1, 1]])).toBe('');
  });
});
