import type { Dataset, Item } from '../../model/dataset.ts';
import { countFacets } from '../../model/facet-counts.ts';
import { facetOptions, optionDepth } from '../../model/facet-options.ts';
import { type Filters, filterItems, type OptionFacetId, setFilter } from '../../model/facets.ts';
import { progressBySection, sectorDistrictMatrix } from '../../model/statistics/index.ts';

/** A number of items that is a filter too. */
export interface CrossedCount {
  /** How many items choosing it lists, all other facets as they are. */
  count: number;
  /** Whether what it counts passes the present filters; else it says where a click would lead. */
  inside: boolean;
  /** Whether the filters choose just this. */
  chosen: boolean;
}

/** One value of a facet at the head of a row or column, with its distinct items. */
export interface CrossedHead extends CrossedCount {
  value: string;
  /** How many values it lies within. */
  depth: number;
}

/** One value of the facet that goes down, with its cells in the order of the columns. */
export interface CrossedRow extends CrossedHead {
  cells: CrossedCount[];
}

/** Two facets crossed. */
export interface CrossedTable {
  rowFacet: OptionFacetId;
  columnFacet: OptionFacetId;
  columns: CrossedHead[];
  rows: CrossedRow[];
}

/** Areas down, sectors across: how many of the items that pass the other facets each pair would list. */
export function crossAreasAndSectors(dataset: Dataset, filters: Filters): CrossedTable {
  const { columns, rows } = sectorDistrictMatrix(uncrossed(dataset, filters, 'district', 'sector'), dataset);
  const counts = columns.map((_, area) => rows.map(({ cells }) => cells[area] ?? 0));
  return crossed(dataset, filters, 'district', 'sector', counts);
}

/** Sections down, progress across: how many of the items that pass the other facets each pair would list. */
export function crossSectionsAndProgress(dataset: Dataset, filters: Filters): CrossedTable {
  const sections = progressBySection(uncrossed(dataset, filters, 'section', 'progress'), dataset);
  const counts = sections.map(({ byProgress }) => byProgress.map(({ count }) => count));
  return crossed(dataset, filters, 'section', 'progress', counts);
}

/**
 * The choices that a click on a pair makes, either of which may be left out: just these, and none where just these are
 * chosen already.
 */
export function choicesOf(
  { rowFacet, columnFacet }: CrossedTable,
  row: CrossedHead | null,
  column: CrossedHead | null,
  { chosen }: CrossedCount,
): Filters {
  return {
    ...(row && { [rowFacet]: chosen ? [] : [row.value] }),
    ...(column && { [columnFacet]: chosen ? [] : [column.value] }),
  };
}

/** The items that pass all facets but the two that are crossed: as in the filter panel, no facet counts itself out. */
function uncrossed(dataset: Dataset, filters: Filters, ...facets: OptionFacetId[]): Item[] {
  return filterItems(
    dataset.items,
    facets.reduce((rest, facet) => setFilter(rest, facet, []), filters),
  );
}

/** Heads have the very counts of the filter panel; `counts` holds those of the cells, row by row. */
function crossed(
  dataset: Dataset,
  filters: Filters,
  rowFacet: OptionFacetId,
  columnFacet: OptionFacetId,
  counts: readonly (readonly number[])[],
): CrossedTable {
  const totals = countFacets(dataset.items, filters);
  const heads = (facet: OptionFacetId): CrossedHead[] => {
    const chosen = filters[facet] ?? [];
    const options = facetOptions(facet, dataset);
    return options.map((option) => ({
      value: option.value,
      depth: optionDepth(option, options),
      count: totals[facet].get(option.value) ?? 0,
      inside: chosen.length === 0 || chosen.includes(option.value),
      chosen: chosen.length === 1 && chosen[0] === option.value,
    }));
  };
  const columns = heads(columnFacet);
  return {
    rowFacet,
    columnFacet,
    columns,
    rows: heads(rowFacet).map((row, at) => ({
      ...row,
      cells: columns.map((column, index) => ({
        count: counts[at]?.[index] ?? 0,
        inside: row.inside && column.inside,
        chosen: row.chosen && column.chosen,
      })),
    })),
  };
}
