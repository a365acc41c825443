import type { Deck, Scene } from '../dataset.ts';
import type { Language } from '../view.ts';

/** Where a deck came from that nobody has kept yet: inside the page, or in a link. */
export type DeckOrigin = 'single-file' | 'link';

/** A deck of the person's own 我的演示. */
export interface OwnDeck extends Deck {
  /** When it was last changed, as an ISO time. */
  updated?: string;
  /** It came with the page or a link; a change makes it the person's own. */
  origin?: DeckOrigin;
}

/** The first of `id`, `id-2`, `id-3` … that is not taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Own decks, the last changed first; what was never changed stands at the end, in its order. */
export function lastChangedFirst(decks: readonly OwnDeck[]): OwnDeck[] {
  return decks.toSorted((a, b) => (b.updated ?? '').localeCompare(a.updated ?? ''));
}

/** A copy of a deck in one language, under another id and title; scenes keep their ids. */
export function copyOfDeck(deck: Deck, id: string, title: string, language: Language): OwnDeck {
  const inOne = (own: string, english: string) => (language === 'en' && english ? english : own);
  const scenes = deck.scenes.map((scene) => ({
    ...scene,
    title: inOne(scene.title, scene.titleEn),
    titleEn: '',
    text: inOne(scene.text, scene.textEn),
    textEn: '',
    notes: inOne(scene.notes, scene.notesEn),
    notesEn: '',
  }));
  return { id, title, titleEn: '', scenes };
}

/** The deck with a scene put in at a place, counted from 0; its id is made the deck's only one of that name. */
export function withScene<D extends Deck>(deck: D, scene: Scene, index: number): D {
  const id = freeId(scene.id, new Set(deck.scenes.map((each) => each.id)));
  return { ...deck, scenes: deck.scenes.toSpliced(index, 0, { ...scene, id }) };
}

/** The deck without a scene. */
export function withoutScene<D extends Deck>(deck: D, scene: string): D {
  return { ...deck, scenes: deck.scenes.filter(({ id }) => id !== scene) };
}

/** The deck with parts of a scene replaced. */
export function withChangedScene<D extends Deck>(
  deck: D,
  scene: string,
  part: Partial<Omit<Scene, 'id'>>,
): D {
  return { ...deck, scenes: deck.scenes.map((each) => (each.id === scene ? { ...each, ...part } : each)) };
}

/** The deck with a scene moved to a place, counted from 0; beyond either end it comes to stand there. */
export function withMovedScene<D extends Deck>(deck: D, scene: string, to: number): D {
  const from = deck.scenes.findIndex(({ id }) => id === scene);
  const moved = deck.scenes[from];
  if (!moved) return deck;
  const rest = deck.scenes.toSpliced(from, 1);
  return { ...deck, scenes: rest.toSpliced(Math.min(Math.max(to, 0), rest.length), 0, moved) };
}
