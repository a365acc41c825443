import type { Padding } from '../../map/index.ts';

/** A box on the screen in CSS pixels, as the browser measures it. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** What stands on the stage, in CSS pixels of the window. */
export interface StageBoxes {
  map: Box;
  caption: Box;
  /** What is open at the right, or null. */
  sheet: Box | null;
  /** A cover's words lie over the veiled map, which only shows beside them. */
  cover: boolean;
  /** The phone has the caption below the map, other screens beside it. */
  phone: boolean;
  /** The root type size: margins grow with it. */
  rem: number;
}

/** The share of the width at which a cover's map begins: its title reaches over it, veiled. */
const coverShare = 0.36;

/** What the caption, as it really stands, leaves of the map: padding for the camera in CSS pixels. */
export function roomBeside({ map, caption, sheet, cover, phone, rem }: StageBoxes): Padding {
  const gap = 1.5 * rem;
  const room = phone
    ? { top: 3.5 * rem, right: gap, bottom: Math.max(0, map.bottom - caption.top) + gap, left: gap }
    : {
        top: 2 * gap,
        // The names of marks stand at their right.
        right: sheet ? map.right - sheet.left + gap : 4 * gap,
        bottom: 4 * rem,
        left: (cover ? (map.right - map.left) * coverShare : caption.right - map.left) + 2 * gap,
      };
  return {
    top: Math.round(room.top),
    right: Math.round(room.right),
    bottom: Math.round(room.bottom),
    left: Math.round(room.left),
  };
}

/** Whether two paddings are the same: then the map is left alone. */
export function sameRoom(a: Padding | null, b: Padding): boolean {
  return a !== null && (Object.keys(b) as (keyof Padding)[]).every((edge) => a[edge] === b[edge]);
}
