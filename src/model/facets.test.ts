import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetUniverse, someFilters, someItems, testItem, testPlace } from '../testing/atlas.ts';
import type { Item } from './dataset.ts';
import {
  areasOf,
  countFacets,
  type FacetId,
  type Filters,
  facetIds,
  facetsToLift,
  facetVocabulary,
  filterItems,
  setFilter,
  toggleFilter,
} from './facets.ts';

const ids = (items: readonly Item[]) => items.map((item) => item.id);

describe('the areas under which an item is found', () => {
  it('are its districts and its zone', () => {
    expect(areasOf(testItem('a', { districts: ['west'], zone: 'harbour' }))).toEqual(['west', 'harbour']);
  });

  it('hold each of several districts and the group of those across districts', () => {
    expect(areasOf(testItem('a', { districts: ['west', 'east'] }))).toEqual(['west', 'east', 'cross']);
  });

  it('are the urban area or the whole city for what has no single place', () => {
    const nowhere = { districts: [], place: testPlace(null, { precision: 'city' }) } as const;
    expect(areasOf(testItem('a', { ...nowhere, districts: [], scope: 'urban' }))).toEqual(['urban']);
    expect(areasOf(testItem('b', { ...nowhere, districts: [], scope: 'city' }))).toEqual(['city']);
  });

  it('hold “not located” beside the district for what could not be found', () => {
    expect(areasOf(testItem('a', { districts: ['east'], place: testPlace(null) }))).toEqual([
      'east',
      'unlocated',
    ]);
  });

  it('are never empty, so that every item can be reached by the district facet', () => {
    const consistent = someItems.map((items) =>
      // Districts that are not known belong to a place that is not known.
      items.map((item) =>
        item.scope === 'unknown' ? { ...item, place: testPlace(null, { precision: 'unknown' }) } : item,
      ),
    );
    fc.assert(
      fc.property(consistent, (items) => {
        for (const item of items) expect(areasOf(item)).not.toEqual([]);
      }),
    );
  });
});

describe('filtering', () => {
  it('shows everything, in its order, when nothing is chosen', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        expect(filterItems(items, {})).toEqual(items);
        expect(filterItems(items, { sector: [], district: [] })).toEqual(items);
      }),
    );
  });

  it('takes the choices within a facet as alternatives', () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom(...facetIds), fc.gen(), (items, facet, gen) => {
        const values = gen(fc.subarray, [...facetUniverse[facet]], { minLength: 1 });
        const separately = values.flatMap((value) => ids(filterItems(items, { [facet]: [value] })));
        expect(new Set(ids(filterItems(items, { [facet]: values })))).toEqual(new Set(separately));
      }),
    );
  });

  it('lets an item pass only where every facet lets it pass', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        const alone = facetIds.map(
          (facet) => new Set(ids(filterItems(items, setFilter({}, facet, filters[facet] ?? [])))),
        );
        const inAll = ids(items).filter((id) => alone.every((shown) => shown.has(id)));
        expect(ids(filterItems(items, filters))).toEqual(inAll);
      }),
    );
  });

  it('finds an item in each of its districts, and once in a list of several', () => {
    const bridge = testItem('bridge', { districts: ['west', 'east'] });
    expect(filterItems([bridge], { district: ['west'] })).toEqual([bridge]);
    expect(filterItems([bridge], { district: ['west', 'east'] })).toEqual([bridge]);
    expect(filterItems([bridge], { district: ['middle'] })).toEqual([]);
  });
});

describe('counts', () => {
  it('tell for every value of every facet what choosing it alone there would show', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        const counts = countFacets(items, filters);
        for (const facet of facetIds) {
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
      fc.property(someItems, someFilters, fc.constantFrom(...facetIds), (items, filters, facet) => {
        const without = countFacets(items, setFilter(filters, facet, []))[facet];
        expect([...countFacets(items, filters)[facet]].sort()).toEqual([...without].sort());
      }),
    );
  });

  it('of sectors and progress add up to the number of items when nothing is chosen', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const counts = countFacets(items, {});
        const sum = (facet: FacetId) => [...counts[facet].values()].reduce((all, count) => all + count, 0);
        expect(sum('sector')).toBe(items.length);
        expect(sum('progress')).toBe(items.length);
      }),
    );
  });
});

describe('changing filters', () => {
  it('switches a value on and off again without touching the other facets', () => {
    const filters: Filters = { sector: ['transport'], progress: ['planned'] };
    const on = toggleFilter(filters, 'sector', 'culture');
    expect(on).toEqual({ sector: ['transport', 'culture'], progress: ['planned'] });
    expect(toggleFilter(on, 'sector', 'culture')).toEqual(filters);
    expect(filters).toEqual({ sector: ['transport'], progress: ['planned'] });
  });

  it('takes a facet away with its last value, so that equal filters have one form', () => {
    expect(toggleFilter({ sector: ['transport'] }, 'sector', 'transport')).toEqual({});
    expect(setFilter({ sector: ['transport'], progress: ['planned'] }, 'sector', [])).toEqual({
      progress: ['planned'],
    });
  });

  it('is undone by the same toggle, whatever else is chosen', () => {
    fc.assert(
      fc.property(someFilters, fc.constantFrom(...facetIds), fc.gen(), (filters, facet, gen) => {
        const value = gen(fc.constantFrom, ...facetUniverse[facet]);
        const twice = toggleFilter(toggleFilter(filters, facet, value), facet, value);
        const sorted = (some: Filters) =>
          facetIds.map((id) => [id, some[id] ? [...(some[id] ?? [])].sort() : undefined]);
        expect(sorted(twice)).toEqual(sorted(filters));
      }),
    );
  });
});

describe('an empty result', () => {
  const plant = testItem('plant', { sector: 'industry', districts: ['west'], progress: 'completed' });

  it('names the one facet that stands in the way', () => {
    expect(facetsToLift([plant], { sector: ['industry'], district: ['east'] })).toEqual(['district']);
  });

  it('names each of two facets when lifting either helps', () => {
    const quay = testItem('quay', { sector: 'transport', districts: ['east'] });
    const filters: Filters = { sector: ['transport'], district: ['west'] };
    expect(filterItems([plant, quay], filters)).toEqual([]);
    expect(facetsToLift([plant, quay], filters)).toEqual(['sector', 'district']);
  });

  it('names none when no single facet helps', () => {
    const filters: Filters = { sector: ['culture'], district: ['east'], progress: ['study'] };
    expect(facetsToLift([plant], filters)).toEqual([]);
  });

  it('never names a facet in which nothing is chosen, and every one it names shows something', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        for (const facet of facetsToLift(items, filters)) {
          expect(filters[facet]?.length).toBeGreaterThan(0);
          expect(filterItems(items, setFilter(filters, facet, [])).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('the values a facet may take', () => {
  it('are known without the data for sector and progress only', () => {
    expect(Object.keys(facetVocabulary)).toEqual(['sector', 'progress']);
    expect(facetVocabulary.sector).toHaveLength(8);
    expect(facetVocabulary.progress).toEqual(['completed', 'under-way', 'planned', 'study', 'standing']);
  });
});
