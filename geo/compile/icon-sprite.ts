import { Resvg } from '@resvg/resvg-wasm';
import { type IconSprite, iconGrid } from '../../src/drawing/icons.ts';
import { iconPaths } from './icons.ts';
import { startRenderer } from './svg-renderer.ts';

/** Pixels of the sprite for one unit of the icon grid: enough for a fine screen on a wall, where marks are drawn 1.9 × 2 as large. */
const pixelsPerUnit = 4;

/** Empty pixels between two cells and around all of them, so that no icon takes ink from its neighbour. */
export const gutter = 2;

const columns = 7;

/** The sprite as it is drawn: its alpha, a byte for each pixel in rows from the top, its size, and where each icon is. */
export interface DrawnSprite extends Omit<IconSprite, 'url'> {
  alpha: Uint8Array;
  width: number;
  height: number;
}

/** Draws the icons of all subsectors in black on nothing, in a grid of square cells. */
export async function drawIconSprite(): Promise<DrawnSprite> {
  const icons = Object.entries(iconPaths());
  const cell = iconGrid * pixelsPerUnit;
  const pitch = cell + gutter;
  const placed = icons.map(([name, d], index) => {
    const x = gutter + (index % columns) * pitch;
    const y = gutter + Math.floor(index / columns) * pitch;
    return { name, d, x, y };
  });
  const width = gutter + columns * pitch;
  const height = gutter + Math.ceil(icons.length / columns) * pitch;
  const paths = placed.map(
    ({ d, x, y }) => `<path transform="translate(${x} ${y}) scale(${pixelsPerUnit})" d="${d}"/>`,
  );
  await startRenderer();
  const image = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paths.join('')}</svg>`,
  ).render();
  return {
    // Red, green, blue and alpha of each pixel: the fourth alone says anything.
    alpha: image.pixels.filter((_, index) => index % 4 === 3),
    width: image.width,
    height: image.height,
    cell,
    positions: Object.fromEntries(placed.map(({ name, x, y }) => [name, [x, y] as const])),
  };
}
