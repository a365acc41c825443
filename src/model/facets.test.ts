import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  facetUniverse,
  someFilters,
  someItems,
  testFigure,
  testItem,
  testMention,
  testPlace,
} from '../testing/atlas.ts';
import type { Item } from './dataset.ts';
import {
  areasOf,
  type Filters,
  facetIds,
  facetsToLift,
  filterItems,
  parseYearValue,
  sameFilters,
  setFilter,
  toggleFilter,
  valuesOf,
  yearValue,
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

describe('the values under which an item is found', () => {
  const bridge = testItem('bridge', {
    kind: 'infrastructure',
    tags: ['yangtze-delta', '5g', 'yangtze-delta'],
    mentions: [
      testMention('p1', '大桥合龙'),
      testMention('p1', '道路贯通'),
      testMention('p2', '继续推进大桥建设'),
    ],
  });

  it('are its kind, its tags and its precision', () => {
    expect(valuesOf(bridge, 'kind')).toEqual(['infrastructure']);
    expect(valuesOf(bridge, 'tags')).toEqual(['yangtze-delta', '5g']);
    expect(valuesOf(bridge, 'precision')).toEqual(['site']);
  });

  it('are each year that speaks of it, looking back or ahead', () => {
    expect(valuesOf(bridge, 'year')).toEqual(['2021-review', '2022-plan']);
    const both = [
      testMention('p1', '大桥合龙', { year: 2021, tense: 'plan' }),
      testMention('p1', '大桥合龙', { year: 2021, tense: 'review' }),
    ];
    expect(valuesOf(testItem('a', { mentions: both }), 'year')).toEqual(['2021-plan', '2021-review']);
  });

  it('are each section that mentions it, and all above', () => {
    expect(valuesOf(bridge, 'section')).toEqual(['review', 'works', 'plan']);
  });

  it('tell of a project whether its total is stated, and nothing of what has none to state', () => {
    const silent = testItem('a');
    const stating = testItem('b', {
      mentions: [testMention('p1', '新厂投产', { figures: [testFigure()] })],
    });
    const target = testItem('c', {
      mentions: [testMention('p1', '新厂投产', { figures: [testFigure({ measure: null })] })],
    });
    expect([silent, stating, target, bridge].map((item) => valuesOf(item, 'investment'))).toEqual([
      ['undisclosed'],
      ['stated'],
      ['undisclosed'],
      [],
    ]);
  });

  it('are each given once', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const item of items) {
          for (const facet of facetIds) {
            const values = valuesOf(item, facet);
            expect([facet, values.length]).toEqual([facet, new Set(values).size]);
          }
        }
      }),
    );
  });
});

describe('a value of the year facet', () => {
  it('is read back as it was made', () => {
    for (const tense of ['review', 'plan'] as const)
      expect(parseYearValue(yearValue(2021, tense))).toEqual({ year: 2021, tense });
  });

  it.each(['2021', 'review', '2021-', '2021-reviewed', 'x2021-plan', '21-plan', ''])(
    'is not “%s”',
    (text) => {
      expect(parseYearValue(text)).toBeNull();
    },
  );
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

describe('two filters', () => {
  it('are the same whatever the order of their choices', () => {
    expect(sameFilters({ sector: ['a', 'b'], kind: ['c'] }, { kind: ['c'], sector: ['b', 'a'] })).toBe(true);
    expect(sameFilters({ sector: [] }, {})).toBe(true);
    expect(sameFilters({ sector: ['a'] }, { sector: ['a', 'b'] })).toBe(false);
    expect(sameFilters({ sector: ['a'] }, { kind: ['a'] })).toBe(false);
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
