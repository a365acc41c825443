import { describe, expect, it } from 'vitest';
import { testDataset, testItem, testMention, testReport } from '../testing/atlas.ts';
import type { Dataset, Report } from './dataset.ts';
import { facetOptions, optionDepth } from './facet-options.ts';
import { facetIds, valuesOf } from './facets.ts';
import { kinds, sectors } from './vocabulary.ts';

const values = (facet: (typeof facetIds)[number], dataset: Dataset = testDataset) =>
  facetOptions(facet, dataset).map(({ value }) => value);

describe('the values that a facet offers', () => {
  it('are each offered once', () => {
    for (const facet of facetIds)
      expect([facet, new Set(values(facet)).size]).toEqual([facet, values(facet).length]);
  });

  it('hold every value under which an item is found', () => {
    for (const facet of facetIds) {
      for (const item of testDataset.items)
        expect(values(facet)).toEqual(expect.arrayContaining([...valuesOf(item, facet)]));
    }
  });

  it('are the districts, each followed by its zones, then the groups beside them', () => {
    expect(facetOptions('district', testDataset)).toEqual([
      { value: 'west' },
      { value: 'harbour', within: 'west' },
      { value: 'middle' },
      { value: 'east' },
      { value: 'cross' },
      { value: 'urban' },
      { value: 'city' },
      { value: 'unlocated' },
    ]);
  });

  it('are the sections in the order of the text, each with the one above it', () => {
    expect(facetOptions('section', testDataset)).toEqual([
      { value: 'review' },
      { value: 'works', within: 'review' },
      { value: 'plan' },
    ]);
  });

  it('are the years of the reports in the order in which they were planned and looked back on', () => {
    const next: Report = {
      ...testReport,
      id: 'report-2',
      sections: testReport.sections.map((section) => ({
        ...section,
        id: `report-2/${section.id}`,
        year: (section.year ?? 0) + 1,
      })),
    };
    expect(values('year')).toEqual(['2021-review', '2022-plan']);
    expect(values('year', { ...testDataset, reports: [testReport, next] })).toEqual([
      '2021-review',
      '2022-plan',
      '2022-review',
      '2023-plan',
    ]);
  });

  it('follow the vocabulary where there is one', () => {
    expect(values('progress')).toEqual(['completed', 'under-way', 'planned', 'study', 'standing']);
    expect(values('investment')).toEqual(['stated', 'undisclosed']);
    expect(values('sector')).toEqual(Object.keys(sectors));
    expect(values('kind')).toEqual(Object.keys(kinds));
    expect(values('precision')[0]).toBe('site');
  });

  it('are the items themselves, in their order, for a choice of items', () => {
    const items = [testItem('b', { mentions: [testMention('p1', '新厂投产')] }), testItem('a')];
    expect(values('items', { ...testDataset, items })).toEqual(['b', 'a']);
  });
});

describe('the depth of an option', () => {
  it('is how many others it lies within', () => {
    const options = [
      { value: 'a' },
      { value: 'b', within: 'a' },
      { value: 'c', within: 'b' },
      { value: 'd' },
    ];
    expect(options.map((option) => optionDepth(option, options))).toEqual([0, 1, 2, 0]);
  });
});
