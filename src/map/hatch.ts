import { type SectorId, sectors } from '../model/vocabulary.ts';
import { contextOf, squareCanvas } from './canvas.ts';
import type { Looks } from './looks.ts';

const prefix = 'hatch/';

/** The name of the hatching of zones. */
export const zoneHatch = `${prefix}zone`;

/** The name of a sector's hatching is its id behind this. */
export const sectorHatchPrefix = prefix;

/** The names of all hatchings. */
export const hatchKeys: readonly string[] = [
  zoneHatch,
  ...Object.keys(sectors).map((sector) => sectorHatchPrefix + sector),
];

/** CSS pixels from one stroke to the next, and the width of a stroke. */
const gap = 8;
const stroke = 1;

/**
 * Draws the hatching that an image name stands for, as one tile of diagonal strokes: what is hatched is not known to
 * the spot. Returns null for a name that is none of them.
 */
export function drawHatch(
  key: string,
  { tokens, scale }: Pick<Looks, 'tokens' | 'scale'>,
  pixelRatio: number,
): ImageData | null {
  if (!key.startsWith(prefix)) return null;
  const sector = key.slice(prefix.length) as SectorId;
  const color = key === zoneHatch ? tokens.zone : tokens.sectors[sector]?.ink;
  if (!color) return null;
  const size = Math.round(gap * scale * pixelRatio);
  const context = contextOf(squareCanvas(size));
  context.strokeStyle = color;
  context.lineWidth = stroke * scale * pixelRatio;
  context.beginPath();
  // Three strokes, so that the tile's corners meet those of its neighbours.
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1);
    context.lineTo(shift + size + 1, -1);
  }
  context.stroke();
  return context.getImageData(0, 0, size, size);
}
