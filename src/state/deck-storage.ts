import type { Dataset } from '../model/dataset.ts';
import { readDeckFile, writeDeckFile } from '../model/decks/deck-file.ts';
import { lastChangedFirst, type OwnDeck } from '../model/decks/own-deck.ts';
import type { UnreadDeck } from './own-decks.ts';
import { embeddedDecks } from './own-page.ts';
import type { AtlasStore } from './store.ts';

/** One key for each deck, so that two tabs write over nothing of each other's. No id holds a dot. */
const keyPrefix = 'atlas.deck.';
/** What could not be read is set aside under this. */
const damagedPrefix = 'atlas.deck.damaged.';

/** Changes are written after this pause, in milliseconds, and when the page is left. */
const pause = 250;

/**
 * Brings in the decks that the browser keeps and those that came inside the page, keeps every change from then on, and
 * follows other tabs. Where nothing can be kept, the store says so and the decks last as long as the page. To be called
 * before the address is read, which may name one of them.
 */
export function keepDecks(store: AtlasStore): () => void {
  const { dataset } = store.getState();
  /** By id, the decks as the storage holds them. */
  const kept = new Map<string, OwnDeck>();
  const unread: UnreadDeck[] = [];
  for (const [id, text, storage] of readStorages()) {
    const read = deckOfEntry(id, text, dataset);
    if ('deck' in read) kept.set(id, storage === 'session' ? { ...read.deck, origin: 'link' } : read.deck);
    else unread.push({ id, text, reason: read.reason });
  }
  for (const { id, text, reason } of unread) if (reason === 'damaged') setAside(id, text);
  const inside = withinPage(dataset, kept);
  store.getState().setOwnDecks(lastChangedFirst([...kept.values(), ...inside]));
  if (unread.length > 0) store.setState({ unreadDecks: unread });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const unwritten = () => {
    const decks: readonly OwnDeck[] = store.getState().ownDecks;
    const now = new Map(
      decks.filter(({ origin }) => origin !== 'single-file').map((each) => [each.id, each]),
    );
    return {
      changed: [...now.values()].filter((deck) => kept.get(deck.id) !== deck),
      removed: [...kept.keys()].filter((id) => !now.has(id)),
    };
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const { changed, removed } = unwritten();
    if (changed.length + removed.length === 0) return;
    try {
      for (const id of removed) {
        window.localStorage.removeItem(keyPrefix + id);
        window.sessionStorage.removeItem(keyPrefix + id);
        kept.delete(id);
      }
      for (const deck of changed) {
        writeEntry(deck, dataset);
        kept.set(deck.id, deck);
      }
      store.setState({ deckStorage: { kind: 'saved' } });
    } catch (error) {
      // What is not written stays unwritten, and is tried again with the next change.
      console.warn(
        'A presentation could not be kept in this browser; it lasts until the page is closed.',
        error,
      );
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      store.setState({ deckStorage: { kind: 'not-saved', reason: full ? 'full' : 'blocked' } });
    }
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.ownDecks === previous.ownDecks) return;
    const { changed, removed } = unwritten();
    if (changed.length + removed.length === 0) return;
    if (state.deckStorage.kind === 'saved') store.setState({ deckStorage: { kind: 'saving' } });
    timer ??= setTimeout(flush, pause);
  });

  const onStorage = (event: StorageEvent) => {
    if (event.storageArea !== window.localStorage) return;
    // Another tab emptied the whole storage: what stands here is written again.
    if (event.key === null) {
      kept.clear();
      flush();
      return;
    }
    const id = idOfKey(event.key);
    if (id === null) return;
    const decks: readonly OwnDeck[] = store.getState().ownDecks;
    const others = decks.filter((deck) => deck.id !== id);
    // Changed here as well, a moment ago: then this tab's change is written over it.
    if (unwritten().changed.some((deck) => deck.id === id)) return;
    const read = event.newValue === null ? null : deckOfEntry(id, event.newValue, dataset);
    if (read === null) kept.delete(id);
    else if ('deck' in read) kept.set(id, read.deck);
    else return;
    store.getState().setOwnDecks(lastChangedFirst(read === null ? others : [...others, read.deck]));
  };
  const onVisibility = () => document.visibilityState === 'hidden' && flush();
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    flush();
    if (store.getState().deckStorage.kind === 'not-saved') event.preventDefault();
  };
  window.addEventListener('storage', onStorage);
  window.addEventListener('pagehide', flush);
  window.addEventListener('beforeunload', onBeforeUnload);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    flush();
    unsubscribe();
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('pagehide', flush);
    window.removeEventListener('beforeunload', onBeforeUnload);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

