import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../model/dataset.ts';
import { fitZoom, mercator, mercatorBox } from './mercator.ts';

/** Circumference of the sphere of EPSG:3857 in metres. */
const circumference = 2 * Math.PI * 6378137;

describe('Web Mercator on the unit square', () => {
  it('has the middle of the world in its middle and its corners in the corners', () => {
    expect(mercator([0, 0])).toEqual([0.5, 0.5]);
    const [east, north] = mercator([180, 85.0511287798066]);
    expect(east).toBe(1);
    expect(north).toBeCloseTo(0, 9);
  });

  it('gives the worked example of IOGP Guidance Note 7-2 for EPSG:3857', () => {
    const [x, y] = mercator([-(100 + 20 / 60), 24 + 22 / 60 + 54.433 / 3600]);
    expect((x - 0.5) * circumference).toBeCloseTo(-11_169_055.58, 1);
    expect((0.5 - y) * circumference).toBeCloseTo(2_800_000, 1);
  });

  it('is a number inside the square everywhere, also at the poles', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (lng, lat) => {
          for (const share of mercator([lng, lat])) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('the zoom that fits a box', () => {
  const bounds: Bounds = [10.6, 40.8, 11.2, 41];

  it('makes the box as wide as a wide box’s room, and as high as a narrow room', () => {
    const box = mercatorBox(bounds);
    const pixels = (zoom: number, share: number) => share * 512 * 2 ** zoom;
    expect(pixels(fitZoom(bounds, { width: 900, height: 9000 }), box.width)).toBeCloseTo(900, 6);
    expect(pixels(fitZoom(bounds, { width: 9000, height: 300 }), box.height)).toBeCloseTo(300, 6);
  });

  it('is one more for twice the room', () => {
    const zoom = fitZoom(bounds, { width: 400, height: 300 });
    expect(fitZoom(bounds, { width: 800, height: 600 })).toBeCloseTo(zoom + 1, 9);
  });
});
