import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someItems, testFigure, testItem, testMention } from '../testing/atlas.ts';
import type { Figure, Item } from './dataset.ts';
import { investmentFigure, statedInvestment, summarise } from './statistics.ts';

const withFigures = (id: string, figures: Figure[], part: Partial<Item> = {}) =>
  testItem(id, { mentions: [testMention('p1', '新厂投产', { figures })], ...part });

describe('the stated investment of an item', () => {
  it('is its stated project total and no other figure', () => {
    const output = testFigure({ label: '年产值', value: 900, measure: null });
    expect(statedInvestment(withFigures('a', [output, testFigure({ value: 50 })]))).toBe(50);
    expect(statedInvestment(withFigures('b', [output]))).toBeNull();
  });

  it('is the latest statement where two mentions state one', () => {
    const item = testItem('a', {
      mentions: [
        testMention('p1', '新厂投产', { figures: [testFigure({ value: 50 })] }),
        testMention('p2', '大桥建设', { figures: [testFigure({ value: 60 })] }),
      ],
    });
    expect(statedInvestment(item)).toBe(60);
    expect(investmentFigure(item)).toMatchObject({ value: 60, unit: '亿元' });
  });

  it('stays that of the earlier mention where the later one states none', () => {
    const item = testItem('a', {
      mentions: [
        testMention('p1', '新厂投产', { figures: [testFigure({ value: 50 })] }),
        testMention('p2', '大桥建设'),
      ],
    });
    expect(statedInvestment(item)).toBe(50);
  });
});

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
