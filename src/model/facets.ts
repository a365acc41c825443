import type { Item, Tense } from './dataset.ts';
import { investmentDisclosure } from './investment.ts';

/** The choices made in each facet. Within a facet they are alternatives, between facets all must hold. */
export type Filters = Partial<Record<FacetId, readonly string[]>>;

/**
 * How a facet reads an item: every value under which the item is found, each once. A facet is defined here once;
 * filtering, counting, the URL and the interface all follow, in this order.
 */
const facetValues = {
  /** 领域 */
  sector: (item: Item): readonly string[] => [item.sector],
  /** 辖区: districts, zones, and the groups of items that belong to no single district. */
  district: (item: Item): readonly string[] => areasOf(item),
  /** 进展, as of the latest mention. */
  progress: (item: Item): readonly string[] => [item.progress],
  /** 类别 */
  kind: (item: Item): readonly string[] => [item.kind],
  /** 年份: the years of its mentions, a look back and a look ahead apart. */
  year: (item: Item): readonly string[] =>
    distinct(item.mentions.map(({ year, tense }) => yearValue(year, tense))),
  /** 标签 */
  tags: (item: Item): readonly string[] => distinct(item.tags),
  /** 投资: only of what could state a total. */
  investment: (item: Item): readonly string[] => {
    const disclosure = investmentDisclosure(item);
    return disclosure ? [disclosure] : [];
  },
  /** 定位精度 */
  precision: (item: Item): readonly string[] => [item.place.precision],
  /** 章节: the sections of its mentions, and all sections above them. */
  section: ({ mentions }: Item): readonly string[] => {
    const [only, ...others] = mentions;
    // Most items are mentioned once.
    return only && others.length === 0
      ? only.sections
      : distinct(mentions.flatMap(({ sections }) => sections));
  },
  /** Exactly these items: scenes and links use it; it has no checkboxes. */
  items: (item: Item): readonly string[] => [item.id],
} as const;

export type FacetId = keyof typeof facetValues;

export const facetIds = Object.keys(facetValues) as FacetId[];

/** The facets whose values are offered to be chosen from. */
export type OptionFacetId = Exclude<FacetId, 'items'>;

export const optionFacetIds = facetIds.filter((facet): facet is OptionFacetId => facet !== 'items');

/** Every value of a facet under which an item is found, each once. */
export function valuesOf(item: Item, facet: FacetId): readonly string[] {
  return facetValues[facet](item);
}

/** A value of the year facet: the year spoken of, and whether looked back on or ahead to, as `2021-review`. */
export function yearValue(year: number, tense: Tense): string {
  return `${year}-${tense}`;
}

/** The year and tense of a value of the year facet, or null for any other text. */
export function parseYearValue(value: string): { year: number; tense: Tense } | null {
  const [, year, tense] = /^(\d{4})-(review|plan)$/u.exec(value) ?? [];
  return year && tense ? { year: Number(year), tense: tense as Tense } : null;
}

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

/** The items that pass all facets, in their given order. */
export function filterItems(items: readonly Item[], filters: Filters): Item[] {
  const active = activeFacets(filters);
  return items.filter((item) =>
    active.every(({ facet, chosen }) => facetValues[facet](item).some((value) => chosen.has(value))),
  );
}

/** The facets in which something is chosen, with their choices; a facet without a choice lets everything pass. */
export function activeFacets(filters: Filters): { facet: FacetId; chosen: ReadonlySet<string> }[] {
  return facetIds.flatMap((facet) => {
    const chosen = filters[facet] ?? [];
    return chosen.length > 0 ? [{ facet, chosen: new Set(chosen) }] : [];
  });
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

/** Whether two filters make the same choices, in whatever order they were made. */
export function sameFilters(a: Filters, b: Filters): boolean {
  return facetIds.every((facet) => {
    const [chosen, others] = [new Set(a[facet]), new Set(b[facet])];
    return chosen.size === others.size && [...chosen].every((value) => others.has(value));
  });
}

/** The facets which, lifted alone, would show something again when nothing passes. */
export function facetsToLift(items: readonly Item[], filters: Filters): FacetId[] {
  return facetIds.filter(
    (facet) =>
      (filters[facet]?.length ?? 0) > 0 && filterItems(items, setFilter(filters, facet, [])).length > 0,
  );
}

function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)];
}
