import type { StagePosition } from '../model/view.ts';
import type { AtlasStore } from './store.ts';

/** Where this tab was last on stage: a presentation that was left is resumed from there. */
const key = 'atlas.last-stage';

/** Keeps where one is on stage, from now on; without storage it cannot be resumed after a reload, and nothing else is lost. */
export function keepLastStage(store: AtlasStore): () => void {
  return store.subscribe(({ view: { stage } }, { view: { stage: before } }) => {
    if (stage && stage !== before) write(stage);
  });
}

/** Where a presentation can be resumed: the last deck and scene of this tab, if they are still there; else null. */
export function lastStage(store: AtlasStore): StagePosition | null {
  const kept = read();
  if (!kept) return null;
  const { deck: id, index } = kept;
  const deck = store.getState().deck(id);
  return deck?.scenes[index] ? { deck: id, index } : null;
}

function read(): StagePosition | null {
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { deck, index } = value as Partial<StagePosition>;
    return typeof deck === 'string' && Number.isInteger(index) ? { deck, index: Number(index) } : null;
  } catch (error) {
    console.warn('Where the presentation was left could not be read.', error);
    return null;
  }
}

function write(stage: StagePosition): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(stage));
  } catch (error) {
    console.warn('Where the presentation stands could not be kept; it cannot be resumed.', error);
  }
}
