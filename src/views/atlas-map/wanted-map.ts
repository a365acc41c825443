import type { Padding, Wanted } from '../../map/index.ts';
import type { Dataset, Item } from '../../model/dataset.ts';
import { filterItems, setFilter } from '../../model/facets.ts';
import { type DistrictShade, districtShades } from '../../model/statistics/index.ts';
import { type CameraTarget, cameraTarget, framedArea, type View } from '../../model/view.ts';

/** What a view is drawn in: a theme's colours, the size of type, what lies underneath, and the space that panels leave. */
export interface MapRoom extends Pick<Wanted, 'tokens' | 'scale' | 'covered' | 'basemap'> {
  padding: Padding;
}

/** The parts of a view that the map compares by identity: whoever draws one view twice keeps them. */
export interface MapParts extends Pick<Wanted, 'shades'> {
  /** The items on show that have a place of their own, in list order. */
  located: readonly Item[];
  target: CameraTarget;
}

/** Those parts of a view, made anew. `items` are the items that it lists, in list order. */
export function mapParts(view: View, items: readonly Item[], dataset: Dataset): MapParts {
  return {
    located: locatedItems(items),
    target: cameraTarget(view, dataset),
    shades: sharesOf(shadesOf(view, dataset)),
  };
}

/** The items that have a place of their own. */
export function locatedItems(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => item.place.label !== null);
}

/**
 * By what the districts are shaded, or null while they are not. The choice of districts itself is left out, as in the
 * filter panel: each counts what choosing it would list.
 */
export function shadesOf({ shaded, filters }: View, dataset: Dataset): DistrictShade[] | null {
  return shaded
    ? districtShades(filterItems(dataset.items, setFilter(filters, 'district', [])), dataset)
    : null;
}

/** How deep each district is shaded, by its id, from 0 to 1. */
export function sharesOf(shades: readonly DistrictShade[] | null): Wanted['shades'] {
  return shades && new Map(shades.map(({ district, share }) => [district, share]));
}

/** The state of the map that shows a view: the live map and every picture of it are made by this. */
export function wantedMap(
  { located, target, shades }: MapParts,
  view: View,
  dataset: Dataset,
  { padding, ...room }: MapRoom,
  pointed: Pick<Wanted, 'hovered' | 'focused'> = { hovered: null, focused: null },
): Wanted {
  const area = framedArea(view.filters, dataset);
  const zone = dataset.city.zones.find(({ id }) => id === area);
  return {
    ...room,
    ...pointed,
    items: located,
    selected: view.item,
    framedDistricts: area === null ? [] : [zone?.within ?? area],
    shades,
    camera: { ...target, padding },
    language: view.language,
  };
}
