import type { Dataset, Item } from '../dataset.ts';
import { type FacetOption, facetOptions } from '../facet-options.ts';
import { areasOf } from '../facets.ts';
import type { SectorId } from '../vocabulary.ts';

/** How many items each sector has in each area. Cells may add up to more than a total, which counts distinct items. */
export interface SectorDistrictMatrix {
  /** Districts, each followed by the zones within it, then the groups of areas; with the distinct items in each. */
  columns: (FacetOption & { total: number })[];
  rows: {
    sector: SectorId;
    /** One for each column: how many items choosing both would list. */
    cells: number[];
    /** The distinct items of the sector. */
    total: number;
  }[];
  /** The distinct items of all. */
  total: number;
}

/** The matrix of the items, every sector and area in it; an item in several areas counts in each. */
export function sectorDistrictMatrix(items: readonly Item[], dataset: Dataset): SectorDistrictMatrix {
  const columns = facetOptions('district', dataset);
  const columnOf = new Map(columns.map(({ value }, index) => [value, index]));
  const rows = facetOptions('sector', dataset).map(({ value }) => ({
    sector: value as SectorId,
    cells: columns.map(() => 0),
    total: 0,
  }));
  const rowOf = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.sector, row]));
  const totals = columns.map(() => 0);
  for (const item of items) {
    const row = rowOf.get(item.sector);
    if (!row)
      throw new Error(`The item ${item.id} is of an unknown sector, ${item.sector}; compile the data again.`);
    row.total += 1;
    for (const area of areasOf(item)) {
      const column = columnOf.get(area);
      if (column === undefined)
        throw new Error(`The item ${item.id} lies in an unknown area, ${area}; compile the data again.`);
      row.cells[column] = (row.cells[column] ?? 0) + 1;
      totals[column] = (totals[column] ?? 0) + 1;
    }
  }
  return {
    columns: columns.map((column, index) => ({ ...column, total: totals[index] ?? 0 })),
    rows,
    total: items.length,
  };
}
