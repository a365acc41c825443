import type { Item } from '../model/dataset.ts';
import { markSymbol } from '../model/symbols.ts';
import { type Mark, sectorCounts } from './mark-index.ts';
import { groupPicture, markPicture, type Picture } from './mark-shapes.ts';
import { shapeToSvg } from './shape-svg.ts';
import type { Box } from './still-map-names.ts';
import type { Sheet } from './still-map-sheet.ts';
import { element, escapeText, percent, short } from './still-map-svg.ts';
import type { Tokens } from './tokens.ts';

/** CSS pixels of one em at the reference size: marks grow with the room's type. */
const em = 16;

/** Half the side of the largest mark that is drawn for a single item, in CSS pixels. */
const markHalf = 17;

/** What a link of the picture says and where it leads, by the ids of the items it stands for. */
export interface StillLinks {
  /** The address of an item's entry in the list of all items. */
  hrefOf(item: string): string;
  /** The name of a group of several. */
  groupName(count: number): string;
}

/** Marks and groups as links, the larger groups on top. `names` are SVG text by the marks' keys. */
export function marksOf(
  sheet: Sheet,
  marks: readonly Mark[],
  items: ReadonlyMap<string, Item>,
  options: { tokens: Tokens; links: StillLinks; names: ReadonlyMap<string, string> },
): string {
  return [...marks]
    .sort((a, b) => a.members.length - b.members.length)
    .map((mark) => {
      const members = mark.members.flatMap((id) => items.get(id) ?? []);
      const [first] = members;
      if (!first) return '';
      const single = members.length === 1;
      const picture = single
        ? markPicture(markSymbol(first), options.tokens)
        : groupPicture(sectorCounts(members), options.tokens);
      const [x, y] = sheet.at(mark.position);
      const spot = { x: percent(x, sheet.width), y: percent(y, sheet.height) };
      const drawn = element('svg', { class: 'mark', ...spot }, pictureSvg(picture));
      return linkTo(members, options.links, `${drawn}${options.names.get(mark.key) ?? ''}`);
    })
    .join('');
}

/** A link to the list of all items, for one item or a group; the app finds the ids in `data-items`. */
export function linkTo(members: readonly Item[], links: StillLinks, content: string): string {
  const [first] = members;
  if (!first) return '';
  const name = members.length === 1 ? first.name : links.groupName(members.length);
  return element(
    'a',
    { href: links.hrefOf(first.id), 'data-items': members.map(({ id }) => id).join(' ') },
    `<title>${escapeText(name)}</title>${content}`,
  );
}

/** The boxes that marks cover in the reference room, in CSS pixels, for names to keep clear of. */
export function markBoxes(sheet: Sheet, marks: readonly Mark[], unit: number): Box[] {
  return marks.map(({ position, members }) => {
    const [x, y] = sheet.at(position);
    const half = members.length === 1 ? markHalf - 3 : markHalf;
    const [left, top] = [x * unit - half, y * unit - half];
    return { left, top, right: left + half * 2, bottom: top + half * 2 };
  });
}

function pictureSvg({ half, shapes, count }: Picture): string {
  const side = `${short((half * 2) / em, 3)}em`;
  const corner = `${short(-half / em, 3)}em`;
  const [edge, across] = [short(half), short(half * 2)];
  return element(
    'svg',
    { x: corner, y: corner, width: side, height: side, viewBox: `-${edge} -${edge} ${across} ${across}` },
    [...shapes.map(shapeToSvg), count === undefined ? '' : `<text y="4.6">${count}</text>`],
  );
}
