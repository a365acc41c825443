import type { Map as MapLibreMap } from 'maplibre-gl';
import { contextOf } from './canvas.ts';

/** A picture of the map, and what must be known to draw a scale bar on it. */
export interface MapPicture {
  canvas: HTMLCanvasElement;
  /** Metres on the ground to a CSS pixel, in the middle of the picture. */
  metersPerPixel: number;
}

/** Pixels apart of the two points whose distance gives the scale. */
const span = 100;

/**
 * Draws the map once more, with so many pixels for each CSS pixel, and copies it while it is drawn: after that its
 * drawing buffer is empty.
 */
export function capture(map: MapLibreMap, pixelRatio: number): Promise<MapPicture> {
  const before = map.getPixelRatio();
  return new Promise<MapPicture>((resolve, reject) => {
    map.once('render', () => {
      try {
        resolve({ canvas: copyOf(map.getCanvas()), metersPerPixel: scaleOf(map) });
      } catch (error) {
        reject(error);
      }
    });
    if (before !== pixelRatio) map.setPixelRatio(pixelRatio);
    map.triggerRepaint();
  }).finally(() => {
    if (before !== pixelRatio) map.setPixelRatio(before);
  });
}

function copyOf(drawn: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  contextOf(canvas).drawImage(drawn, 0, 0);
  return canvas;
}

function scaleOf(map: MapLibreMap): number {
  const { clientWidth, clientHeight } = map.getContainer();
  const [x, y] = [(clientWidth - span) / 2, clientHeight / 2];
  return map.unproject([x, y]).distanceTo(map.unproject([x + span, y])) / span;
}
