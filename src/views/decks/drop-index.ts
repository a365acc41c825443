/**
 * The place, counted from 0, at which a dragged row comes to stand when it is let go at `y`: behind all others whose
 * middle lies above. `rows` are the boxes of all rows in their order, in the same pixels as `y`.
 */
export function dropIndex(rows: readonly { top: number; bottom: number }[], from: number, y: number): number {
  return rows.filter(({ top, bottom }, index) => index !== from && (top + bottom) / 2 < y).length;
}
