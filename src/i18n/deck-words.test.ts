import { describe, expect, it } from 'vitest';
import { filterDeckId, generatedDeck, generatedDeckIds } from '../model/decks/generated.ts';
import { asideOf } from '../model/decks/stage.ts';
import { filterItems } from '../model/facets.ts';
import { testDataset } from '../testing/atlas.ts';
import { deckWords } from './deck-words.ts';

const words = deckWords(testDataset);
const make = (id: string, filters = {}) => {
  const deck = generatedDeck(id, testDataset, filters, words);
  if (!deck) throw new Error(`no deck ${id}`);
  return deck;
};
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).toSorted();

describe('a deck made of the data', () => {
  const decks = generatedDeckIds(testDataset).map((id) => make(id));

  it('begins with a cover and ends with a closing scene', () => {
    for (const { scenes } of decks) {
      expect(scenes[0]?.role).toBe('title');
      expect(scenes.at(-1)?.role).toBe('closing');
    }
  });

  it('has words in both languages and scenes that can be told apart', () => {
    for (const deck of decks) {
      expect(new Set(deck.scenes.map(({ id }) => id)).size).toBe(deck.scenes.length);
      for (const { title, titleEn, text, textEn } of deck.scenes)
        for (const words of [title, titleEn, text, textEn]) expect(words).not.toMatch(/undefined|^$/u);
    }
  });

  it('shows every item of its subject, and no other', () => {
    for (const { scenes } of decks) {
      const shown = scenes.map((scene) =>
        filterItems(testDataset.items, asideOf(scene, testDataset).filters),
      );
      const [all = [], ...parts] = shown;
      expect(ids([...new Set(parts.slice(0, -1).flat())])).toEqual(ids(all));
    }
  });

  it('gives the report’s own words', () => {
    const quoted = decks.flatMap(({ scenes }) => scenes.flatMap(({ quote }) => (quote ? [quote] : [])));
    expect(quoted.length).toBeGreaterThan(0);
    for (const { report, paragraph, start, end } of quoted) {
      const text = testDataset.reports
        .find(({ id }) => id === report)
        ?.paragraphs.find(({ id }) => id === paragraph)?.text;
      expect(text?.slice(start, end)).toHaveLength(end - start);
    }
  });

  it('is named by what the filters choose', () => {
    expect(make(filterDeckId).title).toBe('全部事项');
    expect(make(filterDeckId, { district: ['east'], sector: ['transport'] }).title).toContain('交通');
    expect(make(filterDeckId, { sector: ['transport'] }).scenes.map(({ view }) => view.item)).toEqual([
      null,
      ...filterItems(testDataset.items, { sector: ['transport'] }).map(({ id }) => id),
      null,
    ]);
  });

  it('is not made of what is no area and no sector', () => {
    for (const id of ['district-moon', 'sector-toString', 'other', ''])
      expect(generatedDeck(id, testDataset, {}, words)).toBeUndefined();
  });
});
