import { describe, expect, it } from 'vitest';
import { testDataset, testFigure, testItem, testMention } from '../../testing/atlas.ts';
import type { Dataset, Figure, Item } from '../dataset.ts';
import { headlineIndicators } from './headline-indicators.ts';

const number = (label: string, value: number, unit = '亿元') =>
  testFigure({ label, value, unit, measure: null });
const growth = (value: number): Figure => ({ ...number('增长', value, '%'), growth: true });

const said = (paragraph: 'p1' | 'p2', figures: Figure[]) =>
  testMention(paragraph, paragraph === 'p1' ? '道路贯通' : '继续推进', { figures });
const indicator = (id: string, mentions: Item['mentions']) => testItem(id, { kind: 'indicator', mentions });
const dataset = (...items: Item[]): Dataset => ({ ...testDataset, items });

const product = indicator('product', [
  said('p1', [number('生产总值', 4200), growth(6.1)]),
  said('p2', [growth(6)]),
]);
const income = indicator('income', [
  said('p1', [number('城', 5.27, '万元'), number('乡', 2.67, '万元'), growth(7.8), growth(8.3)]),
  said('p2', []),
]);
const share = indicator('share', [said('p1', [number('失业率', 1.75, '%')])]);

/** Value and growth of each statement of the indicators, as numbers. */
const table = (items: readonly Item[], of: Dataset) =>
  headlineIndicators(items, of).map(({ item, statements }) => [
    item.id,
    statements.map(({ year, tense, values }) => [
      `${year} ${tense}`,
      ...values.map((one) => [one.value?.value ?? null, one.growth?.value ?? null]),
    ]),
  ]);

describe('the headline indicators', () => {
  const all = dataset(product, income, share);

  it('have value and growth side by side, in the order of the sentence, for each year', () => {
    expect(table(all.items, all)).toEqual([
      [
        'product',
        [
          ['2021 review', [4200, 6.1]],
          ['2022 plan', [null, 6]],
        ],
      ],
      ['income', [['2021 review', [5.27, 7.8], [2.67, 8.3]], ['2022 plan']]],
      ['share', [['2021 review', [1.75, null]]]],
    ]);
  });

  it('are those of paragraphs that speak of indicators alone, with all that is said of them anywhere', () => {
    const plant = testItem('plant', { mentions: [said('p1', [])] });
    expect(table([product, share, plant], dataset(product, income, share, plant))).toEqual([
      [
        'product',
        [
          ['2021 review', [4200, 6.1]],
          ['2022 plan', [null, 6]],
        ],
      ],
    ]);
  });

  it('are not made by one indicator in a paragraph of its own', () => {
    const alone = dataset(share);
    expect(headlineIndicators(alone.items, alone)).toEqual([]);
  });

  it('are the same ones whatever is filtered; only those given are told', () => {
    expect(table([share], all)).toEqual([['share', [['2021 review', [1.75, null]]]]]);
    expect(headlineIndicators([], all)).toEqual([]);
  });
});