/** Decks that were kept, by id: for good, or, as a link brought them, for this tab. */
function readStorages(): [id: string, text: string, storage: 'local' | 'session'][] {
  try {
    return [
      ...entriesOf(window.sessionStorage).map(([id, text]): [string, string, 'session'] => [
        id,
        text,
        'session',
      ]),
      // After those, so that a deck made one's own comes from here.
      ...entriesOf(window.localStorage).map(([id, text]): [string, string, 'local'] => [id, text, 'local']),
    ];
  } catch (error) {
    console.warn('This browser lets no presentations be kept.', error);
    return [];
  }
}

function entriesOf(storage: Storage): [id: string, text: string][] {
  return Object.keys(storage).flatMap((key): [string, string][] => {
    const id = idOfKey(key);
    const text = id === null ? null : storage.getItem(key);
    return id === null || text === null ? [] : [[id, text]];
  });
}

function idOfKey(key: string): string | null {
  const id = key.startsWith(keyPrefix) ? key.slice(keyPrefix.length) : '';
  return id === '' || id.includes('.') ? null : id;
}

/** The deck of an entry, or why there is none in it. */
function deckOfEntry(
  id: string,
  text: string,
  dataset: Dataset,
): { deck: OwnDeck } | Pick<UnreadDeck, 'reason'> {
  const read = readDeckFile(text, dataset);
  const [deck] = read.ok ? read.decks : [];
  if (deck) return { deck: { ...deck, id } };
  const newer = !read.ok && read.reason === 'newer-version';
  return { reason: newer ? 'newer-version' : 'damaged' };
}

function writeEntry(deck: OwnDeck, dataset: Dataset): void {
  const text = writeDeckFile([deck], dataset, { compact: true });
  if (deck.origin === 'link') {
    window.sessionStorage.setItem(keyPrefix + deck.id, text);
  } else {
    window.localStorage.setItem(keyPrefix + deck.id, text);
    window.sessionStorage.removeItem(keyPrefix + deck.id);
  }
}

function setAside(id: string, text: string): void {
  try {
    window.localStorage.setItem(damagedPrefix + id, text);
    window.localStorage.removeItem(keyPrefix + id);
    window.sessionStorage.removeItem(keyPrefix + id);
  } catch (error) {
    console.warn(`The damaged presentation ${id} stays where it is: it could not be set aside.`, error);
  }
}

/** The decks inside the page. One that was changed in this browser since is that; what is newer here stands beside it. */
function withinPage(dataset: Dataset, kept: ReadonlyMap<string, OwnDeck>): OwnDeck[] {
  const text = embeddedDecks();
  if (text === null) return [];
  const read = readDeckFile(text, dataset);
  if (!read.ok) {
    console.error(`The presentations inside this page cannot be read (${read.reason}): ${read.detail}`);
    return [];
  }
  const newer = read.decks.filter(({ id, updated = '' }) => {
    const own = kept.get(id);
    return !own || (own.updated ?? '') < updated;
  });
  const named = readDeckFile(writeDeckFile(newer, dataset), dataset, [...kept.values()]);
  return named.ok ? named.decks.map((deck) => ({ ...deck, origin: 'single-file' })) : [];
}
