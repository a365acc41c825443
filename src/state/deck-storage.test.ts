// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeDeckFile } from '../model/decks/deck-file.ts';
import type { OwnDeck } from '../model/decks/own-deck.ts';
import { testDataset } from '../testing/atlas.ts';
import { keepDecks } from './deck-storage.ts';
import { type AtlasStore, createAtlasStore } from './store.ts';

const embedded = vi.hoisted(() => ({ text: null as string | null }));
vi.mock('./own-page.ts', () => ({ embeddedDecks: () => embedded.text }));

const deck = (id: string, part: Partial<OwnDeck> = {}): OwnDeck => ({
  id,
  title: id,
  titleEn: '',
  scenes: [],
  ...part,
});
const written = (decks: OwnDeck[]) => writeDeckFile(decks, testDataset, { compact: true });
const kept = (id: string) => window.localStorage.getItem(`atlas.deck.${id}`);
const titles = (store: AtlasStore) => store.getState().ownDecks.map(({ title }) => title);

const leave: (() => void)[] = [];
/** Opens the page, or another tab of it. */
function open(): AtlasStore {
  const store = createAtlasStore(testDataset);
  leave.push(keepDecks(store));
  return store;
}
/** What the browser tells the other tabs. */
function tell(key: string | null, newValue: string | null) {
  const event = new StorageEvent('storage', { key, newValue, storageArea: window.localStorage });
  window.dispatchEvent(event);
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  for (const each of leave.splice(0)) each();
  window.localStorage.clear();
  window.sessionStorage.clear();
  embedded.text = null;
  vi.useRealTimers();
});

describe('decks', () => {
  it('are kept a moment after a change, each under its own key, and come back', () => {
    const store = open();
    const id = store.getState().newDeck();
    expect(store.getState().deckStorage).toEqual({ kind: 'saving' });
    vi.advanceTimersByTime(300);
    expect(store.getState().deckStorage).toEqual({ kind: 'saved' });
    expect(kept(id)).toContain('report-atlas-decks');
    expect(open().getState().ownDecks).toEqual(store.getState().ownDecks);
    store.getState().removeDeck(id);
    vi.advanceTimersByTime(300);
    expect(kept(id)).toBeNull();
  });

  it('are kept at once when the page is left', () => {
    const id = open().getState().newDeck();
    window.dispatchEvent(new Event('pagehide'));
    expect(kept(id)).not.toBeNull();
  });

  it('that another tab changed come in, and that it deleted go', () => {
    const store = open();
    tell('atlas.deck.own-1', written([deck('own-1')]));
    expect(titles(store)).toEqual(['own-1']);
    tell('atlas.deck.own-1', written([deck('own-1', { title: '改' })]));
    expect(titles(store)).toEqual(['改']);
    tell('atlas.deck.own-1', null);
    tell('somebody else’s', '{');
    expect(titles(store)).toEqual([]);
    vi.advanceTimersByTime(300);
    // What came from there is not written again.
    expect(window.localStorage.length).toBe(0);
  });

  it('that were changed here are not lost by what another tab does to others', () => {
    const store = open();
    const id = store.getState().newDeck();
    tell('atlas.deck.own-1', written([deck('own-1')]));
    vi.advanceTimersByTime(300);
    expect(kept(id)).not.toBeNull();
    expect(titles(store)).toHaveLength(2);
    // Even the whole storage emptied.
    window.localStorage.clear();
    tell(null, null);
    expect(kept(id)).not.toBeNull();
  });

  it('that a link brought last as long as the tab, until they are kept', () => {
    const store = open();
    store.getState().addDecks([deck('own-1', { origin: 'link' })]);
    vi.advanceTimersByTime(300);
    expect(kept('own-1')).toBeNull();
    const again = open();
    expect(again.getState().ownDecks).toMatchObject([{ id: 'own-1', origin: 'link' }]);
    again.getState().keepDeck('own-1');
    vi.advanceTimersByTime(300);
    expect(kept('own-1')).not.toBeNull();
    expect(window.sessionStorage.length).toBe(0);
  });
});

