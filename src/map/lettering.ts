import type { ExpressionSpecification } from 'maplibre-gl';
import { sansFamilies } from '../drawing/tokens.ts';

/** One family stack for both scripts: the map draws them from local fonts, there is no glyph server. */
export const mapFont = sansFamilies;

/** A size in CSS pixels that grows with the room. */
export type Sizer = (pixels: number) => number;

/** A width that grows from zoom 8 to zoom 13. */
export function byZoom(sized: Sizer, far: number, near: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 8, sized(far), 13, sized(near)];
}

export const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
export const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
export const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
