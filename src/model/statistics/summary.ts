import type { Item } from '../dataset.ts';
import { areasOf } from '../facets.ts';
import { investmentDisclosure, statedInvestment } from '../investment.ts';
import { progresses, sectors } from '../vocabulary.ts';

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
  return {
    items: items.length,
    bySector: countBy(Object.keys(sectors), (item) => item.sector),
    byProgress: countBy(Object.keys(progresses), (item) => item.progress),
    investment: stated.reduce((sum, item) => sum + (statedInvestment(item) ?? 0), 0),
    statingInvestment: stated.length,
    notStatingInvestment: items.filter((item) => investmentDisclosure(item) === 'undisclosed').length,
  };
}

/** The summary of one area, and its share of the items. */
export interface AreaSummary extends Summary {
  /** A district, zone or group of areas: a value of the district facet. */
  area: string;
  /** Its items as a share (0 to 1) of all given; shares add up to more than 1, for an item in several areas counts in each. */
  share: number;
}

/** What the items in one area add up to. Chosen as a district in the facet, the area lists just these items. */
export function summariseArea(items: readonly Item[], area: string): AreaSummary {
  const inside = items.filter((item) => areasOf(item).includes(area));
  return { area, ...summarise(inside), share: items.length === 0 ? 0 : inside.length / items.length };
}

/** Areas side by side, in the order given. An item in several of them counts in each, and its money in none. */
export function compareAreas(items: readonly Item[], areas: readonly string[]): AreaSummary[] {
  return areas.map((area) => summariseArea(items, area));
}
