import { getStroke } from 'perfect-freehand';
import { outlinePath } from './ink-path.ts';
import type { Stroke } from './ink-strokes.ts';

/**
 * The outline of a stroke as SVG path data, to be filled. It is thin where the stylus was pressed lightly, or, for mouse
 * and finger, where it was fast. `size` is the width of a firm stroke in CSS pixels; `done` closes its end.
 */
export function freehandPath({ points, pressured }: Stroke, size: number, done: boolean): string {
  const outline = getStroke(points as [number, number, number][], {
    size,
    thinning: 0.35,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: !pressured,
    last: done,
  });
  return outlinePath(outline as [number, number][]);
}
