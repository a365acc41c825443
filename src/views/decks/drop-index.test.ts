import { describe, expect, it } from 'vitest';
import { dropIndex } from './drop-index.ts';

const rows = [0, 10, 20, 30].map((top) => ({ top, bottom: top + 10 }));

describe('where a dragged row comes to stand', () => {
  it.each([
    [0, 4, 0],
    [0, 16, 1],
    [0, 99, 3],
    [2, 24, 2],
    [2, 14, 1],
    [2, 36, 3],
    [3, -5, 0],
  ])('row %i let go at %i is row %i', (from, y, to) => {
    expect(dropIndex(rows, from, y)).toBe(to);
  });
});
