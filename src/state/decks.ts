import { deckWords } from '../i18n/deck-words.ts';
import type { Dataset, Deck } from '../model/dataset.ts';
import { filterDeckId, generatedDeck } from '../model/decks/generated.ts';
import type { Filters } from '../model/facets.ts';

/**
 * Finds decks: the reports', a person's own, and those made of the data, each of which is made once.
 * Returns a function of an id, the person's own decks and what the filters choose.
 */
export function deckFinder(dataset: Dataset) {
  const made = new Map<string, Deck | undefined>();
  let ofFilters: { filters: Filters; deck: Deck | undefined } | null = null;
  return (id: string, own: readonly Deck[], filters: Filters): Deck | undefined => {
    const shipped = [...dataset.decks, ...own].find((deck) => deck.id === id);
    if (shipped) return shipped;
    if (id === filterDeckId) {
      if (ofFilters?.filters !== filters)
        ofFilters = { filters, deck: generatedDeck(id, dataset, filters, deckWords(dataset)) };
      return ofFilters.deck;
    }
    if (!made.has(id)) made.set(id, generatedDeck(id, dataset, {}, deckWords(dataset)));
    return made.get(id);
  };
}
