import { describe, expect, it } from 'vitest';
import { testDeck } from '../../testing/atlas.ts';
import type { Scene } from '../dataset.ts';
import {
  copyOfDeck,
  freeId,
  lastChangedFirst,
  withChangedScene,
  withMovedScene,
  withoutScene,
  withScene,
} from './own-deck.ts';

const ids = (deck: { scenes: readonly Scene[] }) => deck.scenes.map(({ id }) => id);
const [first] = testDeck.scenes;
if (!first) throw new Error('The test deck has no scene.');

describe('a deck that is edited', () => {
  it('takes a scene in anywhere, under an id of its own', () => {
    expect(ids(withScene(testDeck, first, 1))).toEqual(['whole', 'whole-2', 'east', 'close']);
    expect(ids(withScene(testDeck, { ...first, id: 'new' }, 3))).toEqual(['whole', 'east', 'close', 'new']);
  });

  it('loses and changes the scene that is meant, and no other', () => {
    expect(ids(withoutScene(testDeck, 'east'))).toEqual(['whole', 'close']);
    const changed = withChangedScene(testDeck, 'east', { title: '东' });
    expect(changed.scenes.map(({ title }) => title)).toEqual(['whole', '东', 'close']);
  });

  it.each([
    [0, ['close', 'whole', 'east']],
    [1, ['whole', 'close', 'east']],
    [9, ['whole', 'east', 'close']],
    [-9, ['close', 'whole', 'east']],
  ])('has its last scene moved to %i, and never beyond an end', (to, order) => {
    expect(ids(withMovedScene(testDeck, 'close', to))).toEqual(order);
  });

  it('stays as it is when a scene is moved that it has not', () => {
    expect(withMovedScene(testDeck, 'gone', 0)).toBe(testDeck);
  });
});

describe('a copy of a deck', () => {
  it('has one language: the person’s', () => {
    const english = copyOfDeck(testDeck, 'own-1', 'Mine', 'en');
    expect(english).toMatchObject({ id: 'own-1', title: 'Mine', titleEn: '' });
    expect(english.scenes[0]).toMatchObject({ text: 'Text', textEn: '', view: first.view });
    expect(copyOfDeck(testDeck, 'own-1', 'x', 'zh').scenes[0]).toMatchObject({ text: '文', textEn: '' });
  });
});

describe('own decks', () => {
  it('get the first id that is free', () => {
    expect(freeId('a', new Set())).toBe('a');
    expect(freeId('a', new Set(['a', 'a-2', 'a-4']))).toBe('a-3');
  });

  it('stand with the last changed first', () => {
    const decks = [undefined, '2022-01-08T00:00:00Z', '2022-02-09T00:00:00Z'].map((updated, index) => ({
      ...testDeck,
      id: `own-${index}`,
      ...(updated && { updated }),
    }));
    expect(lastChangedFirst(decks).map(({ id }) => id)).toEqual(['own-2', 'own-1', 'own-0']);
  });
});
