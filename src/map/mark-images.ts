import icons from 'virtual:atlas/icons';
import { groupPicture, markPicture, type Picture, pinPicture } from '../drawing/mark-shapes.ts';
import { sansFamilies, type Tokens } from '../drawing/tokens.ts';
import { parseSymbolKey } from '../model/symbols.ts';
import { parseGroupKey } from './item-features.ts';

/** The name of a selected item's picture is its mark's name behind this. */
export const pinPrefix = 'pin/';

/** A picture for the map's sprite, and how many of its pixels make one CSS pixel. */
export interface MarkImage {
  data: ImageData;
  pixelRatio: number;
}

/**
 * Draws the picture that an image name stands for: a mark, a pin, or a group. Returns null for a name that is none of
 * them. `scale` enlarges it for a wall, `pixelRatio` sharpens it for the screen.
 */
export function drawMarkImage(
  key: string,
  tokens: Tokens,
  scale: number,
  pixelRatio: number,
): MarkImage | null {
  const picture = pictureFor(key, tokens);
  if (!picture) return null;
  const size = Math.ceil(picture.half * 2 * scale * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(size / (picture.half * 2), size / (picture.half * 2));
  context.translate(picture.half, picture.half);
  drawPicture(context, picture, tokens);
  return { data: context.getImageData(0, 0, size, size), pixelRatio };
}

function pictureFor(key: string, tokens: Tokens): Picture | null {
  const pinned = key.startsWith(pinPrefix);
  const symbol = parseSymbolKey(pinned ? key.slice(pinPrefix.length) : key);
  if (symbol) return (pinned ? pinPicture : markPicture)(symbol, icons, tokens);
  const group = parseGroupKey(key);
  return group ? groupPicture(group, tokens) : null;
}

function drawPicture(context: CanvasRenderingContext2D, { shapes, count }: Picture, tokens: Tokens) {
  for (const { d, fill, stroke, strokeWidth = 1, dash = [], scale = 1, shift = [0, 0] as const } of shapes) {
    context.save();
    context.translate(shift[0], shift[1]);
    context.scale(scale, scale);
    const path = new Path2D(d);
    if (fill) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke) {
      context.lineJoin = 'round';
      context.setLineDash([...dash]);
      context.lineWidth = strokeWidth;
      context.strokeStyle = stroke;
      context.stroke(path);
    }
    context.restore();
  }
  if (count === undefined) return;
  context.fillStyle = tokens.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 13px ${sansFamilies.map((family) => (family.includes(' ') ? `"${family}"` : family)).join(', ')}`;
  context.fillText(String(count), 0, 0.8);
}
