import { markPicture } from '../../drawing/mark-shapes.ts';
import { sansFamilies, type Tokens } from '../../drawing/tokens.ts';
import { scaleBar } from '../../export/scale-bar.ts';
import { formatMeters } from '../../i18n/index.ts';
import { paintShape } from '../../map/shape-canvas.ts';
import type { Language } from '../../model/view.ts';
import type { LegendEntry } from './legend-entries.ts';

/** What is drawn on a picture of the map is measured in CSS pixels times this: larger for a wall or a projector. */
export interface Pen {
  context: CanvasRenderingContext2D;
  tokens: Tokens;
  scale: number;
}

/** Families as a canvas takes them. */
export const families = (names: readonly string[]): string =>
  names.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ');

/** The face of titles, as in the style sheet. */
export const songFamilies = ['Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'SimSun', 'serif'];

/** Sets the face of what is written next, of a size in CSS pixels at scale 1. */
export function setFace({ context, scale }: Pen, size: number, weight = 400, names = sansFamilies): void {
  context.font = `${weight} ${size * scale}px ${families(names)}`;
}

const markSize = 18;
const rowHeight = 24;
const entryGap = 16;

interface PlacedEntry extends LegendEntry {
  x: number;
  y: number;
}

/** The entries of a legend in rows no wider than `width`; gives where they are and how high all of them are. */
export function placeLegend(
  pen: Pen,
  entries: readonly LegendEntry[],
  width: number,
): { placed: PlacedEntry[]; height: number } {
  const { context, scale } = pen;
  setFace(pen, 12);
  let [x, y] = [0, 0];
  const placed = entries.map((entry) => {
    const wide = (markSize + 4) * scale + context.measureText(entry.label).width;
    if (x > 0 && x + wide > width) [x, y] = [0, y + rowHeight * scale];
    const at = { ...entry, x, y };
    x += wide + entryGap * scale;
    return at;
  });
  return { placed, height: placed.length > 0 ? y + rowHeight * scale : 0 };
}

/** Draws a legend whose upper left corner is at x, y. */
export function drawLegend(pen: Pen, placed: readonly PlacedEntry[], x: number, y: number): void {
  const { context, tokens, scale } = pen;
  for (const entry of placed) {
    const middle = y + entry.y + (rowHeight * scale) / 2;
    const { half, shapes } = markPicture(entry.symbol, tokens);
    context.save();
    context.translate(x + entry.x + (markSize / 2) * scale, middle);
    context.scale((markSize / 2 / half) * scale, (markSize / 2 / half) * scale);
    for (const shape of shapes) paintShape(context, shape);
    context.restore();
    setFace(pen, 12);
    context.textBaseline = 'middle';
    context.fillStyle = tokens.ink;
    context.fillText(entry.label, x + entry.x + (markSize + 4) * scale, middle);
  }
}

/** Draws a scale bar whose lower left corner is at x, y, for a map with so many metres to a CSS pixel. */
export function drawScaleBar(
  pen: Pen,
  metersPerPixel: number,
  language: Language,
  x: number,
  y: number,
): void {
  const { context, tokens, scale } = pen;
  const { meters, length } = scaleBar(metersPerPixel, 110 * scale);
  const tick = 6 * scale;
  const trace = () => {
    context.beginPath();
    context.moveTo(x, y - tick);
    context.lineTo(x, y);
    context.lineTo(x + length, y);
    context.lineTo(x + length, y - tick);
  };
  context.setLineDash([]);
  outlined(pen, trace);
  setFace(pen, 12, 600);
  context.textBaseline = 'bottom';
  label(pen, formatMeters(meters, language), x + tick, y - 2 * scale);
  context.fillStyle = tokens.ink;
}

/** Draws an arrow to the north about x, with its tip at y: the map does not turn. */
export function drawNorth(pen: Pen, letter: string, x: number, y: number): void {
  const { context, tokens, scale } = pen;
  const [half, height, notch] = [8 * scale, 26 * scale, 21 * scale];
  context.setLineDash([]);
  outlined(pen, () => {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + half, y + height);
    context.lineTo(x, y + notch);
    context.lineTo(x - half, y + height);
    context.closePath();
  });
  context.fillStyle = tokens.ink;
  context.fill();
  setFace(pen, 12, 600);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  label(pen, letter, x, y + height + 2 * scale);
  context.textAlign = 'left';
}

/** Strokes a path in ink with a pale edge, so that it stands out from any ground. */
function outlined({ context, tokens, scale }: Pen, trace: () => void): void {
  context.lineJoin = 'round';
  for (const [style, width] of [
    [tokens.halo, 5],
    [tokens.ink, 1.8],
  ] as const) {
    trace();
    context.strokeStyle = style;
    context.lineWidth = width * scale;
    context.stroke();
  }
}

function label({ context, tokens, scale }: Pen, text: string, x: number, y: number): void {
  context.lineJoin = 'round';
  context.strokeStyle = tokens.halo;
  context.lineWidth = 4 * scale;
  context.strokeText(text, x, y);
  context.fillStyle = tokens.ink;
  context.fillText(text, x, y);
}
