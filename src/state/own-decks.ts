import { dictionary, titleIn } from '../i18n/index.ts';
import type { Dataset, Scene } from '../model/dataset.ts';
import type { DeckNotice } from '../model/decks/deck-file.ts';
import {
  copyOfDeck,
  freeId,
  lastChangedFirst,
  type OwnDeck,
  withChangedScene,
  withMovedScene,
  withoutScene,
  withScene,
} from '../model/decks/own-deck.ts';
import { type Aside, asideOf } from '../model/decks/stage.ts';
import { presentScene, presentSceneView } from './present-scene.ts';
import type { StageSetting } from './presenting.ts';

/** What was last done to the decks, told with a way back until dismissed. */
export type DeckChange =
  | { kind: 'scene-added'; deck: string; scene: string; page: number; newDeck: boolean }
  | { kind: 'scene-removed'; deck: string; scene: Scene; index: number }
  | { kind: 'deck-removed'; deck: OwnDeck }
  | { kind: 'deck-saved'; deck: string }
  /** The map shows a scene's view, to be changed there. */
  | { kind: 'adjusting'; deck: string; scene: string };

/** Whether the browser holds what is in the decks, and if not, why. */
export type DeckStorageStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'not-saved'; reason: 'full' | 'blocked' };

/** What the browser held and could not be read; its text, so that it can be given out. */
export interface UnreadDeck {
  id: string;
  text: string;
  reason: 'damaged' | 'newer-version';
}

/** A deck that a link brought, or that it brought none that can be read. */
export type LinkedDeck = { kind: 'deck'; deck: OwnDeck; notices: DeckNotice[] } | { kind: 'unreadable' };

/** What stands over the screen: the list of decks, or the editor of one. */
export type OpenDecks = { kind: 'list' } | { kind: 'editor'; deck: string; scene: string | null };

/** The part of the store that holds what is done with a person's own decks. */
export interface OwnDecks {
  openDecks: OpenDecks | null;
  deckChange: DeckChange | null;
  deckStorage: DeckStorageStatus;
  unreadDecks: readonly UnreadDeck[];
  linkedDeck: LinkedDeck | null;

  showDecks(open: OpenDecks | null): void;
  /** Makes a deck whose cover is the present view; returns its id. */
  newDeck(): string;
  /** Makes an own deck of any; returns its id, or null where there is no such deck. */
  copyDeck(id: string): string | null;
  /** Takes decks in, as from a file. */
  addDecks(decks: readonly OwnDeck[]): void;
  renameDeck(id: string, title: string): void;
  removeDeck(id: string): void;
  /** Makes a deck that came in a link the person's own. */
  keepDeck(id: string): void;
  /** Appends the present view to a deck, or to a new one. */
  addScene(deck: string | null): void;
  changeScene(deck: string, scene: string, part: Partial<Omit<Scene, 'id'>>): void;
  /** Makes the present view the scene's. */
  setSceneView(deck: string, scene: string): void;
  /** Leaves the editor and shows a scene's view on the map, to be changed there. */
  adjustScene(deck: string, scene: string): void;
  moveScene(deck: string, scene: string, to: number): void;
  /** Doubles a scene; returns the new one's id. */
  copyScene(deck: string, scene: string): string | null;
  removeScene(deck: string, scene: string): void;
  undoDeckChange(): void;
  dismissDeckChange(): void;
  /** What to do with the deck that a link brought. */
  answerLinkedDeck(answer: 'present' | 'keep' | 'ignore'): string | null;
}

/** The part of the state that own decks are about. */
type DeckSetting = StageSetting & OwnDecks & { undoable: readonly Aside[] };

