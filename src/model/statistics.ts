import type { Figure, Item } from './dataset.ts';
import { progresses, sectors } from './vocabulary.ts';

/** The stated total investment of an item in 亿元, or null where the report states none. */
export function statedInvestment(item: Item): number | null {
  const total = investmentFigure(item);
  return total ? total.value : null;
}

/** The figure that states an item's total investment, or null. The latest statement counts. */
export function investmentFigure(item: Item): Figure | null {
  return (
    item.mentions
      .flatMap((mention) => mention.figures)
      .findLast((figure) => figure.measure === 'investment-total') ?? null
  );
}

/** What a district's card, or any set of items, adds up to. */
export interface Summary {
  items: number;
  bySector: { id: string; count: number }[];
  byProgress: { id: string; count: number }[];
  /** Sum of the stated project totals in 亿元; figures of items across districts are left to those. */
  investment: number;
  statingInvestment: number;
  notStatingInvestment: number;
}

/** Summary of a set of distinct items. Only stated project totals are summed, and only those of items in at most one district. */
export function summarise(items: readonly Item[]): Summary {
  const countBy = (ids: readonly string[], idOf: (item: Item) => string) =>
    ids
      .map((id) => ({ id, count: items.filter((item) => idOf(item) === id).length }))
      .filter((entry) => entry.count > 0);
  const stated = items.filter((item) => item.districts.length < 2 && statedInvestment(item) !== null);
  const projects = items.filter((item) => item.kind === 'project');
  return {
    items: items.length,
    bySector: countBy(Object.keys(sectors), (item) => item.sector),
    byProgress: countBy(Object.keys(progresses), (item) => item.progress),
    investment: stated.reduce((sum, item) => sum + (statedInvestment(item) ?? 0), 0),
    statingInvestment: stated.length,
    notStatingInvestment: projects.filter((item) => statedInvestment(item) === null).length,
  };
}
