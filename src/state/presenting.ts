import type { Dataset, Deck, Scene } from '../model/dataset.ts';
import { type Aside, asideOf, shownView, stepStage } from '../model/decks/stage.ts';
import type { Filters } from '../model/facets.ts';
import type { Autoplay, StagePosition, View } from '../model/view.ts';
import { deckFinder } from './decks.ts';

/** What is on stage, and what is too fleeting to be in the view. */
export interface Presenting {
  /** What one looks at beside the scene, off the script; null for the scene itself. */
  aside: Aside | null;
  /** The picture is dark, so that people look at the speaker. */
  black: boolean;
  /** The person's own decks, as this browser keeps them. */
  ownDecks: readonly Deck[];

  /** The deck of an id: a report's, an own one, or one made of the data and, without other `filters`, the view's. */
  deck(id: string, filters?: Filters): Deck | undefined;
  present(stage: StagePosition): void;
  /** Some scenes further on, from wherever one looks; past the end it stays at the end. */
  step(steps: number): void;
  jumpTo(index: number): void;
  /** Back from what one looked at beside the scene. */
  returnToScene(): void;
  setBlack(black: boolean): void;
  setAutoplay(autoplay: Autoplay | null): void;
  /** Back to exactly where one was: the view under the scene was never touched. */
  endPresentation(): void;
  setOwnDecks(decks: readonly Deck[]): void;
}

/** The part of the state that presenting is about. */
export interface StageSetting extends Presenting {
  dataset: Dataset;
  view: View;
  hovered: string | null;
}

/** The deck and the scene on stage; null while nothing is presented. */
export interface OnStage {
  deck: Deck;
  scene: Scene;
  index: number;
}

/** What a state has on stage. */
export function onStage({ view, deck: deckById }: Pick<StageSetting, 'view' | 'deck'>): OnStage | null {
  const deck = view.stage ? deckById(view.stage.deck) : undefined;
  const scene = view.stage ? deck?.scenes[view.stage.index] : undefined;
  return view.stage && deck && scene ? { deck, scene, index: view.stage.index } : null;
}

/** What a state shows: the view, or the scene, or what one looks at beside it. */
export function shownIn(state: StageSetting): View {
  return shownView(state.view, onStage(state)?.scene ?? null, state.aside, state.dataset);
}

/** What filters, selection and camera are changed from: beside the scene while presenting, else in the view. */
export function currentAside(state: StageSetting): Aside {
  const stage = onStage(state);
  return stage ? (state.aside ?? asideOf(stage.scene, state.dataset)) : state.view;
}

/** The part of the store that presents. */
export function createPresenting(
  dataset: Dataset,
  set: (part: Partial<StageSetting>) => void,
  get: () => StageSetting,
): Presenting {
  const find = deckFinder(dataset);
  // Every scene begins as itself, in the light.
  const stand = (stage: StagePosition | null, rest: Partial<View> = {}) =>
    set({ view: { ...get().view, stage, ...rest }, aside: null, black: false, hovered: null });
  const go = (index: (now: number) => number) => {
    const { stage } = get().view;
    const deck = stage && get().deck(stage.deck);
    if (stage && deck) stand(stepStage(deck, { ...stage, index: 0 }, index(stage.index)));
  };
  return {
    aside: null,
    black: false,
    ownDecks: [],
    deck: (id, filters = get().view.filters) => find(id, get().ownDecks, filters),
    present: (stage) => stand(stage),
    step: (steps) => go((now) => now + steps),
    jumpTo: (index) => go(() => index),
    returnToScene: () => set({ aside: null }),
    setBlack: (black) => set({ black }),
    setAutoplay: (autoplay) => set({ view: { ...get().view, autoplay } }),
    endPresentation: () => stand(null, { autoplay: null }),
    setOwnDecks: (ownDecks) => set({ ownDecks }),
  };
}
