import type { HandoutPage } from './handout.ts';
import { fittingFactor, type Setting, textHeight } from './text-fit.ts';

/** The sides of a slide or a printed page, in inches: 16:9, 4:3, and A4 landscape (297 by 210 mm), with or without notes. */
export const sheetSizes = {
  wide: { width: 40 / 3, height: 7.5 },
  standard: { width: 10, height: 7.5 },
  page: { width: 297 / 25.4, height: 210 / 25.4 },
  'page-with-notes': { width: 297 / 25.4, height: 210 / 25.4 },
} as const;

/** What a handout is laid out on. */
export type SheetFormat = keyof typeof sheetSizes;
/** A slide as wide as a projector's picture, 16:9, or as an older one's, 4:3. */
export type SlideFormat = 'wide' | 'standard';

/** A box on a slide, in inches from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** What a text on a slide is. */
export type SlideText = 'title' | 'text' | 'quote' | 'source';

/** A text with its place and its setting. */
export interface PlacedText extends Box, Setting {
  kind: SlideText;
  content: string;
}

/** Points in an inch, and CSS pixels in one. */
const points = 72;
const cssPixels = 96;

const margin = 0.45;
const footerHeight = 0.55;

/** The share of a slide's width that texts take; the map has the rest. */
const textShare = { wide: 0.35, standard: 0.38, page: 0.36, 'page-with-notes': 0.36 } as const;
/** The height of the notes under the map, where there are any, with the space above them. */
const notesHeight = 1.9;
const notesGap = 0.2;

/** Where the map is: beside the texts, and on the first and last slide out to the edges. */
export function pictureBox(format: SheetFormat, role: HandoutPage['role']): Box {
  const { width, height } = sheetSizes[format];
  const x = width * textShare[format];
  const notes = format === 'page-with-notes' ? notesHeight + notesGap : 0;
  return role === 'scene'
    ? { x, y: margin, w: width - x - margin, h: height - margin - footerHeight - notes }
    : { x, y: 0, w: width - x, h: height - (notes && notes + footerHeight) };
}

/** Where the notes are, and how they are set so that they fit there; null where there are none, or no place for them. */
export function placeNotes(page: HandoutPage, format: SheetFormat): (Box & Setting) | null {
  if (format !== 'page-with-notes' || page.notes === '') return null;
  const { x, w } = pictureBox(format, 'scene');
  const box = { x, y: sheetSizes[format].height - footerHeight - notesHeight, w, h: notesHeight };
  const at = (factor: number) => ({ size: 10 * factor, leading: 15 * factor });
  const fits = fittingFactor(box.h * points, (factor) => textHeight(page.notes, w * points, at(factor)));
  return { ...box, ...rounded(at(fits)) };
}

/** The size of a map's picture in CSS pixels: type in it is as large on the slide as on the screen. */
export function pictureSize({ w, h }: Box): { width: number; height: number } {
  return { width: Math.round(w * cssPixels), height: Math.round(h * cssPixels) };
}

/** Where the line under texts and map is. */
export function footerBox(format: SheetFormat, role: HandoutPage['role']): Box {
  const { width, height } = sheetSizes[format];
  const right = role === 'scene' ? width - margin : width * textShare[format] - 0.3;
  return role === 'scene'
    ? { x: margin, y: height - footerHeight + 0.1, w: right - margin, h: footerHeight - 0.2 }
    : { x: margin, y: height - 1.15, w: right - margin, h: 0.85 };
}

/** Sizes in points at most, for the slide of a scene, and for the first and last one. */
const settings: Record<'scene' | 'cover', Record<SlideText, Setting>> = {
  scene: {
    title: { size: 26, leading: 35 },
    text: { size: 16, leading: 26 },
    quote: { size: 14, leading: 22 },
    source: { size: 10, leading: 15 },
  },
  cover: {
    title: { size: 36, leading: 50 },
    text: { size: 17, leading: 28 },
    quote: { size: 14, leading: 22 },
    source: { size: 10, leading: 15 },
  },
};

/** Space before a text, in points. */
const before: Record<SlideText, number> = { title: 0, text: 16, quote: 22, source: 6 };

/** The texts of a page from top to bottom, all of them reduced until the last one ends above the footer. */
export function placeTexts(page: HandoutPage, format: SheetFormat): PlacedText[] {
  const cover = page.role !== 'scene';
  const sizes = settings[cover ? 'cover' : 'scene'];
  const top = cover ? 1.3 : margin + 0.1;
  const width = sheetSizes[format].width * textShare[format] - margin - 0.3;
  const room = footerBox(format, page.role).y - top - 0.15;
  const contents: [SlideText, string][] = [
    ['title', page.title],
    ['text', page.text],
    ['quote', page.quote ? `“${page.quote.text}”` : ''],
    ['source', page.quote?.source ?? ''],
  ];
  const texts = contents.filter(([, content]) => content !== '');
  const indented = (kind: SlideText) => (kind === 'quote' || kind === 'source' ? 0.18 : 0);
  const placedAt = (factor: number): PlacedText[] => {
    let y = top * points;
    return texts.map(([kind, content]) => {
      const setting = { size: sizes[kind].size * factor, leading: sizes[kind].leading * factor };
      const x = margin + indented(kind);
      const w = width - indented(kind);
      y += before[kind] * factor;
      const height = textHeight(content, w * points, setting);
      const placed = { kind, content, x, y: y / points, w, h: height / points, ...rounded(setting) };
      y += height;
      return placed;
    });
  };
  const bottom = (placed: readonly PlacedText[]) => {
    const last = placed.at(-1);
    return last ? last.y + last.h - top : 0;
  };
  return placedAt(fittingFactor(room, (factor) => bottom(placedAt(factor))));
}

/** Slides measure type in tenths of a point. */
function rounded({ size, leading }: Setting): Setting {
  return { size: Math.round(size * 10) / 10, leading: Math.round(leading * 10) / 10 };
}
