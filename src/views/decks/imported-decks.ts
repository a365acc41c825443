import type { Dictionary } from '../../i18n/index.ts';
import type { Dataset } from '../../model/dataset.ts';
import { readDeckFile } from '../../model/decks/deck-file.ts';
import type { OwnDeck } from '../../model/decks/own-deck.ts';

/** What is told of something that was done, or that failed, line by line. */
export interface Told {
  failed: boolean;
  lines: string[];
}

/** So many parts that were left out are named. */
const mostNamed = 5;

/** The decks of a file and what is to be said of them; none, and why, where it is refused. A null text is too large. */
export function importedDecks(
  name: string,
  text: string | null,
  dataset: Dataset,
  ownDecks: readonly OwnDeck[],
  t: Dictionary,
): { decks: OwnDeck[]; told: Told } {
  const read =
    text === null
      ? ({ ok: false, reason: 'too-large', detail: '' } as const)
      : readDeckFile(text, dataset, ownDecks);
  if (!read.ok) {
    const why = t.decks.refusals[read.reason](read.detail);
    return { decks: [], told: { failed: true, lines: [t.decks.refused(name, why)] } };
  }
  const leftOut = read.notices.map(({ deck, scene, kind, what }) =>
    t.decks.leftOut(deck, scene, t.decks.leftOutParts[kind](what)),
  );
  const more = leftOut.length > mostNamed ? ['…'] : [];
  return {
    decks: read.decks,
    told: {
      failed: false,
      lines: [t.decks.imported(read.decks.length), ...new Set(leftOut.slice(0, mostNamed)), ...more],
    },
  };
}
