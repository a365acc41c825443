import type PptxGenJS from 'pptxgenjs';
import { type Tokens, themeTokens } from '../drawing/tokens.ts';
import { dictionary, languageTag } from '../i18n/index.ts';
import type { Handout, HandoutPage } from './handout.ts';
import { finishPptx } from './pptx-package.ts';
import {
  type Box,
  footerBox,
  type PlacedText,
  pictureBox,
  placeTexts,
  type SlideFormat,
  type SlideText,
  sheetSizes,
} from './slide-layout.ts';

/** Faces that come with Windows and Office: a Song face for titles and the report's words, a sans for the rest. */
export const slideFaces = { song: 'SimSun', sans: 'Microsoft YaHei' } as const;

const faceOf: Record<SlideText, string> = {
  title: slideFaces.song,
  text: slideFaces.sans,
  quote: slideFaces.song,
  source: slideFaces.sans,
};

/** Slides are paper, whatever the screen's theme. */
const tokens = themeTokens.light;

/**
 * Makes the slides of a handout as a PPTX file, one for each page: title, text and quote as text boxes, the map as a
 * picture, what the speaker says as notes. `pictures` are PNGs as data addresses in the order of the pages, in the ratio
 * of `pictureBox`; null for a page without one.
 */
export async function buildPptx(
  handout: Handout,
  pictures: readonly (string | null)[],
  format: SlideFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Presentation } = await import('pptxgenjs');
  const pptx = new Presentation();
  pptx.defineLayout({ name: format, ...sheetSizes[format] });
  pptx.layout = format;
  pptx.title = handout.title;
  pptx.subject = handout.stamp;
  pptx.author = pptx.company = dictionary(handout.language).title;
  pptx.theme = { headFontFace: slideFaces.song, bodyFontFace: slideFaces.sans };
  handout.pages.forEach((page, index) => {
    const slide = pptx.addSlide();
    slide.background = { color: hex('paper') };
    fillSlide(slide, handout, { page, number: index + 1, picture: pictures[index] ?? null, format });
    if (page.notes) slide.addNotes(page.notes);
  });
  const file = await pptx.write({ outputType: 'uint8array' });
  return finishPptx(file as Uint8Array<ArrayBuffer>, languageTag(handout.language));
}

interface SlideContent {
  page: HandoutPage;
  /** From 1. */
  number: number;
  picture: string | null;
  format: SlideFormat;
}

function fillSlide(slide: PptxGenJS.Slide, handout: Handout, content: SlideContent): void {
  const { page, number, picture, format } = content;
  if (picture)
    slide.addImage({
      data: picture,
      ...pictureBox(format, page.role),
      altText: dictionary(handout.language).exports.mapOf(page.title),
      objectName: 'map',
    });
  const texts = placeTexts(page, format);
  for (const text of texts) addText(slide, text, handout);
  const quote = texts.find(({ kind }) => kind === 'quote');
  const source = texts.find(({ kind }) => kind === 'source');
  if (quote && source)
    slide.addShape('rect', {
      x: quote.x - 0.18,
      y: quote.y,
      w: 0.04,
      h: source.y + source.h - quote.y,
      fill: { color: hex('accent') },
      objectName: 'rule',
    });
  addFooter(slide, handout, page, footerBox(format, page.role), number);
}

function addText(slide: PptxGenJS.Slide, text: PlacedText, { language }: Handout): void {
  const { kind, content, x, y, w, h, size, leading } = text;
  slide.addText(content, {
    x,
    y,
    w,
    h,
    margin: 0,
    valign: 'top',
    align: 'left',
    fontFace: faceOf[kind],
    fontSize: size,
    lineSpacing: leading,
    bold: kind === 'title',
    color: hex(kind === 'source' ? 'inkSoft' : 'ink'),
    // The report's own words are Chinese in every language.
    lang: languageTag(kind === 'quote' ? 'zh' : language),
    objectName: kind,
  });
}

function addFooter(
  slide: PptxGenJS.Slide,
  handout: Handout,
  page: HandoutPage,
  { x, y, w, h }: Box,
  number: number,
): void {
  const small = {
    margin: 0,
    fontFace: slideFaces.sans,
    fontSize: 9,
    lineSpacing: 13,
    color: hex('inkSoft'),
    lang: languageTag(handout.language),
  } as const;
  const onCover = page.role !== 'scene';
  const numberWidth = onCover ? 0 : 0.9;
  const place = dictionary(handout.language).stage.place(number, handout.pages.length);
  slide.addText(
    [
      { text: handout.stamp, options: { bold: true, color: hex('accent'), breakLine: onCover } },
      { text: onCover ? handout.mapLines.join('\n') : `　${handout.mapLines.join('　')}` },
    ],
    { ...small, x, y, w: w - numberWidth, h, valign: onCover ? 'bottom' : 'middle', objectName: 'stamp' },
  );
  if (numberWidth > 0)
    slide.addText(place, {
      ...small,
      x: x + w - numberWidth,
      y,
      w: numberWidth,
      h,
      align: 'right',
      valign: 'middle',
      objectName: 'place',
    });
}

/** A token's colour without its sign, as slides write it. */
function hex(name: Exclude<keyof Tokens, 'sectors'>): string {
  return tokens[name].slice(1);
}
