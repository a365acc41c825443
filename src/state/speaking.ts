import type { StoreApi } from 'zustand/vanilla';
import type { Deck } from '../model/dataset.ts';
import { defaultNotesSize, stepNotesSize } from '../model/decks/notes-size.ts';
import {
  measuredDurations,
  measuredScenes,
  noTimes,
  type SceneTimes,
  turnTo,
} from '../model/decks/scene-times.ts';
import { onStage, type StageSetting } from './presenting.ts';

/** A deck that is spoken through for its times. */
export interface Rehearsal {
  deck: Deck;
  times: SceneTimes;
  /** It is over, and what it measured is on show. */
  finished: boolean;
}

/** What helps the one who speaks: notes on the stage's own screen, and the rehearsal. */
export interface Speaking {
  /** The notes stand below the picture. */
  notesShown: boolean;
  /** The size of the notes, in rem. */
  notesSize: number;
  rehearsal: Rehearsal | null;
  /** Full screen was left for the presenter's window, which is not the end of the presentation. */
  outOfFullscreen: boolean;

  showNotes(shown: boolean): void;
  /** Notes some steps larger or smaller. */
  resizeNotes(steps: number): void;
  /** Begins at the first scene of the deck on stage, with its notes. */
  startRehearsal(): void;
  finishRehearsal(): void;
  /** Makes the measured times the durations of the person's own deck; a report's deck stays as it is. */
  keepRehearsedTimes(): void;
  dismissRehearsal(): void;
  setOutOfFullscreen(outOfFullscreen: boolean): void;
}

/** What the one who speaks needs of the rest of the state. */
interface SpeakingSetting extends StageSetting, Speaking {
  changeScene(deck: string, scene: string, part: { seconds: number }): void;
}

/** The part of the store for the one who speaks. */
export function createSpeaking(set: (part: Partial<Speaking>) => void, get: () => SpeakingSetting): Speaking {
  return {
    notesShown: false,
    notesSize: defaultNotesSize,
    rehearsal: null,
    outOfFullscreen: false,
    showNotes: (notesShown) => set({ notesShown }),
    resizeNotes: (steps) => set({ notesSize: stepNotesSize(get().notesSize, steps) }),
    startRehearsal: () => {
      get().jumpTo(0);
      const stage = onStage(get());
      if (!stage) return;
      const times = turnTo(noTimes, stage.scene.id, Date.now());
      set({ rehearsal: { deck: stage.deck, times, finished: false }, notesShown: true });
    },
    finishRehearsal: () => {
      const { rehearsal } = get();
      if (!rehearsal || rehearsal.finished) return;
      set({ rehearsal: { ...rehearsal, times: turnTo(rehearsal.times, null, Date.now()), finished: true } });
    },
    keepRehearsedTimes: () => {
      const { rehearsal, changeScene } = get();
      if (!rehearsal) return;
      const { id: deck } = rehearsal.deck;
      const measured = measuredScenes(rehearsal.deck, rehearsal.times.gathered);
      for (const { id, seconds } of measuredDurations(measured)) changeScene(deck, id, { seconds });
    },
    dismissRehearsal: () => set({ rehearsal: null }),
    setOutOfFullscreen: (outOfFullscreen) => set({ outOfFullscreen }),
  };
}

/** Measures the scenes of a rehearsal as they are turned. One that leaves the stage, or turns to another deck, is over. */
export function followRehearsal(store: StoreApi<StageSetting & Speaking>): () => void {
  return store.subscribe((state, previous) => {
    const { rehearsal, view } = state;
    if (!rehearsal || rehearsal.finished || view.stage === previous.view.stage) return;
    const stage = onStage(state);
    if (stage?.deck.id !== rehearsal.deck.id) state.finishRehearsal();
    else {
      const times = turnTo(rehearsal.times, stage.scene.id, Date.now());
      if (times !== rehearsal.times) store.setState({ rehearsal: { ...rehearsal, times } });
    }
  });
}
