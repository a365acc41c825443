import { fitZoom, mercatorBox } from '../drawing/mercator.ts';
import type { Bounds, LngLat } from '../model/dataset.ts';
import type { Padding } from './wanted.ts';

/** The world's width in CSS pixels at zoom 0, as MapLibre counts zoom levels. */
const worldAtZoomZero = 512;

/** What a camera is fitted to: degrees, the nearest zoom, and what is covered of so many CSS pixels. */
export interface Fitting {
  bounds: Bounds;
  maxZoom: number;
  padding: Padding;
  size: { width: number; height: number };
}

/**
 * What is in sight, in degrees, once bounds are fitted into the free part of a map: with what lies under panels, and
 * beside the bounds where the picture has other proportions than they. Web Mercator, without rotation and pitch.
 */
export function sightOf({ bounds, maxZoom, padding, size }: Fitting): Bounds {
  const free = {
    width: size.width - padding.left - padding.right,
    height: size.height - padding.top - padding.bottom,
  };
  const world = worldAtZoomZero * 2 ** Math.min(maxZoom, fitZoom(bounds, free));
  const box = mercatorBox(bounds);
  const left = box.x + box.width / 2 - (padding.left + free.width / 2) / world;
  const top = box.y + box.height / 2 - (padding.top + free.height / 2) / world;
  const [west, north] = degreesAt(left, top);
  const [east, south] = degreesAt(left + size.width / world, top + size.height / world);
  return [west, south, east, north];
}

/** The smallest box around some boxes. */
export function around(first: Bounds, ...others: readonly Bounds[]): Bounds {
  return others.reduce<Bounds>(
    ([west, south, east, north], other) => [
      Math.min(west, other[0]),
      Math.min(south, other[1]),
      Math.max(east, other[2]),
      Math.max(north, other[3]),
    ],
    first,
  );
}

/** The position at a point of the unit square: the inverse of `mercator`. */
function degreesAt(x: number, y: number): LngLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
