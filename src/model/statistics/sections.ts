import type { Dataset, Item } from '../dataset.ts';
import { type FacetOption, facetOptions } from '../facet-options.ts';
import { valuesOf } from '../facets.ts';
import { type ProgressId, progresses } from '../vocabulary.ts';

/** How far along the items of a section are. */
export interface SectionProgress extends FacetOption {
  /** The distinct items mentioned in the section or in one below it. */
  total: number;
  /** They by progress as of their latest mention, as lists and filters have it; every progress, in its order. */
  byProgress: { progress: ProgressId; count: number }[];
}

/**
 * Progress by section 章节, in the order of the reports' outlines, none left out. An item counts in every section that
 * mentions it, and once in each above it: sections add up to more than there are items.
 */
export function progressBySection(items: readonly Item[], dataset: Dataset): SectionProgress[] {
  const ids = Object.keys(progresses) as ProgressId[];
  const bySection = new Map<string, Item[]>();
  for (const item of items) {
    for (const section of valuesOf(item, 'section')) {
      const inside = bySection.get(section);
      if (inside) inside.push(item);
      else bySection.set(section, [item]);
    }
  }
  return facetOptions('section', dataset).map((option) => {
    const inside = bySection.get(option.value) ?? [];
    return {
      ...option,
      total: inside.length,
      byProgress: ids.map((progress) => ({
        progress,
        count: inside.filter((item) => item.progress === progress).length,
      })),
    };
  });
}

/** The distinct items of each section and of those below it, by the section's id. */
export function sectionCounts(items: readonly Item[], dataset: Dataset): ReadonlyMap<string, number> {
  return new Map(progressBySection(items, dataset).map(({ value, total }) => [value, total]));
}
