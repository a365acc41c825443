import type { BaseLayers } from '../model/base-layers.ts';
import type { Dataset } from '../model/dataset.ts';
import { languages } from '../model/view.ts';
import { type Layout, referenceRooms } from './first-fit.ts';
import { MarkIndex } from './mark-index.ts';
import { fitZoom } from './mercator.ts';
import { fade, ground, inUnits, stations } from './still-map-ground.ts';
import { markBoxes, marksOf, type StillLinks } from './still-map-marks.ts';
import { baseNames, itemNames, languageTags } from './still-map-names.ts';
import { itemShapes } from './still-map-shapes.ts';
import { type Sheet, sheetOf } from './still-map-sheet.ts';
import { element } from './still-map-svg.ts';
import { type Tokens, tokenReferences } from './tokens.ts';

/** What the still picture says besides names. */
export interface StillMapTexts extends StillLinks {
  /** The picture's accessible name. */
  label: string;
}

/** From this zoom on single items are named beside their marks, as on the live map. */
const itemNamesFrom = 9;

/**
 * The map at its first view as SVG text, without scripts or DOM: base layers, the located items and the big names.
 * Its coordinates are Web Mercator over the city's bounds, so that it lies exactly where the live map will, and its
 * colours are the tokens' custom properties, so that every theme fits it. The picture has no size of its own: a style
 * sheet gives it a box with the ratio of `sheetRatio(city.bounds)`; lines, letters and marks keep their size in it.
 * Marks and names stand in it twice, laid out for a laptop and for a phone (classes `layout-desk`, `layout-phone`), and
 * names in every language; the style sheet shows the fitting ones. `dataset.items` come in the order of the live map's
 * list, by which it groups their marks.
 */
export function stillMap(base: BaseLayers, dataset: Dataset, texts: StillMapTexts): string {
  const sheet = sheetOf(dataset.city.bounds, dataset.city.window);
  const tokens = tokenReferences();
  const drawn = (Object.keys(referenceRooms) as Layout[]).map((layout) => {
    const { names, marks } = layoutOf(sheet, base, dataset, { layout, tokens, texts });
    const inLayout = (content: string) => element('g', { class: `layout-${layout}` }, content);
    return { names: inLayout(names), marks: inLayout(marks) };
  });
  return element('svg', { class: 'still-drawing', role: 'group', 'aria-label': texts.label }, [
    inUnits(sheet, ground(sheet, base)),
    stations(sheet, base),
    fade(sheet),
    inUnits(sheet, itemShapes(sheet, dataset.items, { tokens, links: texts })),
    ...drawn.map(({ names }) => names),
    ...drawn.map(({ marks }) => marks),
  ]);
}

/** Marks as the live map groups them in a layout's reference room, and the names that find room between them. */
function layoutOf(
  sheet: Sheet,
  base: BaseLayers,
  { city, items }: Dataset,
  { layout, tokens, texts }: { layout: Layout; tokens: Tokens; texts: StillMapTexts },
): { names: string; marks: string } {
  const room = referenceRooms[layout];
  const zoom = fitZoom(city.bounds, room);
  const unit = Math.min(room.width / sheet.width, room.height / sheet.height);
  const marks = new MarkIndex(items, 1).marksAt(zoom);
  const byId = new Map(items.map((item) => [item.id, item]));
  const boxes = markBoxes(sheet, marks, unit);
  const named = new Map<string, string>();
  const names = languages.map((language) => {
    const taken = [...boxes];
    const options = { language, taken, unit };
    if (zoom >= itemNamesFrom)
      for (const [key, name] of itemNames(sheet, marks, byId, options))
        named.set(key, (named.get(key) ?? '') + name);
    return element('g', { lang: languageTags[language] }, baseNames(sheet, base, city, options));
  });
  return {
    names: names.join(''),
    marks: marksOf(sheet, marks, byId, { tokens, links: texts, names: named }),
  };
}
