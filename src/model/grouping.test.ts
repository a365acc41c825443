import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someItems, testCity, testDataset, testItem, testPlace } from '../testing/atlas.ts';
import { areasOf } from './facets.ts';
import { groupItems, homeArea, isAreaGroup, listedItems } from './grouping.ts';

const groupsOf = (grouping: 'district' | 'sector') =>
  groupItems(testDataset.items, grouping, testCity).map(({ id, items }) => [
    id,
    items.map((item) => item.id),
  ]);

describe('the list by district', () => {
  it('has the districts first, then what lies across them, urban, city-wide and not located', () => {
    expect(groupsOf('district')).toEqual([
      ['west', ['plant', 'quay']],
      ['cross', ['bridge']],
      ['urban', ['renewal']],
      ['city', ['insurance']],
      ['unlocated', ['lost', 'nowhere']],
    ]);
  });

  it('puts an item whose place was not found under “not located”, though its district is known', () => {
    expect(homeArea(testItem('a', { districts: ['east'], place: testPlace(null) }))).toBe('unlocated');
  });

  it('puts a district-wide item under its district', () => {
    const wide = testItem('a', { districts: ['east'], place: testPlace(null, { precision: 'district' }) });
    expect(homeArea(wide)).toBe('east');
  });

  it('puts an item under a heading by which the district facet finds it too', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const item of items.filter(({ scope }) => scope !== 'unknown'))
          expect(areasOf(item)).toContain(homeArea(item));
      }),
    );
  });
});

describe('the list by sector', () => {
  it('has the sectors in the order of the vocabulary', () => {
    expect(groupsOf('sector')).toEqual([
      ['industry', ['plant', 'lost', 'nowhere']],
      ['transport', ['bridge', 'quay']],
      ['renewal', ['renewal']],
      ['livelihood', ['insurance']],
    ]);
  });
});

describe('either list', () => {
  it('shows every item exactly once and no empty heading', () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom('district' as const, 'sector' as const), (items, grouping) => {
        const groups = groupItems(items, grouping, testCity);
        const ids = listedItems({ ...testDataset, items }, {}, grouping).map((item) => item.id);
        expect([...ids].sort()).toEqual(items.map((item) => item.id).sort());
        for (const group of groups) expect(group.items).not.toEqual([]);
      }),
    );
  });

  it('keeps the given order within a heading', () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom('district' as const, 'sector' as const), (items, grouping) => {
        for (const group of groupItems(items, grouping, testCity)) {
          const places = group.items.map((item) => items.indexOf(item));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('a value of the district facet', () => {
  it('is told apart as a group of areas or a district', () => {
    expect(['urban', 'city', 'cross', 'unlocated'].every(isAreaGroup)).toBe(true);
    expect(['west', 'harbour', 'toString', '__proto__'].some(isAreaGroup)).toBe(false);
  });
});
