import type { Position } from 'geojson';
import type { BaseLayers } from '../model/base-layers.ts';
import type { City, Item, LngLat } from '../model/dataset.ts';
import type { Language } from '../model/view.ts';
import { courseAt } from './item-lines.ts';
import type { Mark } from './mark-index.ts';
import { linesOf, type Sheet } from './still-map-sheet.ts';
import { element, escapeText, percent, short } from './still-map-svg.ts';

/** A rectangle in CSS pixels of the reference room, measured from the sheet's corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Letter sizes in CSS pixels on a laptop; the style sheet gives the same in rem. */
const nameSizes = { district: 18, water: 14, neighbour: 11.5, item: 12.5 } as const;
const lineHeight = 1.2;
/** The longest line of an item's name, in its own letter heights. */
const longest = 14;

/** A rough width of a text: Han letters are square, others about half as wide. */
function widthOf(text: string, size: number): number {
  const letters = [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 1.2 : 0.56), 0);
  return letters * size;
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** As in the live map: a name stands on its point, or gives way above, below or to a side. */
function districtPlaces(width: number, size: number): [x: number, y: number][] {
  const away = size * 1.1;
  return [
    [0, 0],
    [0, -away - size / 2],
    [0, away + size / 2],
    [away + width / 2, 0],
    [-away - width / 2, 0],
  ];
}

/** What names must keep clear of; each placed name is added to `taken`. */
interface Room {
  language: Language;
  /** Boxes of marks and names so far, in CSS pixels of the reference room. */
  taken: Box[];
  /** CSS pixels of one unit of the sheet in the reference room. */
  unit: number;
}

/** Language tags, for style sheets to choose names by. */
export const languageTags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

const nameIn = (named: { name?: unknown; nameEn?: unknown } | null, language: Language) =>
  String((language === 'en' ? named?.nameEn : undefined) ?? named?.name ?? '');

/**
 * The names of single items beside their marks, by the marks' keys: right of the mark, else left, below or above, and the
 * other way round on a level line; left out where none of these is free.
 */
export function itemNames(
  sheet: Sheet,
  marks: readonly Mark[],
  items: ReadonlyMap<string, Item>,
  { language, taken, unit }: Room,
): Map<string, string> {
  const size = nameSizes.item;
  const away = size * 1.95;
  const names = new Map<string, string>();
  for (const { key, position, members } of marks) {
    const item = items.get(members.length === 1 ? (members[0] ?? '') : '');
    if (!item) continue;
    const lines = linesOfText(nameIn(item, language), language);
    // A name that is long even in two lines is left to the list.
    if (lines.some((line) => widthOf(line, size) > longest * size)) continue;
    const width = Math.max(...lines.map((line) => widthOf(line, size)));
    const height = lines.length * size * lineHeight;
    const [x, y] = sheet.at(position).map((units) => units * unit) as [number, number];
    const sides = [
      { dx: away, dy: 0, anchor: 'start', middle: away + width / 2 },
      { dx: -away, dy: 0, anchor: 'end', middle: -away - width / 2 },
    ];
    const ends = [
      { dx: 0, dy: away + height / 2, anchor: undefined, middle: 0 },
      { dx: 0, dy: -away - height / 2, anchor: undefined, middle: 0 },
    ];
    // Off the line that the mark stands on, as on the live map.
    const order = courseAt(item) === 'level' ? [...ends, ...sides] : [...sides, ...ends];
    const places = order.map((place) => ({
      ...place,
      box: boxAround(x + place.middle, y + place.dy, width, height),
    }));
    const place = places.find(({ box }) => !taken.some((other) => overlap(box, other)));
    if (!place) continue;
    taken.push(place.box);
    names.set(
      key,
      nameAt(sheet, position, lines, {
        ...place,
        className: 'name-item',
        size,
        lang: languageTags[language],
      }),
    );
  }
  return names;
}

