/** A part of a picture, in shares of its width and height. */
export interface Part {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A picture's size in pixels, and how many colours a part of it has: a blank one has one or two. */
export interface Look {
  width: number;
  height: number;
  colours: number;
}

type Given = Part & { base64: string };

/** A browser's page in which pictures are decoded, whatever drives the browser. */
interface Decoder {
  evaluate(look: (given: Given) => Promise<Look>, given: Given): Promise<Look>;
}

/** Looks at a picture, or at a part of it. */
export function lookOf(
  page: Decoder,
  png: Uint8Array,
  part: Part = { x: 0, y: 0, w: 1, h: 1 },
): Promise<Look> {
  return page.evaluate(
    async ({ base64, x, y, w, h }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const canvas = new OffscreenCanvas(Math.round(width * w), Math.round(height * h));
      const context = canvas.getContext('2d');
      if (!context) throw new Error('The browser offers no 2D canvas.');
      context.drawImage(image, -Math.round(width * x), -Math.round(height * y));
      const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      return { width, height, colours: new Set(pixels).size };
    },
    { base64: Buffer.from(png).toString('base64'), ...part },
  );
}
