import type { Dataset, Deck, Item } from '../../model/dataset.ts';
import { shownView } from '../../model/decks/stage.ts';
import { filterItems } from '../../model/facets.ts';
import { type Grouping, groupItems, listOrder } from '../../model/grouping.ts';
import type { View } from '../../model/view.ts';

/** What a view lists, in the order of the list: the map groups its marks by it. */
export function listedItems({ filters }: View, grouping: Grouping, dataset: Dataset): Item[] {
  return listOrder(groupItems(filterItems(dataset.items, filters), grouping, dataset.city));
}

/** What each scene of a deck shows, in the language of a view. */
export function sceneViews(deck: Deck, view: View, dataset: Dataset): View[] {
  return deck.scenes.map((scene, index) =>
    shownView({ ...view, stage: { deck: deck.id, index } }, scene, null, dataset),
  );
}
