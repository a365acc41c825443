import { Resvg } from '@resvg/resvg-wasm';
import { startRenderer } from './svg-renderer.ts';

/** Draws a square SVG as a PNG whose edge has so many pixels. */
export async function svgToPng(svg: string, size: number): Promise<Uint8Array> {
  await startRenderer();
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}
