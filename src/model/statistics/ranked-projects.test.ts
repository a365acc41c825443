import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someItems, testFigure, testItem, testMention } from '../../testing/atlas.ts';
import { filterItems } from '../facets.ts';
import { statedInvestment } from '../investment.ts';
import { rankedProjects } from './ranked-projects.ts';

const stating = (id: string, value: number, measure: 'investment-total' | null = 'investment-total') =>
  testItem(id, {
    mentions: [testMention('p1', '新厂投产', { figures: [testFigure({ value, measure })] })],
  });

describe('the ranked projects', () => {
  it('are those with a stated total, largest first; equal ones share a rank and keep their order', () => {
    const items = [stating('a', 50), stating('b', 160), stating('c', 50), stating('d', 30)];
    expect(rankedProjects(items).map(({ rank, item, figure }) => [rank, item.id, figure.value])).toEqual([
      [1, 'b', 160],
      [2, 'a', 50],
      [2, 'c', 50],
      [4, 'd', 30],
    ]);
  });

  it('never hold a sum that is no project total', () => {
    expect(rankedProjects([stating('target', 1000, null)])).toEqual([]);
  });

  it('are exactly the items that the facet finds as stated', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const ranked = rankedProjects(items).map(({ item }) => item.id);
        const stated = filterItems(items, { investment: ['stated'] }).map(({ id }) => id);
        expect(ranked.toSorted()).toEqual(stated.toSorted());
        const sums = rankedProjects(items).map(({ item }) => statedInvestment(item) ?? 0);
        expect(sums).toEqual(sums.toSorted((a, b) => b - a));
      }),
    );
  });
});
