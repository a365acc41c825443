import sprite from 'virtual:atlas/icon-sprite';
import { iconGrid } from '../drawing/icons.ts';
import { contextOf } from './canvas.ts';

/** Pixels of the sprite for one unit of the icon grid. */
export const spriteResolution = sprite.cell / iconGrid;

let picture: HTMLImageElement | null = null;
let loading: Promise<void> | null = null;

/** Loads the picture that holds all icons; resolves when it can be drawn from. Must have been awaited before a mark is drawn. */
export function loadIconSprite(): Promise<void> {
  loading ??= decodePicture();
  return loading;
}

async function decodePicture(): Promise<void> {
  const image = new Image();
  image.src = sprite.url;
  try {
    await image.decode();
  } catch (cause) {
    loading = null;
    throw new Error(`The icons of the map could not be loaded from ${sprite.url}.`, { cause });
  }
  picture = image;
}

let scratch: HTMLCanvasElement | null = null;

/**
 * An icon in one colour, on a canvas that the next call draws over. The canvas is twice as wide and high as the icon,
 * which is in its middle: a canvas that is drawn smaller has hard edges, and no ink may lie on them.
 */
export function tintedIcon(name: string, colour: string): HTMLCanvasElement {
  if (!picture) throw new Error(`Icon ${name} was asked for before loadIconSprite() was done.`);
  const position = sprite.positions[name];
  if (!position) throw new Error(`The sprite has no icon ${name}: is it the icon of a subsector?`);
  const { cell } = sprite;
  const [x, y] = position;
  scratch ??= document.createElement('canvas');
  scratch.width = cell * 2;
  scratch.height = cell * 2;
  const context = contextOf(scratch);
  context.drawImage(picture, x, y, cell, cell, cell / 2, cell / 2, cell, cell);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, cell * 2, cell * 2);
  return scratch;
}
