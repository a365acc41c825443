import type { Figure, Item } from './dataset.ts';
import type { InvestmentDisclosureId } from './vocabulary.ts';

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

/** Whether the report states an item's total investment; null for what is no project and has none to state. */
export function investmentDisclosure(item: Item): InvestmentDisclosureId | null {
  if (investmentFigure(item)) return 'stated';
  return item.kind === 'project' ? 'undisclosed' : null;
}
