import type { Item } from '../model/dataset.ts';
import { stretchesOf } from './item-lines.ts';
import { linkTo, type StillLinks } from './still-map-marks.ts';
import { pathOf, type Sheet } from './still-map-sheet.ts';
import { element } from './still-map-svg.ts';
import type { Tokens } from './tokens.ts';

/** Greening and clearing go along other works: where courses coincide, the works lie on top. */
const rank = (item: Item) => (item.sector === 'environment' ? 0 : 1);

/** Lines and areas of items under their marks, as links: sector is hue, progress is how it is filled. */
export function itemShapes(
  sheet: Sheet,
  items: readonly Item[],
  { tokens, links }: { tokens: Tokens; links: StillLinks },
): string {
  const shaped = items.filter(({ place }) => place.geometry && place.geometry.type !== 'Point');
  return [...shaped]
    .sort((a, b) => rank(a) - rank(b))
    .map((item) => linkTo([item], links, itemShape(sheet, item, tokens)))
    .join('');
}

function itemShape(sheet: Sheet, item: Item, tokens: Tokens): string {
  const { geometry, ribbon, precision } = item.place;
  if (!geometry) return '';
  const { fill, ink } = tokens.sectors[item.sector];
  const d = pathOf(sheet, geometry);
  if (geometry.type.endsWith('Polygon')) return element('path', { class: 'area', d, fill, stroke: ink });
  if (item.progress === 'study') {
    const strip = ribbon
      ? element('path', { class: 'ribbon', d: pathOf(sheet, ribbon), fill, stroke: ink })
      : '';
    return `${strip}${element('path', { class: 'corridor', d, stroke: ink })}`;
  }
  if (geometry.type !== 'LineString') return builtLine(d, item, fill, precision === 'town');
  return stretchesOf(geometry.coordinates, item.place.schematic)
    .map(({ coordinates, schematic }) => ({
      stretch: pathOf(sheet, { type: 'LineString', coordinates }),
      loose: schematic || precision === 'town',
    }))
    .map(({ stretch, loose }) => builtLine(stretch, item, fill, loose))
    .join('');
}

/** A line in its casing, filled by its progress; finer where it is only roughly known than where its course is. */
function builtLine(d: string, { progress }: Item, fill: string, isLoose: boolean): string {
  const loose = isLoose ? ' loose' : '';
  const casing = element('path', { class: `casing${loose}`, d });
  if (progress === 'completed' || progress === 'standing')
    return casing + element('path', { class: `body${loose}`, d, stroke: fill });
  const open = element('path', { class: `body open${loose}`, d });
  return casing + open + element('path', { class: `body ${progress}${loose}`, d, stroke: fill });
}
