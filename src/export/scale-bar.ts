/** A scale bar: the round distance that it stands for, and how long it is drawn in CSS pixels. */
export interface ScaleBar {
  meters: number;
  length: number;
}

/** The longest bar for a round distance (1, 2 or 5 times a power of ten metres) that is no longer than `most` pixels. */
export function scaleBar(metersPerPixel: number, most: number): ScaleBar {
  const limit = metersPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(limit));
  const step = [5, 2, 1].find((digit) => digit * power <= limit) ?? 1;
  const meters = step * power;
  return { meters, length: meters / metersPerPixel };
}
