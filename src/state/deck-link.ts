import type { Dataset, Deck } from '../model/dataset.ts';
import { longestLink, packText, unpackText } from '../model/decks/deck-code.ts';
import { readDeckFile, writeDeckFile } from '../model/decks/deck-file.ts';
import { defaultView, type View } from '../model/view.ts';
import { deckParameter } from '../model/view-url.ts';
import { currentLink } from './address.ts';
import type { AtlasStore } from './store.ts';

/** The link that carries a whole deck, in the person's language; null where it would be too long for a link. */
export async function deckLink(deck: Deck, { language }: View, dataset: Dataset): Promise<string | null> {
  const code = await packText(writeDeckFile([deck], dataset, { compact: true }));
  const page = new URL(currentLink({ ...defaultView, language }));
  const fragment = page.hash.length > 1 ? `${page.hash}&` : '#';
  page.hash = `${fragment}${deckParameter}=${code}`;
  return page.href.length > longestLink ? null : page.href;
}

/**
 * Takes a deck out of the address, at the start and when another link is opened in the same page, and puts it before the
 * person. The address is left without it.
 */
export function receiveDeckLinks(store: AtlasStore): () => void {
  const receive = () => {
    const code = takeCode();
    if (code === null) return;
    readCode(code, store).catch((error: unknown) => {
      console.warn('The link holds no presentation that can be read.', error);
      store.setState({ linkedDeck: { kind: 'unreadable' } });
    });
  };
  receive();
  window.addEventListener('hashchange', receive);
  return () => window.removeEventListener('hashchange', receive);
}

async function readCode(code: string, store: AtlasStore): Promise<void> {
  const { dataset, ownDecks } = store.getState();
  const read = readDeckFile(await unpackText(code), dataset, ownDecks);
  const [deck] = read.ok ? read.decks : [];
  if (!read.ok) throw new Error(`${read.reason} ${read.detail}`);
  if (!deck) throw new Error('It holds no deck.');
  store.setState({ linkedDeck: { kind: 'deck', deck, notices: read.notices } });
}

/** The code in the address, which is left without it; null where there is none. */
function takeCode(): string | null {
  const { hash, pathname, search, protocol } = window.location;
  const parameters = new URLSearchParams(hash.slice(1));
  const code = parameters.get(deckParameter);
  if (code === null) return null;
  parameters.delete(deckParameter);
  const rest = parameters.size > 0 ? `#${parameters}` : '';
  // From a disk only the fragment may change.
  window.history.replaceState(null, '', protocol === 'file:' ? rest || '#' : `${pathname}${search}${rest}`);
  return code;
}
