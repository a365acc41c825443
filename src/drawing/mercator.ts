import type { Bounds, LngLat } from '../model/dataset.ts';

/** A position on the projected world: x to the east, y to the south, both from 0 to 1. */
export type UnitPoint = readonly [x: number, y: number];

/** The world's width in CSS pixels at zoom 0, as MapLibre counts zoom levels. */
const worldAtZoomZero = 512;

/**
 * Web Mercator of a WGS-84 position, as a share of the square world. The spherical formulas of EPSG:3857
 * (IOGP Guidance Note 7-2, “Popular Visualisation Pseudo-Mercator”), with the sphere's circumference as unit and the
 * origin at 180° W, 85.0511° N. Poles are held at the square's edge.
 */
export function mercator([lng, lat]: LngLat): UnitPoint {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [lng / 360 + 0.5, Math.min(1, Math.max(0, y))];
}

/** A box in degrees as it lies on the unit square: its north-west corner, width and height. */
export function mercatorBox([west, south, east, north]: Bounds): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const [left, top] = mercator([west, north]);
  const [right, bottom] = mercator([east, south]);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The zoom at which a box in degrees just fits into a room of so many CSS pixels: MapLibre's `fitBounds` without pitch. */
export function fitZoom(bounds: Bounds, room: { width: number; height: number }): number {
  const { width, height } = mercatorBox(bounds);
  return Math.log2(Math.min(room.width / width, room.height / height) / worldAtZoomZero);
}
