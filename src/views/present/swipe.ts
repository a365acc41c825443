/** Where and when a finger came down or went up: CSS pixels, milliseconds. */
export interface Touchpoint {
  x: number;
  y: number;
  time: number;
}

/** A finger that goes less far than this has tapped, in CSS pixels. */
const leastWay = 48;
/** One that takes longer than this has held or dragged, in milliseconds. */
const longestTime = 800;
/** It goes across when it goes this many times as far sideways as up or down. */
const steepness = 1.6;

/** The scenes to go on when a finger went from one point to another: a page pushed to the left shows the next, 1. */
export function swipedSteps(from: Touchpoint, to: Touchpoint): -1 | 0 | 1 {
  const [across, down] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < leastWay || to.time - from.time > longestTime) return 0;
  if (Math.abs(across) < steepness * Math.abs(down)) return 0;
  return across < 0 ? 1 : -1;
}
