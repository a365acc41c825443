import type { Page } from '@playwright/test';

/** A PNG in base64. */
export type Picture = string;

/** How a part of one picture lies against the other, in pixels, and on how many pixels that rests. */
export interface Shift {
  part: string;
  x: number;
  y: number;
  /** Pixels of the compared colour that the two have in common when so shifted. */
  common: number;
}

/** Shifts are looked for up to so many pixels. */
const reach = 4;

/** How far each channel may be off, since a line of a pixel or two is blended with its ground. */
const tolerance = 45;

/**
 * How two pictures of the same size lie against each other, quarter by quarter, so that a wrong scale is found too. They
 * are compared by the lines of one colour (`#rrggbb`) that both draw: the best of all small shifts is the one at which
 * the most pixels of it coincide. Names and marks, which need not agree, hardly count beside a line that does.
 */
export function shiftsBetween(page: Page, one: Picture, other: Picture, colour: string): Promise<Shift[]> {
  return page.evaluate(
    async ({ pictures, wanted, most, near }) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const { width, height } = image;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new Error('The browser offers no 2D canvas.');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        const isLine = Uint8Array.from({ length: width * height }, (_, pixel) =>
          wanted.every((value, channel) => Math.abs((data[pixel * 4 + channel] ?? 0) - value) <= near)
            ? 1
            : 0,
        );
        return { isLine, width, height };
      };
      const [a, b] = await Promise.all(pictures.map(read));
      if (!a || !b || a.width !== b.width || a.height !== b.height)
        throw new Error('The pictures differ in size.');
      const [halfWidth, halfHeight] = [Math.floor(a.width / 2), Math.floor(a.height / 2)];
      const commonAt = (left: number, top: number, dx: number, dy: number) => {
        let common = 0;
        for (let y = top + most; y < top + halfHeight - most; y += 1) {
          for (let x = left + most; x < left + halfWidth - most; x += 1) {
            if (a.isLine[y * a.width + x] && b.isLine[(y + dy) * a.width + x + dx]) common += 1;
          }
        }
        return common;
      };
      const steps = Array.from({ length: most * 2 + 1 }, (_, step) => step - most);
      return [0, halfHeight].flatMap((top) =>
        [0, halfWidth].map((left) => {
          const tried = steps.flatMap((y) => steps.map((x) => ({ x, y, common: commonAt(left, top, x, y) })));
          const best = tried.reduce((so, far) => (far.common > so.common ? far : so));
          return { part: `${top === 0 ? 'north' : 'south'}-${left === 0 ? 'west' : 'east'}`, ...best };
        }),
      );
    },
    {
      pictures: [one, other],
      wanted: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
      most: reach,
      near: tolerance,
    },
  );
}
