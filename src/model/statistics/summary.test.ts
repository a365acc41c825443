import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  facetUniverse,
  someFilters,
  someItems,
  testFigure,
  testItem,
  testMention,
} from '../../testing/atlas.ts';
import type { Figure, Item } from '../dataset.ts';
import { filterItems } from '../facets.ts';
import { compareAreas, summarise, summariseArea } from './summary.ts';

const withFigures = (id: string, figures: Figure[], part: Partial<Item> = {}) =>
  testItem(id, { mentions: [testMention('p1', '新厂投产', { figures })], ...part });

describe('the summary of a set of items', () => {
  it('sums stated project totals, and says how many projects state none', () => {
    const summary = summarise([
      withFigures('a', [testFigure({ value: 160 })]),
      withFigures('b', [testFigure({ value: 95 })]),
      withFigures('c', []),
      withFigures('d', [], { kind: 'infrastructure' }),
    ]);
    expect(summary).toMatchObject({
      items: 4,
      investment: 255,
      statingInvestment: 2,
      notStatingInvestment: 1,
    });
  });

  it('leaves out the money of an item across districts, so that it is not counted in each', () => {
    const across = withFigures('a', [testFigure({ value: 160 })], { districts: ['west', 'east'] });
    expect(summarise([across])).toMatchObject({ items: 1, investment: 0, statingInvestment: 0 });
  });

  it('counts every item once by sector and once by progress, without empty rows', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { bySector, byProgress, items: total } = summarise(items);
        const sum = (rows: { count: number }[]) => rows.reduce((all, row) => all + row.count, 0);
        expect(total).toBe(items.length);
        expect(sum(bySector)).toBe(items.length);
        expect(sum(byProgress)).toBe(items.length);
        for (const row of [...bySector, ...byProgress]) expect(row.count).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the order of the vocabulary, so that cards can be compared', () => {
    const summary = summarise([
      testItem('a', { sector: 'livelihood', progress: 'standing' }),
      testItem('b', { sector: 'industry', progress: 'completed' }),
    ]);
    expect(summary.bySector.map((row) => row.id)).toEqual(['industry', 'livelihood']);
    expect(summary.byProgress.map((row) => row.id)).toEqual(['completed', 'standing']);
  });

  it('of nothing is nothing', () => {
    expect(summarise([])).toEqual({
      items: 0,
      bySector: [],
      byProgress: [],
      investment: 0,
      statingInvestment: 0,
      notStatingInvestment: 0,
    });
  });
});

describe('the summary of an area', () => {
  it('is that of the items which choosing it as a district lists, and their share of all', () => {
    fc.assert(
      fc.property(
        someItems,
        someFilters,
        fc.constantFrom(...facetUniverse.district),
        (all, filters, area) => {
          const items = filterItems(all, filters);
          const listed = filterItems(items, { district: [area] });
          const { area: named, share, ...summary } = summariseArea(items, area);
          expect(named).toBe(area);
          expect(summary).toEqual(summarise(listed));
          expect(share).toBe(items.length === 0 ? 0 : listed.length / items.length);
        },
      ),
    );
  });

  it('stands beside others in the order asked for, an item across both counted in each, its money in none', () => {
    const items = [
      withFigures('a', [testFigure({ value: 30 })]),
      withFigures('b', [testFigure({ value: 160 })], { districts: ['west', 'east'] }),
    ];
    const [east, west] = compareAreas(items, ['east', 'west']);
    expect(east).toMatchObject({ area: 'east', items: 1, share: 0.5, investment: 0 });
    expect(west).toMatchObject({ area: 'west', items: 2, share: 1, investment: 30 });
  });
});
