import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measuredScenes } from '../model/decks/scene-times.ts';
import { testDataset, testDeck } from '../testing/atlas.ts';
import { followRehearsal } from './speaking.ts';
import { createAtlasStore } from './store.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const own = { ...testDeck, id: 'own-1' };

/** A rehearsal of a deck: three seconds on the first scene, five on the second, and then its end. */
function rehearse(deck: string) {
  const store = createAtlasStore(testDataset);
  followRehearsal(store);
  store.getState().setOwnDecks([own]);
  store.getState().present({ deck, index: 1 });
  store.getState().startRehearsal();
  vi.advanceTimersByTime(3_000);
  store.getState().step(1);
  store.getState().select('plant');
  vi.advanceTimersByTime(5_000);
  store.getState().endPresentation();
  vi.advanceTimersByTime(60_000);
  return store;
}

describe('a rehearsal', () => {
  it('begins at the first scene with its notes, and ends with the presentation', () => {
    const { rehearsal, notesShown } = rehearse('tour').getState();
    expect([rehearsal?.finished, notesShown]).toEqual([true, true]);
    const measured = measuredScenes(testDeck, rehearsal?.times.gathered ?? new Map());
    expect(measured.map(({ seconds }) => seconds)).toEqual([3, 5, null]);
  });

  it('can give its times to an own deck', () => {
    const store = rehearse('own-1');
    store.getState().keepRehearsedTimes();
    expect(store.getState().ownDecks[0]?.scenes.map(({ seconds }) => seconds)).toEqual([3, 5, null]);
    store.getState().dismissRehearsal();
    expect(store.getState().rehearsal).toBeNull();
  });

  it('leaves a shipped deck as it is', () => {
    const store = rehearse('tour');
    store.getState().keepRehearsedTimes();
    expect(store.getState().deck('tour')).toBe(testDeck);
    expect(store.getState().ownDecks).toEqual([own]);
  });

  it('is over when another deck comes on stage', () => {
    const store = createAtlasStore(testDataset);
    followRehearsal(store);
    store.getState().setOwnDecks([own]);
    store.getState().startRehearsal();
    expect(store.getState().rehearsal).toBeNull();
    store.getState().present({ deck: 'tour', index: 0 });
    store.getState().startRehearsal();
    store.getState().present({ deck: 'own-1', index: 0 });
    expect(store.getState().rehearsal?.finished).toBe(true);
  });
});
