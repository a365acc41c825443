import { cityAreas } from './areas.ts';
import type { Dataset } from './dataset.ts';
import { type AreaGroupId, type FacetId, yearValue } from './facets.ts';
import { investmentDisclosures, kinds, precisions, progresses, sectors, tags } from './vocabulary.ts';

/** A value that a facet offers. */
export interface FacetOption {
  value: string;
  /** The value of the same facet inside which it lies: a zone's district, a section's parent. */
  within?: string;
}

/** The groups beside the districts, in the order in which lists show them. */
const areaGroupOrder: readonly AreaGroupId[] = ['cross', 'urban', 'city', 'unlocated'];

const optionsOf: Record<FacetId, (dataset: Dataset) => FacetOption[]> = {
  sector: () => fromVocabulary(sectors),
  district: ({ city }) => [
    ...cityAreas(city).map((area) =>
      'within' in area ? { value: area.id, within: area.within } : { value: area.id },
    ),
    ...areaGroupOrder.map((value) => ({ value })),
  ],
  progress: () => fromVocabulary(progresses),
  kind: () => fromVocabulary(kinds),
  year: ({ reports }) => {
    const spoken = reports
      .flatMap(({ sections }) => sections)
      .flatMap(({ year, tense }) => (year === null || tense === null ? [] : [{ year, tense }]))
      // A year is planned before it is looked back on.
      .sort((a, b) => a.year - b.year || a.tense.localeCompare(b.tense));
    return [...new Set(spoken.map(({ year, tense }) => yearValue(year, tense)))].map((value) => ({ value }));
  },
  tags: () => fromVocabulary(tags),
  investment: () => fromVocabulary(investmentDisclosures),
  precision: () => fromVocabulary(precisions),
  section: ({ reports }) =>
    reports
      .flatMap(({ sections }) => sections)
      .map(({ id, parent }) => (parent === null ? { value: id } : { value: id, within: parent })),
  items: ({ items }) => items.map(({ id }) => ({ value: id })),
};

/**
 * Every value that a facet may take, in the order in which it is offered; what lies within another follows it. The one
 * source for the panel, for what a link may ask for, and for the rows and columns of statistics.
 */
export function facetOptions(facet: FacetId, dataset: Dataset): FacetOption[] {
  return optionsOf[facet](dataset);
}

/** How many values an option lies within, one inside the other; 0 for what lies within none. */
export function optionDepth(option: FacetOption, options: readonly FacetOption[]): number {
  const around = options.find(({ value }) => value === option.within);
  return around ? optionDepth(around, options) + 1 : 0;
}

function fromVocabulary(vocabulary: object): FacetOption[] {
  return Object.keys(vocabulary).map((value) => ({ value }));
}
