// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultNotesSize } from '../model/decks/notes-size.ts';
import { testDataset } from '../testing/atlas.ts';
import { syncPreferences } from './preferences.ts';
import { createAtlasStore } from './store.ts';

beforeEach(() => window.localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const open = () => {
  const store = createAtlasStore(testDataset);
  const stop = syncPreferences(store);
  return { store, stop };
};

describe('preferences', () => {
  it('are kept for the next time', () => {
    const { store, stop } = open();
    expect(store.getState().letterShortcuts).toBe(true);
    store.getState().setLetterShortcuts(false);
    stop();
    expect(open().store.getState().letterShortcuts).toBe(false);
  });

  it('are kept each for itself: another window may have changed the others', () => {
    const [one, other] = [open(), open()];
    one.store.getState().resizeNotes(2);
    other.store.getState().setLetterShortcuts(false);
    const { notesSize, letterShortcuts } = open().store.getState();
    expect([notesSize, letterShortcuts]).toEqual([one.store.getState().notesSize, false]);
  });

  it.each(['{', '7', 'null', '{"notesSize":900}', '{"letterShortcuts":"yes"}'])(
    'are the usual ones after %s',
    (kept) => {
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      window.localStorage.setItem('atlas.preferences', kept);
      const { letterShortcuts, notesSize } = open().store.getState();
      expect([letterShortcuts, notesSize]).toEqual([true, defaultNotesSize]);
    },
  );

  it('hold for the page where the browser keeps nothing, and that is said', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(window.localStorage, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    const { store } = open();
    store.getState().setLetterShortcuts(false);
    expect(store.getState().letterShortcuts).toBe(false);
    expect(warn).toHaveBeenCalled();
  });
});
