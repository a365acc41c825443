import { areaById } from '../model/areas.ts';
import type { Dataset } from '../model/dataset.ts';
import { areaGroups, type FacetId, type Filters, facetIds, parseYearValue } from '../model/facets.ts';
import { isAreaGroup } from '../model/grouping.ts';
import type { Language } from '../model/view.ts';
import {
  investmentDisclosures,
  kinds,
  precisions,
  progresses,
  sectors,
  type Term,
  tags,
} from '../model/vocabulary.ts';
import { dictionary, nameIn, termIn, titleIn } from './index.ts';

/** The name of a district, zone or group of areas. */
export function areaName(id: string, dataset: Dataset, language: Language): string {
  if (isAreaGroup(id)) return termIn(areaGroups[id], language);
  const area = areaById(dataset.city, id);
  return area ? nameIn(area, language) : id;
}

/** The vocabularies of the facets that take their values from one. */
const vocabularies: Partial<Record<FacetId, Readonly<Record<string, Term>>>> = {
  sector: sectors,
  progress: progresses,
  kind: kinds,
  tags,
  investment: investmentDisclosures,
  precision: precisions,
};

/** The name of a facet's value, as options and headings show it: its facet's name stands beside it. */
export function facetValueName(facet: FacetId, value: string, dataset: Dataset, language: Language): string {
  if (facet === 'district') return areaName(value, dataset, language);
  if (facet === 'items') {
    const item = dataset.items.find((candidate) => candidate.id === value);
    return item ? nameIn(item, language) : value;
  }
  if (facet === 'year') {
    const spoken = parseYearValue(value);
    return spoken ? dictionary(language)[spoken.tense](spoken.year) : value;
  }
  if (facet === 'section') {
    const sections = dataset.reports.flatMap((report) => report.sections);
    const section = sections.find((candidate) => candidate.id === value);
    return section ? titleIn(section, language) : value;
  }
  const vocabulary = vocabularies[facet] ?? {};
  const term = Object.hasOwn(vocabulary, value) ? vocabulary[value] : undefined;
  return term ? termIn(term, language) : value;
}

/** Facets whose values do not say by themselves what they are about: “全市” may be an area or a precision. */
const namedWithFacet: ReadonlySet<FacetId> = new Set(['investment', 'precision', 'section']);

/** A condition in words. */
export interface ConditionName {
  facet: FacetId;
  /** The one value that is chosen; null where the facet's choices are one condition together. */
  value: string | null;
  label: string;
}

/** The name of a facet's value where it stands by itself, as on a chip or in an announcement. */
function conditionName(facet: FacetId, value: string, dataset: Dataset, language: Language): string {
  const name = facetValueName(facet, value, dataset, language);
  const t = dictionary(language);
  return namedWithFacet.has(facet) ? t.facetCondition(t.facets[facet], name) : name;
}

/** Everything that the filters choose, in words, in the facets' order: chips and announcements say the same. */
export function conditionNames(filters: Filters, dataset: Dataset, language: Language): ConditionName[] {
  const t = dictionary(language);
  return facetIds.flatMap((facet): ConditionName[] => {
    const values = filters[facet] ?? [];
    // A list of items is one condition, not one for each.
    if (facet === 'items')
      return values.length > 0
        ? [{ facet, value: null, label: t.optionName(t.facets.items, values.length) }]
        : [];
    return values.map((value) => ({ facet, value, label: conditionName(facet, value, dataset, language) }));
  });
}
