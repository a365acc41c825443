import type { Dataset, Item, Mention } from '../dataset.ts';
import type { TagId } from '../vocabulary.ts';

/** The tag of the items that a report promises in its numbered list 实事. */
const promiseTag: TagId = 'ten-promises';

/** One numbered promise. */
export interface PromiseEntry {
  report: string;
  /** Its number as printed. */
  ordinal: number;
  /** The id and words of its paragraph. */
  paragraph: string;
  text: string;
  /** Those of the given items that it promises, in the order of its words. */
  promised: { item: Item; mention: Mention }[];
  /** How many items it promises in all, given or not. */
  total: number;
}

/**
 * The numbered promises of the reports as a board, by report and number: every promise stands on it, with those of the
 * items that are given. A promise is a numbered paragraph that mentions an item with the promises' tag.
 */
export function promiseBoard(items: readonly Item[], dataset: Dataset): PromiseEntry[] {
  const given = new Set(items);
  return dataset.reports.flatMap((report) =>
    report.paragraphs
      .filter(({ ordinal }) => ordinal !== null)
      .map(({ id, text, ordinal }) => {
        const promised = dataset.items
          .filter(({ tags }) => tags.includes(promiseTag))
          .flatMap((item) =>
            item.mentions
              .filter((mention) => mention.report === report.id && mention.paragraph === id)
              .map((mention) => ({ item, mention })),
          )
          .sort((a, b) => a.mention.start - b.mention.start);
        return {
          report: report.id,
          ordinal: ordinal ?? 0,
          paragraph: id,
          text,
          promised: promised.filter(({ item }) => given.has(item)),
          total: new Set(promised.map(({ item }) => item)).size,
        };
      })
      .filter(({ total }) => total > 0)
      .sort((a, b) => a.ordinal - b.ordinal),
  );
}
