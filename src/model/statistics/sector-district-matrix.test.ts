import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someFilters, someItems, testDataset, testItem } from '../../testing/atlas.ts';
import { countFacets } from '../facet-counts.ts';
import { facetOptions } from '../facet-options.ts';
import { filterItems } from '../facets.ts';
import { sectorDistrictMatrix } from './sector-district-matrix.ts';

describe('the matrix of sectors and districts', () => {
  it('holds in each cell, row, column and corner what choosing just that would list', () => {
    fc.assert(
      fc.property(someItems, someFilters, (all, filters) => {
        const items = filterItems(all, filters);
        const { rows, columns, total } = sectorDistrictMatrix(items, testDataset);
        expect(total).toBe(items.length);
        for (const column of columns)
          expect(column.total).toBe(filterItems(items, { district: [column.value] }).length);
        for (const { sector, cells, total: inSector } of rows) {
          expect(inSector).toBe(filterItems(items, { sector: [sector] }).length);
          expect(cells).toEqual(
            columns.map(({ value }) => filterItems(items, { sector: [sector], district: [value] }).length),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with the counts of the facets', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const counts = countFacets(items, {});
        const { rows, columns } = sectorDistrictMatrix(items, testDataset);
        for (const { sector, total } of rows) expect(total).toBe(counts.sector.get(sector) ?? 0);
        for (const { value, total } of columns) expect(total).toBe(counts.district.get(value) ?? 0);
      }),
    );
  });

  it('has every sector and every area, in the facets’ order, empty ones too', () => {
    const { rows, columns, total } = sectorDistrictMatrix([], testDataset);
    expect(rows.map(({ sector }) => sector)).toEqual(
      facetOptions('sector', testDataset).map(({ value }) => value),
    );
    expect(columns).toEqual(facetOptions('district', testDataset).map((option) => ({ ...option, total: 0 })));
    expect(total).toBe(0);
  });

  it('counts an item in each of its districts, and once in the totals', () => {
    const bridge = testItem('bridge', { sector: 'transport', districts: ['west', 'east'] });
    const { rows, columns, total } = sectorDistrictMatrix([bridge], testDataset);
    const transport = rows.find(({ sector }) => sector === 'transport');
    const cells = columns.map(({ value }, index) => [value, transport?.cells[index]]);
    expect(cells.filter(([, count]) => count === 1)).toEqual([
      ['west', 1],
      ['east', 1],
      ['cross', 1],
    ]);
    expect([transport?.total, total]).toEqual([1, 1]);
  });

  it('leaves no item out in silence: one of an unknown area is named', () => {
    expect(() => sectorDistrictMatrix([testItem('a', { districts: ['moon'] })], testDataset)).toThrow(
      /a .*moon/u,
    );
  });
});
