import { drawHatch } from './hatch.ts';
import type { Looks } from './looks.ts';
import { drawMarkImage } from './mark-images.ts';

/** Draws the picture that an image name of the style stands for: a hatching, or a mark; null for any other name. */
export function drawMapImage(
  key: string,
  looks: Pick<Looks, 'tokens' | 'scale'>,
  pixelRatio: number,
): ImageData | null {
  return drawHatch(key, looks, pixelRatio) ?? drawMarkImage(key, looks, pixelRatio);
}
