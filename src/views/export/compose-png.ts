import type { Tokens } from '../../drawing/tokens.ts';
import { contextOf } from '../../map/canvas.ts';
import type { MapPicture } from '../../map/index.ts';
import type { Language } from '../../model/view.ts';
import {
  drawLegend,
  drawNorth,
  drawScaleBar,
  type Pen,
  placeLegend,
  setFace,
  songFamilies,
} from './draw-legend.ts';
import type { LegendEntry } from './legend-entries.ts';

/** What is drawn around and over a picture of the map. */
export interface PngFrame {
  /** The whole picture, in CSS pixels, and how many pixels each has. */
  width: number;
  height: number;
  pixelRatio: number;
  /** Factor on the sizes of type, as on the map. */
  scale: number;
  tokens: Tokens;
  language: Language;
  /** The letter of the north arrow. */
  north: string;
  legend: readonly LegendEntry[];
  /** The band under the map is at least so high, so that several pictures have a map of one size. */
  leastFooter?: number;
  /** With a title the picture stands by itself, and says all that a map must say. */
  heading: PngHeading | null;
}

interface PngHeading {
  title: string;
  subtitle: string;
  stamp: string;
  /** The caveat, the review number or that there is none, the credits. */
  mapLines: readonly string[];
}

const edge = 16;
const headerHeight = 58;
const noteLeading = 18;

interface PngPlan {
  /** Heights of the bands above and below the map, in CSS pixels. */
  header: number;
  footer: number;
  legend: ReturnType<typeof placeLegend>;
  notes: string[];
}

/** How high the band under the map is, in CSS pixels. */
export function footerHeight(frame: PngFrame): number {
  return planOf(penOf(frame, document.createElement('canvas')), frame).footer;
}

/** The room that a frame leaves for the map, in CSS pixels. */
export function mapRoom(frame: PngFrame): { width: number; height: number } {
  const { header, footer } = planOf(penOf(frame, document.createElement('canvas')), frame);
  return { width: frame.width, height: Math.round(frame.height - header - footer) };
}

/** Draws a frame with the map in it, taken at the size of `mapRoom`, as a PNG. */
export function composePng(frame: PngFrame, map: MapPicture): Promise<Blob> {
  const { width, height, pixelRatio, scale, tokens, heading } = frame;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const pen = penOf(frame, canvas);
  const { context } = pen;
  context.scale(pixelRatio, pixelRatio);
  const { header, footer, legend, notes } = planOf(pen, frame);
  const room = mapRoom(frame);
  const pad = edge * scale;
  context.fillStyle = tokens.raised;
  context.fillRect(0, 0, width, height);
  context.drawImage(map.canvas, 0, header, room.width, room.height);
  drawScaleBar(pen, map.metersPerPixel, frame.language, pad, header + room.height - pad);
  drawNorth(pen, frame.north, width - pad * 1.4, header + pad);
  if (heading) drawHeader(pen, heading, width);
  if (footer > 0) {
    const top = height - footer;
    drawLegend(pen, legend.placed, pad, top + 4 * scale);
    drawNotes(pen, notes, pad, top + 4 * scale + legend.height);
    context.fillStyle = tokens.hairline;
    context.fillRect(0, top, width, 1);
    if (header > 0) context.fillRect(0, header - 1, width, 1);
  }
  return pngOf(canvas);
}

/** A canvas as a PNG; throws where it is larger than the browser can write. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`The browser writes no picture of ${canvas.width} × ${canvas.height} pixels.`));
    }, 'image/png');
  });
}

function penOf({ tokens, scale }: PngFrame, canvas: HTMLCanvasElement): Pen {
  return { context: contextOf(canvas), tokens, scale };
}

function planOf(pen: Pen, frame: PngFrame): PngPlan {
  const { width, legend, heading, scale, leastFooter = 0 } = frame;
  const inner = width - 2 * edge * scale;
  const placed = placeLegend(pen, legend, inner);
  setFace(pen, 11);
  const notes = heading ? wrapped(pen, heading.mapLines, inner) : [];
  const content = placed.height + notes.length * noteLeading * scale;
  return {
    header: heading ? Math.round(headerHeight * scale) : 0,
    footer: Math.max(leastFooter, content > 0 ? Math.ceil(content + 8 * scale) : 0),
    legend: placed,
    notes,
  };
}

function drawHeader(pen: Pen, { title, subtitle, stamp }: PngHeading, width: number): void {
  const { context, tokens, scale } = pen;
  const [pad, middle] = [edge * scale, (headerHeight * scale) / 2];
  context.textBaseline = 'middle';
  setFace(pen, 13, 600);
  const stampWidth = context.measureText(stamp).width;
  context.fillStyle = tokens.accent;
  context.fillText(stamp, width - pad - stampWidth, middle);
  setFace(pen, 22, 700, songFamilies);
  context.fillStyle = tokens.ink;
  context.fillText(title, pad, middle);
  const x = pad + context.measureText(title).width + pad;
  setFace(pen, 14);
  context.fillStyle = tokens.inkSoft;
  context.fillText(cut(context, subtitle, width - x - stampWidth - 2 * pad), x, middle + 2 * scale);
}

function drawNotes(pen: Pen, notes: readonly string[], x: number, y: number): void {
  const { context, tokens, scale } = pen;
  setFace(pen, 11);
  context.textBaseline = 'middle';
  context.fillStyle = tokens.inkSoft;
  notes.forEach((line, index) => {
    context.fillText(line, x, y + (index + 0.5) * noteLeading * scale);
  });
}

/** Texts side by side, in lines no wider than `width`. */
function wrapped({ context }: Pen, texts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = lines.length > 0 ? `${lines.at(-1)}　${text}` : text;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}

/** A text that is cut so that it is no wider than `width`, and says so. */
function cut(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && context.measureText(`${characters.join('')}…`).width > width)
    characters.pop();
  return `${characters.join('')}…`;
}
