import type { Dataset } from '../model/dataset.ts';
import { areaGroups, type FacetId } from '../model/facets.ts';
import { isAreaGroup } from '../model/grouping.ts';
import type { Language } from '../model/view.ts';
import { progresses, sectors, type Term } from '../model/vocabulary.ts';
import { nameIn, termIn } from './index.ts';

/** The name of a district, zone or group of areas. */
export function areaName(id: string, dataset: Dataset, language: Language): string {
  if (isAreaGroup(id)) return termIn(areaGroups[id], language);
  const { districts, zones } = dataset.city;
  const area = [...districts, ...zones].find((candidate) => candidate.id === id);
  return area ? nameIn(area, language) : id;
}

/** The name of a facet's value, as options, chips and announcements show it. */
export function facetValueName(facet: FacetId, value: string, dataset: Dataset, language: Language): string {
  if (facet === 'district') return areaName(value, dataset, language);
  if (facet === 'items') {
    const item = dataset.items.find((candidate) => candidate.id === value);
    return item ? nameIn(item, language) : value;
  }
  const vocabulary: Record<string, Term> = facet === 'sector' ? sectors : progresses;
  const term = vocabulary[value];
  return term ? termIn(term, language) : value;
}
