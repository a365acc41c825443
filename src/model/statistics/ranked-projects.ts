import type { Figure, Item } from '../dataset.ts';
import { investmentFigure } from '../investment.ts';

/** A project with the total investment that the report states. */
export interface RankedProject {
  /** From 1; equal sums share one, and the next is passed over. */
  rank: number;
  item: Item;
  /** The statement itself; its value is in 亿元. */
  figure: Figure;
}

/** The projects with a stated total, largest first, equal ones in their given order. Annual targets and other sums are no totals and never among them. */
export function rankedProjects(items: readonly Item[]): RankedProject[] {
  const stated = items.flatMap((item) => {
    const figure = investmentFigure(item);
    return figure ? [{ item, figure }] : [];
  });
  return stated
    .toSorted((a, b) => b.figure.value - a.figure.value)
    .map((entry) => ({
      ...entry,
      rank: stated.filter(({ figure }) => figure.value > entry.figure.value).length + 1,
    }));
}
