import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someItems, testFigure, testItem, testMention } from '../testing/atlas.ts';
import type { Figure, Item } from './dataset.ts';
import { filterItems } from './facets.ts';
import { investmentDisclosure, investmentFigure, statedInvestment } from './investment.ts';
import { summarise } from './statistics/summary.ts';

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

describe('whether a total is stated', () => {
  it('is asked of projects, and of whatever states one', () => {
    expect(investmentDisclosure(withFigures('a', [testFigure()]))).toBe('stated');
    expect(investmentDisclosure(withFigures('b', [testFigure()], { kind: 'infrastructure' }))).toBe('stated');
    expect(investmentDisclosure(withFigures('c', []))).toBe('undisclosed');
    expect(investmentDisclosure(withFigures('d', [], { kind: 'programme' }))).toBeNull();
  });

  it('is the same in the facet and in the summary, but for what lies across districts', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const summary = summarise(items);
        const stated = filterItems(items, { investment: ['stated'] });
        expect(filterItems(items, { investment: ['undisclosed'] })).toHaveLength(
          summary.notStatingInvestment,
        );
        expect(stated.filter(({ districts }) => districts.length < 2)).toHaveLength(
          summary.statingInvestment,
        );
        for (const item of stated) expect(statedInvestment(item)).not.toBeNull();
      }),
    );
  });
});
