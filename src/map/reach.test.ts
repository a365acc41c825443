import { describe, expect, it } from 'vitest';
import { mercatorBox } from '../drawing/mercator.ts';
import type { Bounds } from '../model/dataset.ts';
import { around, sightOf } from './reach.ts';

const bounds: Bounds = [119, 31.6, 120, 32.4];
const none = { top: 0, right: 0, bottom: 0, left: 0 };

describe('what is in sight of a fitted map', () => {
  it('is the bounds themselves in a picture of their proportions', () => {
    const { width, height } = mercatorBox(bounds);
    const size = { width: 1000, height: (1000 * height) / width };
    sightOf({ bounds, maxZoom: 14, padding: none, size }).forEach((degrees, edge) => {
      expect(degrees).toBeCloseTo(bounds[edge] ?? Number.NaN, 6);
    });
  });

  it('is as much more as panels cover, on their side', () => {
    const padding = { ...none, left: 500 };
    const [west, , east] = sightOf({ bounds, maxZoom: 14, padding, size: { width: 1000, height: 2000 } });
    expect(west).toBeCloseTo(118, 6);
    expect(east).toBeCloseTo(120, 6);
  });

  it('is more to both sides on a wall that is much wider than high', () => {
    const [west, south, east, north] = sightOf({
      bounds,
      maxZoom: 14,
      padding: none,
      size: { width: 5760, height: 1080 },
    });
    expect(south).toBeCloseTo(31.6, 6);
    expect(north).toBeCloseTo(32.4, 6);
    expect((west + east) / 2).toBeCloseTo(119.5, 6);
    expect(east - west).toBeGreaterThan(4);
  });

  it('comes no nearer than it may', () => {
    const point: Bounds = [119.5, 32, 119.5, 32];
    const [west, , east] = sightOf({
      bounds: point,
      maxZoom: 9,
      padding: none,
      size: { width: 512, height: 512 },
    });
    expect(east - west).toBeCloseTo(360 / 2 ** 9, 6);
  });
});

describe('a box around boxes', () => {
  it('holds them all', () => {
    expect(around(bounds, [118, 32, 119, 33])).toEqual([118, 31.6, 120, 33]);
    expect(around(bounds)).toEqual(bounds);
  });
});
