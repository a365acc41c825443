import type { BaseLayers } from '../../model/base-layers.ts';
import type { Bounds } from '../../model/dataset.ts';
import type { Hit } from '../../model/search/index.ts';
import { type AtlasStore, shownIn } from '../../state/index.ts';

/** A town is shown with so much around it, in degrees: its point is its seat, not its extent. */
const townHalfWidth = 0.045;
const townHalfHeight = 0.03;

/** Goes to what was found: an item is selected, an area framed, a town shown, a paragraph opened. */
export function openHit(hit: Hit, store: AtlasStore, towns: BaseLayers['towns']): void {
  const { select, browseArea, choose, showWholeCity, moveCamera, readParagraph } = store.getState();
  const view = shownIn(store.getState());
  switch (hit.what) {
    case 'item':
      select(hit.id, { reveal: true });
      break;
    case 'city':
      showWholeCity();
      break;
    case 'district':
    case 'zone':
      if (view.item) select(null);
      if (view.filters.district?.length !== 1 || view.filters.district[0] !== hit.id) browseArea(hit.id);
      break;
    case 'group':
      choose('district', [hit.id]);
      break;
    case 'town': {
      const geometry = towns.features.find(({ properties }) => properties?.code === hit.id)?.geometry;
      if (geometry?.type === 'Point') moveCamera({ kind: 'bounds', bounds: around(geometry.coordinates) });
      break;
    }
    case 'paragraph':
      readParagraph(`${hit.report}/${hit.id}`);
      break;
  }
}

function around([lng = 0, lat = 0]: readonly number[]): Bounds {
  return [lng - townHalfWidth, lat - townHalfHeight, lng + townHalfWidth, lat + townHalfHeight].map(
    (degrees) => Number(degrees.toFixed(4)),
  ) as Bounds;
}
