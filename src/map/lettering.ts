import { sansFamilies } from '../drawing/tokens.ts';

/** One family stack for both scripts: the map draws them from local fonts, there is no glyph server. */
export const mapFont = sansFamilies;

/** A size in CSS pixels that grows with the room. */
export type Sizer = (pixels: number) => number;
