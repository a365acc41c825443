import type { StagePosition } from '../../model/view.ts';
import type { AtlasStore } from '../../state/index.ts';

/** Puts a deck on stage, in full screen where the browser grants it: a frame or a phone may not, and the stage fills the window all the same. */
export function startPresenting(store: AtlasStore, stage: StagePosition): void {
  store.getState().present(stage);
  if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => undefined);
}
