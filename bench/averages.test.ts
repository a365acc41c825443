import { describe, expect, it } from 'vitest';
import { mean, median, percentile } from './averages.ts';

describe('the averages', () => {
  it('are values, or lie between two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBe(90);
    expect(percentile([5], 0.9)).toBe(5);
  });

  it('differ from the mean where a few values are large', () => {
    expect([median([1, 1, 1, 17]), mean([1, 1, 1, 17])]).toEqual([1, 5]);
  });

  it('are not known of nothing', () => {
    expect(median([])).toBeNaN();
    expect(mean([])).toBeNaN();
  });
});
