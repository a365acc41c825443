import { groupPicture, markPicture, type Picture, pinPicture } from '../drawing/mark-shapes.ts';
import { sansFamilies, type Tokens } from '../drawing/tokens.ts';
import { parseSymbolKey } from '../model/symbols.ts';
import { contextOf, squareCanvas } from './canvas.ts';
import { spriteResolution } from './icon-sprite.ts';
import { parseGroupKey } from './item-features.ts';
import type { Looks } from './looks.ts';
import { paintShape } from './shape-canvas.ts';

/** The name of a selected item's picture is its mark's name behind this. */
export const pinPrefix = 'pin/';

/**
 * Draws the picture that an image name stands for: a mark, a pin, or a group. Returns null for a name that is none of
 * them. The icon sprite must have been loaded. `scale` enlarges it for a wall, `pixelRatio` sharpens it for the screen.
 */
export function drawMarkImage(
  key: string,
  { tokens, scale }: Pick<Looks, 'tokens' | 'scale'>,
  pixelRatio: number,
): ImageData | null {
  const picture = pictureFor(key, tokens);
  if (!picture) return null;
  const size = Math.ceil(picture.half * 2 * scale * pixelRatio);
  const finer = oversampling(picture, scale * pixelRatio);
  let canvas = squareCanvas(size * finer);
  const fine = contextFor(canvas, picture);
  for (const shape of picture.shapes) paintShape(fine, shape);
  for (let step = finer; step > 1; step /= 2) canvas = halved(canvas);
  const context = contextFor(canvas, picture);
  if (picture.count !== undefined) writeCount(context, picture.count, tokens);
  return context.getImageData(0, 0, size, size);
}

/**
 * How many times finer a picture is drawn before it is reduced, a power of two: so much that its icon is drawn at about
 * the size that it has in the sprite. Browsers blur what they reduce by other factors than a half.
 */
function oversampling({ shapes }: Picture, resolution: number): number {
  if (!shapes.some(({ kind }) => kind === 'icon')) return 1;
  return 2 ** Math.max(0, Math.round(Math.log2(spriteResolution / resolution)));
}

/** The context of a canvas that is to hold a picture: origin in the middle, a unit for each CSS pixel. */
function contextFor(canvas: HTMLCanvasElement, { half }: Picture): CanvasRenderingContext2D {
  const context = contextOf(canvas);
  const unit = canvas.width / (half * 2);
  context.setTransform(unit, 0, 0, unit, canvas.width / 2, canvas.width / 2);
  return context;
}

/** Each pixel the mean of four. */
function halved(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const half = squareCanvas(canvas.width / 2);
  contextOf(half).drawImage(canvas, 0, 0, half.width, half.height);
  return half;
}

function pictureFor(key: string, tokens: Tokens): Picture | null {
  const pinned = key.startsWith(pinPrefix);
  const symbol = parseSymbolKey(pinned ? key.slice(pinPrefix.length) : key);
  if (symbol) return (pinned ? pinPicture : markPicture)(symbol, tokens);
  const group = parseGroupKey(key);
  return group ? groupPicture(group, tokens) : null;
}

function writeCount(context: CanvasRenderingContext2D, count: number, tokens: Tokens): void {
  context.fillStyle = tokens.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 13px ${sansFamilies.map((family) => (family.includes(' ') ? `"${family}"` : family)).join(', ')}`;
  context.fillText(String(count), 0, 0.8);
}
