import type { FeatureCollection } from 'geojson';
import type { City, Item } from '../dataset.ts';
import { areaGroups } from '../facets.ts';
import { tags } from '../vocabulary.ts';

/** Every Han text that can be searched by how it is spoken: the compile step takes from these which readings to send. */
export function spokenTexts(
  { city, items }: { city: City; items: readonly Item[] },
  towns: FeatureCollection,
): string[] {
  return [
    ...items.flatMap(({ name, aliases }) => [name, ...aliases]),
    city.name,
    ...city.districts.map(({ name }) => name),
    ...city.zones.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...Object.values(areaGroups).map(({ zh }) => zh),
    ...towns.features.map(({ properties }) => String(properties?.name ?? '')),
    ...Object.values(tags).map(({ zh }) => zh),
  ];
}
