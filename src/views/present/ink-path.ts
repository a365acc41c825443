import type { InkPoint } from './ink-strokes.ts';

/** A position in CSS pixels. */
type Position = readonly [x: number, y: number, ...rest: number[]];

/** The course of a stroke as SVG path data, to be drawn with a width of its own; a single touch makes a dot. */
export function coursePath(points: readonly InkPoint[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return [`M${at(first)}`, ...(rest.length > 0 ? rest : [first]).map((point) => `L${at(point)}`)].join('');
}

/**
 * A closed outline as SVG path data, to be filled: a smooth curve through the middles of its sides, with its corners as
 * the control points of quadratic Béziers.
 */
export function outlinePath(corners: readonly Position[]): string {
  const first = corners[0];
  const second = corners[1];
  if (!first || !second) return '';
  const curves = corners.slice(1).map((corner, index) => {
    const next = corners[index + 2] ?? first;
    return `Q${at(corner)} ${at(middle(corner, next))}`;
  });
  return `M${at(middle(first, second))}${curves.join('')}Q${at(first)} ${at(middle(first, second))}Z`;
}

function middle(a: Position, b: Position): Position {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function at([x, y]: Position): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}
