/** How many times finer than the screen a picture may be asked for. */
export const pngRatios = [1, 2, 4] as const;
export type PngRatio = (typeof pngRatios)[number];

/** The map's canvas has at most so many pixels to a side. */
const mostPixels = 8192;
/** A picture narrower or lower than this has no room for its legend. */
const least = { width: 800, height: 560 };

/** The size of a picture of the map in CSS pixels, and the sizes in pixels at which it can be had. */
export interface PngSizes {
  width: number;
  height: number;
  options: { ratio: PngRatio; width: number; height: number; possible: boolean }[];
}

/** What sizes a picture can have that is as large as a screen of so many CSS pixels. */
export function pngSizes(screen: { width: number; height: number }): PngSizes {
  const width = Math.max(least.width, Math.round(screen.width));
  const height = Math.max(least.height, Math.round(screen.height));
  return {
    width,
    height,
    options: pngRatios.map((ratio) => ({
      ratio,
      width: width * ratio,
      height: height * ratio,
      possible: Math.max(width, height) * ratio <= mostPixels,
    })),
  };
}