/** The big names: districts (always), rivers along their course and neighbours (where there is room). */
export function baseNames(sheet: Sheet, base: BaseLayers, city: City, room: Room): string {
  const { language, taken, unit } = room;
  const isFree = (box: Box) => !taken.some((other) => overlap(box, other));
  const at = (position: LngLat) => sheet.at(position).map((units) => units * unit) as [number, number];
  const written: string[] = [];

  for (const district of city.districts) {
    const [text, size] = [nameIn(district, language), nameSizes.district];
    const [x, y] = at(district.label);
    const width = widthOf(text, size);
    const boxes = districtPlaces(width, size).map(([dx, dy]) => boxAround(x + dx, y + dy, width, size));
    const box = boxes.find(isFree) ?? boxes[0];
    if (!box) continue;
    taken.push(box);
    // The name moves by letters, not with the map: it keeps its distance to the marks whatever the picture's size.
    const [dx, dy] = [(box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y];
    written.push(nameAt(sheet, district.label, [text], { className: 'name-district', size, dx, dy }));
  }

  const rivers = base.water.features.filter((feature) => feature.properties?.class === 'label-line');
  for (const { geometry, properties } of rivers) {
    const text = nameIn(properties, language);
    for (const line of linesOf(geometry).lines) {
      const points = line.map(([lng = 0, lat = 0]: Position) => at([lng, lat]));
      // The middle of the course, or else a stretch beside it.
      const letters = [0.5, 0.32, 0.68]
        .map((share) => alongLine(points, text, language, share))
        .find((placed) => placed.length > 0 && placed.map(letterBox).every(isFree));
      if (!letters) continue;
      taken.push(...letters.map((letter) => grown(letterBox(letter), nameSizes.water)));
      written.push(riverName(sheet, letters, unit, text));
    }
  }

  for (const { geometry, properties } of base.neighbourNames.features) {
    if (geometry.type !== 'Point') continue;
    const position = geometry.coordinates.slice(0, 2) as LngLat;
    const [text, size] = [nameIn(properties, language), nameSizes.neighbour];
    const box = grown(boxAround(...at(position), widthOf(text, size), size), 6);
    if (!inWindow(sheet, position) || !isFree(box)) continue;
    taken.push(box);
    written.push(nameAt(sheet, position, [text], { className: 'name-neighbour', size, dx: 0, dy: 0 }));
  }
  return written.join('');
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function inWindow({ extent: [west, south, east, north] }: Sheet, [lng, lat]: LngLat): boolean {
  return lng > west && lng < east && lat > south && lat < north;
}

/** A name whose anchor stands some CSS pixels off a position. Its letters do not grow with the picture. */
function nameAt(
  sheet: Sheet,
  position: LngLat,
  lines: readonly string[],
  name: {
    className: string;
    size: number;
    dx: number;
    dy: number;
    anchor?: string | undefined;
    lang?: string;
  },
): string {
  const [x, y] = sheet.at(position);
  const left = percent(x, sheet.width);
  const dx = name.dx === 0 ? undefined : `${short(name.dx / name.size)}em`;
  // Letters stand on their base line: a third of their height below their middle.
  const first = name.dy / name.size + 0.35 - ((lines.length - 1) * lineHeight) / 2;
  return element(
    'text',
    {
      class: name.className,
      lang: name.lang,
      x: left,
      y: percent(y, sheet.height),
      dx,
      dy: `${short(first)}em`,
      'text-anchor': name.anchor,
    },
    lines.map((line, index) =>
      index === 0
        ? escapeText(line)
        : element('tspan', { x: left, dx, dy: `${lineHeight}em` }, escapeText(line)),
    ),
  );
}

/** A name in one line, or in two of about the same length: Han between any letters, else at a blank. */
function linesOfText(text: string, language: Language): string[] {
  const letters = [...text];
  if (language === 'zh') {
    const half = Math.ceil(letters.length / 2);
    return letters.length > 9 ? [letters.slice(0, half).join(''), letters.slice(half).join('')] : [text];
  }
  if (letters.length <= 20) return [text];
  const blanks = letters.flatMap((letter, index) => (letter === ' ' ? [index] : []));
  const [middle] = blanks.sort((a, b) => Math.abs(a - letters.length / 2) - Math.abs(b - letters.length / 2));
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

interface Letter {
  letter: string;
  x: number;
  y: number;
  /** Degrees, clockwise. */
  turn: number;
}

function letterBox({ x, y }: Letter): Box {
  return boxAround(x, y, nameSizes.water, nameSizes.water);
}

/**
 * The letters of a name spread along a line, in CSS pixels, their middle at a share of its length; none where the line
 * is too short for them.
 */
function alongLine(
  line: readonly [number, number][],
  text: string,
  language: Language,
  share: number,
): Letter[] {
  const letters = [...text];
  const step = language === 'zh' ? nameSizes.water * 1.7 : nameSizes.water * 0.78;
  const lengths = line.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = line[index] ?? [x, y];
    return Math.hypot(x - fromX, y - fromY);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const needed = step * (letters.length - 1);
  if (whole * Math.min(share, 1 - share) * 2 < needed + step) return [];
  // West to east, whichever way the line was drawn.
  const [first = [0, 0], last = [0, 0]] = [line[0], line.at(-1)];
  const direction = first[0] <= last[0] ? 1 : -1;
  return letters.map((letter, index) => {
    const along = whole * share + direction * (index * step - needed / 2);
    const { x, y, angle } = pointAlong(line, lengths, along);
    const turn = direction === 1 ? angle : angle + 180;
    return { letter, x, y, turn: ((turn + 540) % 360) - 180 };
  });
}

function pointAlong(line: readonly [number, number][], lengths: readonly number[], along: number) {
  let left = along;
  for (const [index, length] of lengths.entries()) {
    const [from = [0, 0], to = [0, 0]] = [line[index], line[index + 1]];
    if (left <= length || index === lengths.length - 1) {
      const share = length === 0 ? 0 : left / length;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      return {
        x: from[0] + dx * share,
        y: from[1] + dy * share,
        angle: (Math.atan2(dy, dx) * 180) / Math.PI,
      };
    }
    left -= length;
  }
  return { x: 0, y: 0, angle: 0 };
}

/** One letter after the other on the river: letters keep their size, their distances grow with the picture. */
function riverName(sheet: Sheet, letters: readonly Letter[], unit: number, text: string): string {
  const drawn = letters
    .filter(({ letter }) => letter !== ' ')
    .map(({ letter, x, y, turn }) =>
      element(
        'svg',
        { x: percent(x / unit, sheet.width), y: percent(y / unit, sheet.height) },
        element('text', { dy: '.35em', transform: `rotate(${Math.round(turn)})` }, escapeText(letter)),
      ),
    );
  return element('g', { class: 'name-water', role: 'img', 'aria-label': text }, drawn);
}
