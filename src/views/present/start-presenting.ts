import type { StagePosition } from '../../model/view.ts';
import type { AtlasStore } from '../../state/index.ts';

let opener: Element | null = null;

/** What had the focus when the presentation was started; the screen around it may be hidden before the stage is there. */
export function stageOpener(): Element | null {
  return opener;
}

/** Puts a deck on stage, in full screen where the browser grants it: a frame or a phone may not, and the stage fills the window all the same. */
export function startPresenting(store: AtlasStore, stage: StagePosition): void {
  opener = document.activeElement;
  store.getState().present(stage);
  if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => undefined);
}
