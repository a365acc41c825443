import { defaultView } from '../../src/model/view.ts';
import { viewToParameters } from '../../src/model/view-url.ts';

/** Where the list of all items is: on a page beside the map's, or inside that page. */
export type ListPlace = 'beside' | 'inside';

/** The name of the page that lists all items. */
export const itemsPageName = 'items.html';

/** The anchor of the whole list, where it is inside the map's page. */
export const listAnchor = 'all-items';

/** The anchors of items and areas in the list, and the addresses that lead there. */
export interface ListLinks {
  place: ListPlace;
  item(id: string): string;
  /** Of an area's heading: items and areas have ids of their own, which may be the same. */
  area(id: string): string;
  hrefOf(anchor: string): string;
}

/**
 * The links of the still picture. Inside the map's page an anchor reads like the address of a view: with JavaScript the
 * app opens the item there, also while it is only starting; without, the browser scrolls to the entry.
 */
export function listLinks(place: ListPlace): ListLinks {
  return place === 'beside'
    ? {
        place,
        item: (id) => id,
        area: (id) => `area-${id}`,
        hrefOf: (anchor) => `./${itemsPageName}#${encodeURIComponent(anchor)}`,
      }
    : {
        place,
        item: (id) => viewToParameters({ ...defaultView, item: id }).toString(),
        area: (id) => viewToParameters({ ...defaultView, filters: { district: [id] } }).toString(),
        hrefOf: (anchor) => `#${anchor}`,
      };
}
