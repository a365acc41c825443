import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someItems, testDataset, testItem } from '../../testing/atlas.ts';
import { countFacets } from '../facet-counts.ts';
import { filterItems } from '../facets.ts';
import { areaCounts, districtShades } from './area-counts.ts';

describe('the counts of the areas', () => {
  it('are what choosing each would list, and what the facet counts', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const counts = countFacets(items, {}).district;
        for (const { value, count } of areaCounts(items, testDataset)) {
          expect(count).toBe(filterItems(items, { district: [value] }).length);
          expect(count).toBe(counts.get(value) ?? 0);
        }
      }),
    );
  });
});

describe('the shades of the districts', () => {
  it('are those of the districts alone, by their counts, the fullest at 1', () => {
    const items = [
      testItem('a', { districts: ['west'] }),
      testItem('b', { districts: ['west', 'east'] }),
      testItem('c', { districts: [], scope: 'city' }),
    ];
    expect(districtShades(items, testDataset)).toEqual([
      { district: 'west', count: 2, share: 1 },
      { district: 'middle', count: 0, share: 0 },
      { district: 'east', count: 1, share: 0.5 },
    ]);
  });

  it('are none where there is nothing', () => {
    expect(districtShades([], testDataset).map(({ share }) => share)).toEqual([0, 0, 0]);
  });
});