describe('a storage that takes nothing', () => {
  const refuse = (error: Error) =>
    vi.spyOn(window.localStorage, 'setItem').mockImplementation(() => {
      throw error;
    });
  const leaving = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it.each([
    ['full', new DOMException('', 'QuotaExceededError')],
    ['blocked', new DOMException('', 'SecurityError')],
  ])('is told, with the deck still there and a warning before one leaves: %s', (reason, error) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const refusal = refuse(error);
    const store = open();
    const id = store.getState().newDeck();
    vi.advanceTimersByTime(300);
    expect(store.getState().deckStorage).toEqual({ kind: 'not-saved', reason });
    expect(titles(store)).toHaveLength(1);
    expect(leaving()).toBe(true);
    // As soon as there is room, the next change saves it all.
    refusal.mockRestore();
    store.getState().renameDeck(id, '又一名');
    vi.advanceTimersByTime(300);
    expect(store.getState().deckStorage).toEqual({ kind: 'saved' });
    expect(kept(id)).toContain('又一名');
    expect(leaving()).toBe(false);
  });
});

describe('what the browser kept and cannot be read', () => {
  it('is set aside with its text and told, and the rest is there', () => {
    window.localStorage.setItem('atlas.deck.own-1', '{"half');
    window.localStorage.setItem('atlas.deck.own-2', written([deck('own-2')]));
    const store = open();
    expect(titles(store)).toEqual(['own-2']);
    expect(store.getState().unreadDecks).toEqual([{ id: 'own-1', text: '{"half', reason: 'damaged' }]);
    expect(kept('damaged.own-1')).toBe('{"half');
    expect(kept('own-1')).toBeNull();
    // It is told once, and is no deck.
    expect(open().getState().unreadDecks).toEqual([]);
  });

  it('is left as it is where a newer version wrote it', () => {
    const text = written([deck('own-1')]).replace('"version":1', '"version":9');
    window.localStorage.setItem('atlas.deck.own-1', text);
    const store = open();
    expect(store.getState().unreadDecks).toMatchObject([{ id: 'own-1', reason: 'newer-version' }]);
    store.getState().newDeck();
    vi.advanceTimersByTime(300);
    expect(kept('own-1')).toBe(text);
  });
});

describe('decks inside the page', () => {
  it('come in marked, and are kept only once they are changed', () => {
    embedded.text = written([deck('own-1')]);
    const store = open();
    expect(store.getState().ownDecks).toMatchObject([{ id: 'own-1', origin: 'single-file' }]);
    store.getState().newDeck();
    vi.advanceTimersByTime(300);
    expect(kept('own-1')).toBeNull();
    store.getState().renameDeck('own-1', '改');
    vi.advanceTimersByTime(300);
    expect(
      open()
        .getState()
        .ownDecks.filter(({ id }) => /^own-1(-|$)/u.test(id)),
    ).toMatchObject([{ title: '改' }]);
  });

  it('write over nothing: one that is newer than what is kept stands beside it', () => {
    const [older, newer] = ['2022-01-08T00:00:00Z', '2022-02-09T00:00:00Z'];
    window.localStorage.setItem('atlas.deck.own-1', written([deck('own-1', { updated: older })]));
    embedded.text = written([deck('own-1', { title: '新', updated: newer })]);
    expect(
      open()
        .getState()
        .ownDecks.map(({ id, title }) => [id, title]),
    ).toEqual([
      ['own-1-2', '新'],
      ['own-1', 'own-1'],
    ]);
  });

  it('that cannot be read are reported, and nothing else is lost', () => {
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    embedded.text = '{';
    window.localStorage.setItem('atlas.deck.own-2', written([deck('own-2')]));
    expect(titles(open())).toEqual(['own-2']);
    expect(reported).toHaveBeenCalledOnce();
  });
});
