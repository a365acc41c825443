import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../model/dataset.ts';
import { countFacets } from '../../model/facet-counts.ts';
import { type FacetId, type Filters, filterItems, setFilter } from '../../model/facets.ts';
import { someFilters, someItems, testDataset, testItem } from '../../testing/atlas.ts';
import {
  type CrossedTable,
  choicesOf,
  crossAreasAndSectors,
  crossSectionsAndProgress,
} from './crossed-counts.ts';

const cases: [string, (dataset: Dataset, filters: Filters) => CrossedTable][] = [
  ['areas and sectors', crossAreasAndSectors],
  ['sections and progress', crossSectionsAndProgress],
];
const choose = (filters: Filters, choices: Filters) =>
  Object.entries(choices).reduce(
    (all, [facet, values]) => setFilter(all, facet as FacetId, values ?? []),
    filters,
  );

/** Every head and cell of a table with what a click on it would choose. */
function marksOf(table: CrossedTable) {
  return [
    ...table.columns.map((column) => ({ mark: column, choices: choicesOf(table, null, column, column) })),
    ...table.rows.flatMap((row) => [
      { mark: row, choices: choicesOf(table, row, null, row) },
      ...row.cells.map((mark, index) => ({
        mark,
        choices: choicesOf(table, row, table.columns[index] ?? null, mark),
      })),
    ]),
  ];
}

describe.each(cases)('%s crossed', (_name, cross) => {
  it('count in every head and cell what a click on it lists, and where it is chosen already what is listed', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        const table = cross({ ...testDataset, items }, filters);
        for (const { mark, choices } of marksOf(table)) {
          const listed = filterItems(items, mark.chosen ? filters : choose(filters, choices));
          expect(mark.count).toBe(listed.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have the very counts of the filter panel at their heads', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        const table = cross({ ...testDataset, items }, filters);
        const counts = countFacets(items, filters);
        for (const { value, count } of table.rows) expect(count).toBe(counts[table.rowFacet].get(value) ?? 0);
        for (const { value, count } of table.columns)
          expect(count).toBe(counts[table.columnFacet].get(value) ?? 0);
      }),
      { numRuns: 40 },
    );
  });

  it('say of what lies inside the filters that all its items are listed', () => {
    fc.assert(
      fc.property(someItems, someFilters, (items, filters) => {
        const table = cross({ ...testDataset, items }, filters);
        const listed = new Set(filterItems(items, filters));
        for (const { mark, choices } of marksOf(table)) {
          if (!mark.inside || mark.chosen) continue;
          expect(filterItems(items, choose(filters, choices)).every((item) => listed.has(item))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are chosen once, and taken away by the same click again', () => {
    const table = cross(testDataset, {});
    for (const { choices } of marksOf(table)) {
      const chosen = marksOf(cross(testDataset, choose({}, choices))).filter(
        (again) => again.mark.chosen && Object.keys(again.choices).join() === Object.keys(choices).join(),
      );
      expect(chosen).toHaveLength(1);
      expect(choose(choose({}, choices), chosen[0]?.choices ?? {})).toEqual({});
    }
  });
});

describe('areas and sectors crossed', () => {
  it('show beside a chosen district what its neighbours would list, and mark that as outside', () => {
    const items = [
      testItem('a', { sector: 'industry', districts: ['west'] }),
      testItem('b', { sector: 'industry', districts: ['east'] }),
      testItem('c', { sector: 'transport', districts: ['west', 'east'] }),
    ];
    const { rows, columns } = crossAreasAndSectors({ ...testDataset, items }, { district: ['west'] });
    const row = (value: string) => rows.find((each) => each.value === value);
    const industry = columns.findIndex(({ value }) => value === 'industry');
    expect(row('west')).toMatchObject({ count: 2, inside: true, chosen: true });
    expect(row('east')).toMatchObject({ count: 2, inside: false, chosen: false });
    expect(row('west')?.cells[industry]).toEqual({ count: 1, inside: true, chosen: false });
    expect(row('east')?.cells[industry]).toEqual({ count: 1, inside: false, chosen: false });
    expect(columns[industry]).toMatchObject({ count: 1, inside: true });
  });
});
