import type { City, Dataset, Item } from './dataset.ts';
import { type AreaGroupId, areaGroups, type Filters, filterItems } from './facets.ts';
import { type SectorId, sectors } from './vocabulary.ts';

/** How the list is grouped. */
export type Grouping = 'district' | 'sector';

/** Items under one heading; `id` is a district, a group of areas, or a sector. */
export interface ItemGroup {
  id: string;
  items: Item[];
}

/** The one heading under which an item stands when a list is grouped by district: each item stands once. */
export function homeArea(item: Item): string {
  if (item.place.precision === 'unknown') return 'unlocated' satisfies AreaGroupId;
  if (item.scope === 'urban') return 'urban' satisfies AreaGroupId;
  if (item.scope !== 'districts') return 'city' satisfies AreaGroupId;
  if (item.districts.length > 1) return 'cross' satisfies AreaGroupId;
  return item.districts[0] ?? ('unlocated' satisfies AreaGroupId);
}

/** The items under their headings, in the vocabulary's order, without empty headings. */
export function groupItems(items: readonly Item[], grouping: Grouping, city: City): ItemGroup[] {
  const ids =
    grouping === 'sector'
      ? (Object.keys(sectors) as SectorId[])
      : [...city.districts.map((district) => district.id), 'cross', 'urban', 'city', 'unlocated'];
  const idOf = (item: Item) => (grouping === 'sector' ? item.sector : homeArea(item));
  return ids
    .map((id) => ({ id, items: items.filter((item) => idOf(item) === id) }))
    .filter((group) => group.items.length > 0);
}

/** What the filters choose, in the order in which the grouped list shows it: the map groups its marks by that. */
export function listedItems({ items, city }: Dataset, filters: Filters, grouping: Grouping): Item[] {
  return groupItems(filterItems(items, filters), grouping, city).flatMap((group) => group.items);
}

/** Whether a value of the district facet is a group of areas and not a district or zone. */
export function isAreaGroup(id: string): id is AreaGroupId {
  return Object.hasOwn(areaGroups, id);
}