/** Makes the part of the store for own decks. */
export function createOwnDecks(
  dataset: Dataset,
  set: (part: Partial<DeckSetting>) => void,
  get: () => DeckSetting,
): OwnDecks {
  const own = (id: string) => get().ownDecks.find((deck) => deck.id === id) as OwnDeck | undefined;
  const replace = (deck: OwnDeck) =>
    set({ ownDecks: lastChangedFirst([deck, ...get().ownDecks.filter(({ id }) => id !== deck.id)]) });
  // What is changed is the person's own, wherever it came from.
  const put = ({ origin: _, ...deck }: OwnDeck) => replace({ ...deck, updated: new Date().toISOString() });
  const change = (id: string, make: (deck: OwnDeck) => OwnDeck) => {
    const deck = own(id);
    if (deck) put(make(deck));
  };
  const texts = () => dictionary(get().view.language).decks;
  const freeTitle = () => {
    const taken = new Set(get().ownDecks.map(({ title }) => title));
    for (let number = 1; ; number += 1) {
      const title = texts().newTitle(number);
      if (!taken.has(title)) return title;
    }
  };
  const makeDeck = (scene: Scene): string => {
    const id = newDeckId();
    put({ id, title: freeTitle(), titleEn: '', scenes: [scene] });
    return id;
  };

  return {
    openDecks: null,
    deckChange: null,
    deckStorage: { kind: 'saved' },
    unreadDecks: [],
    linkedDeck: null,

    showDecks: (openDecks) => {
      // What was added or is being adjusted is in sight there; what was deleted can still be had back.
      const { deckChange } = get();
      const deleted = deckChange?.kind === 'scene-removed' || deckChange?.kind === 'deck-removed';
      set({ openDecks, deckChange: deleted || openDecks === null ? deckChange : null });
    },
    newDeck: () => makeDeck({ ...presentScene(get()), role: 'title' }),
    copyDeck: (id) => {
      const { deck: deckById, view } = get();
      const deck = deckById(id);
      if (!deck) return null;
      const copy = newDeckId();
      put(copyOfDeck(deck, copy, texts().copyTitle(titleIn(deck, view.language)), view.language));
      return copy;
    },
    addDecks: (decks) => set({ ownDecks: lastChangedFirst([...decks, ...get().ownDecks]) }),
    renameDeck: (id, title) => change(id, (deck) => ({ ...deck, title })),
    removeDeck: (id) => {
      const deck = own(id);
      if (!deck) return;
      set({
        ownDecks: get().ownDecks.filter((each) => each.id !== id),
        deckChange: { kind: 'deck-removed', deck },
      });
    },
    keepDeck: (id) => {
      change(id, (deck) => deck);
      set({ deckChange: { kind: 'deck-saved', deck: id } });
    },
    addScene: (id) => {
      const scene = presentScene(get());
      const deck = id === null ? undefined : own(id);
      if (deck) put(withScene(deck, scene, deck.scenes.length));
      const into = own(deck?.id ?? makeDeck(scene));
      const added = into?.scenes.at(-1);
      if (into && added)
        set({
          deckChange: {
            kind: 'scene-added',
            deck: into.id,
            scene: added.id,
            page: into.scenes.length,
            newDeck: !deck,
          },
        });
    },
    changeScene: (id, scene, part) => change(id, (deck) => withChangedScene(deck, scene, part)),
    setSceneView: (id, scene) => {
      const view = presentSceneView(get());
      change(id, (deck) => withChangedScene(deck, scene, { view }));
    },
    adjustScene: (id, sceneId) => {
      const scene = own(id)?.scenes.find((each) => each.id === sceneId);
      if (!scene) return;
      const { view, undoable } = get();
      const { filters, item, camera } = view;
      set({
        view: { ...view, ...asideOf(scene, dataset), shaded: scene.view.shaded },
        undoable: [...undoable, { filters, item, camera }],
        openDecks: null,
        deckChange: { kind: 'adjusting', deck: id, scene: sceneId },
      });
    },
    moveScene: (id, scene, to) => change(id, (deck) => withMovedScene(deck, scene, to)),
    copyScene: (id, sceneId) => {
      const index = own(id)?.scenes.findIndex((each) => each.id === sceneId) ?? -1;
      const scene = own(id)?.scenes[index];
      if (!scene) return null;
      change(id, (deck) => withScene(deck, scene, index + 1));
      return own(id)?.scenes[index + 1]?.id ?? null;
    },
    removeScene: (id, sceneId) => {
      const index = own(id)?.scenes.findIndex((each) => each.id === sceneId) ?? -1;
      const scene = own(id)?.scenes[index];
      if (!scene) return;
      change(id, (deck) => withoutScene(deck, sceneId));
      set({ deckChange: { kind: 'scene-removed', deck: id, scene, index } });
    },
    undoDeckChange: () => {
      const { deckChange } = get();
      set({ deckChange: null });
      if (deckChange?.kind === 'deck-removed') replace(deckChange.deck);
      else if (deckChange?.kind === 'scene-removed')
        change(deckChange.deck, (deck) => withScene(deck, deckChange.scene, deckChange.index));
      else if (deckChange?.kind === 'scene-added') {
        change(deckChange.deck, (deck) => withoutScene(deck, deckChange.scene));
        if (deckChange.newDeck && own(deckChange.deck)?.scenes.length === 0)
          set({ ownDecks: get().ownDecks.filter(({ id }) => id !== deckChange.deck) });
      }
    },
    dismissDeckChange: () => set({ deckChange: null }),
    answerLinkedDeck: (answer) => {
      const { linkedDeck } = get();
      set({ linkedDeck: null });
      if (linkedDeck?.kind !== 'deck' || answer === 'ignore') return null;
      const { deck } = linkedDeck;
      const id = freeId(deck.id, new Set(get().ownDecks.map((each) => each.id)));
      const taken: OwnDeck = { ...deck, id, origin: 'link' };
      replace(taken);
      if (answer === 'keep') get().keepDeck(id);
      return id;
    },
  };
}

/** An id for a new deck that no other tab or browser makes as well. */
function newDeckId(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `own-${high.toString(36)}${low.toString(36)}`;
}
