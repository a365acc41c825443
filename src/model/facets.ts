import type { Item } from './dataset.ts';
import { progresses, sectors } from './vocabulary.ts';

/** The choices made in each facet. Within a facet they are alternatives, between facets all must hold. */
export type Filters = Partial<Record<FacetId, readonly string[]>>;

/**
 * How a facet reads an item: every value under which the item is found. A facet is defined here once;
 * filtering, counting, the URL and the interface all follow.
 */
const facetValues = {
  /** 领域 */
  sector: (item: Item): readonly string[] => [item.sector],
  /** 辖区: districts, zones, and the groups of items that belong to no single district. */
  district: (item: Item): readonly string[] => areasOf(item),
  /** 进展, as of the latest mention. */
  progress: (item: Item): readonly string[] => [item.progress],
  /** Exactly these items: scenes and links use it; it has no checkboxes. */
  items: (item: Item): readonly string[] => [item.id],
} as const;

export type FacetId = keyof typeof facetValues;

export const facetIds = Object.keys(facetValues) as FacetId[];

/** Values of the district facet that are not a district or zone. */
export const areaGroups = {
  urban: { zh: '市区', en: 'Urban area' },
  city: { zh: '全市', en: 'City-wide' },
  cross: { zh: '跨辖区', en: 'Across districts' },
  unlocated: { zh: '未定位', en: 'Not located' },
} as const;

export type AreaGroupId = keyof typeof areaGroups;

/** Every value of the district facet under which an item is found: an item in k districts counts in each. */
export function areasOf(item: Item): string[] {
  const areas = [...item.districts];
  if (item.zone) areas.push(item.zone);
  if (item.scope === 'urban') areas.push('urban');
  if (item.scope === 'city') areas.push('city');
  if (item.districts.length > 1) areas.push('cross');
  if (item.place.precision === 'unknown') areas.push('unlocated');
  return areas;
}

/** The values a facet may take that do not depend on the data; districts, zones and items come with the dataset. */
export const facetVocabulary: Partial<Record<FacetId, readonly string[]>> = {
  sector: Object.keys(sectors),
  progress: Object.keys(progresses),
};

/** Whether an item passes one facet's choices; no choice lets everything pass. */
function passes(item: Item, facet: FacetId, chosen: readonly string[] | undefined): boolean {
  return !chosen || chosen.length === 0 || facetValues[facet](item).some((value) => chosen.includes(value));
}

/** The items that pass all facets, in their given order. */
export function filterItems(items: readonly Item[], filters: Filters): Item[] {
  return items.filter((item) => facetIds.every((facet) => passes(item, facet, filters[facet])));
}

/** For each facet, how many items a value would show with all the *other* facets as they are (disjunctive counts). */
export type FacetCounts = Record<FacetId, ReadonlyMap<string, number>>;

/** Counts all facets in one pass over the items: O(items × facets). */
export function countFacets(items: readonly Item[], filters: Filters): FacetCounts {
  const counts = Object.fromEntries(facetIds.map((facet) => [facet, new Map<string, number>()])) as Record<
    FacetId,
    Map<string, number>
  >;
  for (const item of items) {
    const failed = facetIds.filter((facet) => !passes(item, facet, filters[facet]));
    if (failed.length > 1) continue;
    // An item that fails one facet alone would be shown by choosing its value there.
    for (const facet of failed.length === 1 ? failed : facetIds) {
      for (const value of facetValues[facet](item)) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The filters with one value of a facet switched on or off. */
export function toggleFilter(filters: Filters, facet: FacetId, value: string): Filters {
  const chosen = filters[facet] ?? [];
  return setFilter(
    filters,
    facet,
    chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
  );
}

/** The filters with one facet's choices replaced; an empty choice takes the facet away. */
export function setFilter(filters: Filters, facet: FacetId, values: readonly string[]): Filters {
  const { [facet]: _, ...rest } = filters;
  return values.length === 0 ? rest : { ...rest, [facet]: values };
}

/** The facets which, lifted alone, would show something again when nothing passes. */
export function facetsToLift(items: readonly Item[], filters: Filters): FacetId[] {
  return facetIds.filter(
    (facet) =>
      (filters[facet]?.length ?? 0) > 0 && filterItems(items, setFilter(filters, facet, [])).length > 0,
  );
}
