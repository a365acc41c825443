import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetUniverse, someFilters, someItems } from '../testing/atlas.ts';
import type { Item } from './dataset.ts';
import { countFacets, type FacetCounts } from './facet-counts.ts';
import { type Filters, filterItems, type OptionFacetId, optionFacetIds, setFilter } from './facets.ts';

const entries = (counts: FacetCounts) => optionFacetIds.map((facet) => [facet, [...counts[facet]].sort()]);

describe('counts', () => {
  it('tell for every value of every facet what choosing it alone there would show', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        const counts = countFacets(items, filters);
        for (const facet of optionFacetIds) {
          for (const value of facetUniverse[facet]) {
            const shown = filterItems(items, { ...filters, [facet]: [value] }).length;
            expect([facet, value, counts[facet].get(value) ?? 0]).toEqual([facet, value, shown]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on what is chosen in the same facet', () => {
    fc.assert(
      fc.property(someItems, someFilters, fc.constantFrom(...optionFacetIds), (items, filters, facet) => {
        const without = countFacets(items, setFilter(filters, facet, []))[facet];
        expect([...countFacets(items, filters)[facet]].sort()).toEqual([...without].sort());
      }),
    );
  });

  it('stay true when a list is counted again under other filters, and when another list is counted', () => {
    fc.assert(
      fc.property(someItems, someItems, someFilters, someFilters, (items, others, first, then) => {
        const of = (list: readonly Item[], filters: Filters) =>
          JSON.stringify(entries(countFacets(list, filters)));
        const fresh = of([...items], then);
        of(items, first);
        of(others, first);
        expect(of(items, then)).toBe(fresh);
      }),
    );
  });

  it('of a facet whose every choice is unknown are those of an empty result', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const counts = countFacets(items, { sector: ['no-such'] });
        expect(counts.progress.size).toBe(0);
        expect(counts.sector).toEqual(countFacets(items, {}).sector);
      }),
    );
  });

  it('of facets with one value an item add up to the number of items when nothing is chosen', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const counts = countFacets(items, {});
        const sum = (facet: OptionFacetId) =>
          [...counts[facet].values()].reduce((all, count) => all + count, 0);
        expect(sum('sector')).toBe(items.length);
        expect(sum('progress')).toBe(items.length);
        expect(sum('kind')).toBe(items.length);
        expect(sum('precision')).toBe(items.length);
      }),
    );
  });
});
