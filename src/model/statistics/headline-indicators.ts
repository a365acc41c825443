import type { Dataset, Figure, Item, Mention, Tense } from '../dataset.ts';

/** A number of an indicator with its growth; one of them may be missing. */
export interface IndicatorValue {
  value: Figure | null;
  /** In %, on the year before. */
  growth: Figure | null;
}

/** What a report says of a headline indicator for one year: an outcome looked back on, or a target. */
export interface IndicatorStatement {
  year: number;
  tense: Tense;
  mention: Mention;
  /** Several where one sentence gives several (urban and rural); none where it gives no number (与经济增长同步). */
  values: IndicatorValue[];
}

/** An indicator by which a report sums up a year, with its statements in the order of the item's mentions. */
export interface HeadlineIndicator {
  item: Item;
  statements: IndicatorStatement[];
}

/**
 * The headline indicators among the items, in their given order, with all that the reports say of them. They are those
 * stated at least once in a paragraph that speaks of indicators alone: the summary of a year, the targets of the next.
 * A number that a report gives only elsewhere, about one theme, is none, though its item may be of the same kind.
 */
export function headlineIndicators(items: readonly Item[], dataset: Dataset): HeadlineIndicator[] {
  const headline = headlineParagraphs(dataset);
  return items
    .filter(({ mentions }) => mentions.some((mention) => headline.has(addressOf(mention))))
    .map((item) => ({
      item,
      statements: item.mentions.map((mention) => ({
        year: mention.year,
        tense: mention.tense,
        mention,
        values: pairGrowth(mention.figures),
      })),
    }));
}

/** The paragraphs that mention several items, all of them indicators. */
function headlineParagraphs(dataset: Dataset): ReadonlySet<string> {
  const mentioned = new Map<string, Set<Item>>();
  for (const item of dataset.items) {
    for (const mention of item.mentions) {
      const address = addressOf(mention);
      mentioned.set(address, (mentioned.get(address) ?? new Set()).add(item));
    }
  }
  return new Set(
    [...mentioned]
      .filter(([, items]) => items.size > 1 && [...items].every(({ kind }) => kind === 'indicator'))
      .map(([address]) => address),
  );
}

function addressOf({ report, paragraph }: Mention): string {
  return `${report} ${paragraph}`;
}

/** Sets each growth beside the value that grew: as “分别” does, in their order. Where one side has fewer, the rest stand alone. */
function pairGrowth(figures: readonly Figure[]): IndicatorValue[] {
  const values = figures.filter((figure) => !figure.growth);
  const growths = figures.filter((figure) => figure.growth);
  return Array.from({ length: Math.max(values.length, growths.length) }, (_, index) => ({
    value: values[index] ?? null,
    growth: growths[index] ?? null,
  }));
}
