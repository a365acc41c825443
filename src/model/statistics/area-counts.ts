import type { Dataset, Item } from '../dataset.ts';
import { type FacetOption, facetOptions } from '../facet-options.ts';
import { areasOf } from '../facets.ts';

/** How many of the items lie in each district, zone and group of areas, in the facet's order, none left out. An item counts in each of its areas. */
export function areaCounts(items: readonly Item[], dataset: Dataset): (FacetOption & { count: number })[] {
  const counts = new Map<string, number>();
  for (const area of items.flatMap(areasOf)) counts.set(area, (counts.get(area) ?? 0) + 1);
  return facetOptions('district', dataset).map((option) => ({
    ...option,
    count: counts.get(option.value) ?? 0,
  }));
}

/** A district with its number of items. */
export interface DistrictShade {
  district: string;
  count: number;
  /** The count as a share (0 to 1) of the largest count of any district; 0 where no district has any. */
  share: number;
}

/** By what the districts are shaded on the map: their numbers of items, against the largest of them. */
export function districtShades(items: readonly Item[], dataset: Dataset): DistrictShade[] {
  const districts = new Set(dataset.city.districts.map(({ id }) => id));
  const counts = areaCounts(items, dataset).filter(({ value }) => districts.has(value));
  const most = Math.max(...counts.map(({ count }) => count), 1);
  return counts.map(({ value, count }) => ({ district: value, count, share: count / most }));
}
