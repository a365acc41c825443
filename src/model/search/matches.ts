import type { Standing } from './catalogue.ts';
import type { Column } from './column.ts';
import type { Span } from './match.ts';
import { normalise } from './normalise.ts';
import { fieldOf, type SearchFieldId } from './ranks.ts';

/** A stretch [start, end) of a shown text, in UTF-16 units. */
export type Range = [start: number, end: number];

/** A text in which words of a query stand. */
export interface Match {
  field: SearchFieldId;
  /** The text as it is shown. */
  text: string;
  /** What is to be highlighted, in order and apart from each other. */
  ranges: Range[];
}

/** Where words stand, as it is shown: each text once, the best first. */
export function matchesOf(standings: readonly Standing[]): Match[] {
  const texts = new Map<string, Standing[]>();
  for (const standing of [...standings].sort((a, b) => a.rank - b.rank)) {
    const key = `${standing.column.id} ${standing.entry}`;
    texts.set(key, [...(texts.get(key) ?? []), standing]);
  }
  return [...texts.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { column, entry } = first;
    const text = column.shown[entry] ?? '';
    const spans = group.flatMap((standing) => standing.spans);
    return [{ field: fieldOf[column.id], text, ranges: merged(shownRanges(column, entry, text, spans)) }];
  });
}

function shownRanges({ begins }: Column, entry: number, text: string, spans: readonly Span[]): Range[] {
  const { from, to } = normalise(text);
  const begin = begins[entry] ?? 0;
  return spans.map(({ start, end }) => [from[start - begin] ?? 0, to[end - 1 - begin] ?? text.length]);
}

/** Ranges in order, those that touch or overlap made one. */
function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
