import type { Item } from './dataset.ts';
import { activeFacets, type Filters, type OptionFacetId, optionFacetIds, valuesOf } from './facets.ts';

/** For each facet, how many items a value would show with all the *other* facets as they are (disjunctive counts). */
export type FacetCounts = Record<OptionFacetId, ReadonlyMap<string, number>>;

/** The values of one facet over a list of items, as numbers, so that counting touches no text. */
interface Column {
  /** Every value that occurs; its place is its number. */
  values: string[];
  /** The numbers of the values of item i stand in `numbers` from `starts[i]` up to `starts[i + 1]`. */
  starts: Uint32Array;
  numbers: Uint32Array;
}

/** Lists of items do not change once made: each is read once. */
const columnsOfLists = new WeakMap<readonly Item[], Record<OptionFacetId, Column>>();

/** Counts all facets over the items: O(items × values), without reading an item again. */
export function countFacets(items: readonly Item[], filters: Filters): FacetCounts {
  const columns = columnsOf(items);
  const active = activeFacets(filters);
  // How many facets an item fails, and the last of them by its number.
  const failures = new Uint8Array(items.length);
  const failed = new Int8Array(items.length).fill(-1);
  for (const { facet, chosen } of active) {
    const number = facet === 'items' ? -1 : optionFacetIds.indexOf(facet);
    const passes =
      facet === 'items'
        ? (at: number) => chosen.has(items[at]?.id ?? '')
        : passesColumn(columns[facet], chosen);
    for (let at = 0; at < items.length; at += 1) {
      if (passes(at)) continue;
      failures[at] = (failures[at] ?? 0) + 1;
      failed[at] = number;
    }
  }
  return Object.fromEntries(
    optionFacetIds.map((facet, number) => {
      const { values, starts, numbers } = columns[facet];
      const counts = new Uint32Array(values.length);
      for (let at = 0; at < items.length; at += 1) {
        // An item that fails one facet alone would be shown by choosing its value there.
        const counted = failures[at] === 0 || (failures[at] === 1 && failed[at] === number);
        if (!counted) continue;
        const end = starts[at + 1] ?? 0;
        for (let index = starts[at] ?? 0; index < end; index += 1) {
          const value = numbers[index] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      const shown = values.map((value, index): [string, number] => [value, counts[index] ?? 0]);
      return [facet, new Map(shown.filter(([, count]) => count > 0))];
    }),
  ) as unknown as FacetCounts;
}

/** Whether the item at an index has one of the chosen values. */
function passesColumn({ values, starts, numbers }: Column, chosen: ReadonlySet<string>) {
  const isChosen = Uint8Array.from(values, (value) => (chosen.has(value) ? 1 : 0));
  return (at: number): boolean => {
    const end = starts[at + 1] ?? 0;
    for (let index = starts[at] ?? 0; index < end; index += 1) {
      if (isChosen[numbers[index] ?? 0]) return true;
    }
    return false;
  };
}

function columnsOf(items: readonly Item[]): Record<OptionFacetId, Column> {
  const known = columnsOfLists.get(items);
  if (known) return known;
  const columns = Object.fromEntries(
    optionFacetIds.map((facet) => [facet, columnOf(items, facet)]),
  ) as Record<OptionFacetId, Column>;
  columnsOfLists.set(items, columns);
  return columns;
}

function columnOf(items: readonly Item[], facet: OptionFacetId): Column {
  const numberOf = new Map<string, number>();
  const starts = new Uint32Array(items.length + 1);
  const numbers: number[] = [];
  for (const [at, item] of items.entries()) {
    for (const value of valuesOf(item, facet)) {
      const number = numberOf.get(value) ?? numberOf.size;
      numberOf.set(value, number);
      numbers.push(number);
    }
    starts[at + 1] = numbers.length;
  }
  return { values: [...numberOf.keys()], starts, numbers: Uint32Array.from(numbers) };
}
