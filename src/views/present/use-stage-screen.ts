import { type RefObject, useEffect } from 'react';
import { useAtlasStore } from '../../state/index.ts';
import { stageOpener } from './start-presenting.ts';

/** Takes the focus to the stage, and back to where it was at the end. */
export function useStageFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focused = document.activeElement;
    const before = focused === document.body ? stageOpener() : focused;
    root.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [root]);
}

/**
 * In full screen the browser takes the Escape key itself: leaving full screen is leaving the stage, or, as with that key,
 * only putting away what is in hand. `putAway` tells whether there was anything, and stays the same function.
 */
export function useFullscreenEnd(putAway: () => boolean): void {
  const store = useAtlasStore();
  useEffect(() => {
    const onFullscreenChange = () => {
      const { outOfFullscreen, endPresentation } = store.getState();
      if (!document.fullscreenElement && !outOfFullscreen && !putAway()) endPresentation();
    };
    document.addEventListener('fullscreenchange', onFullscreenChange);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreenChange);
      // It may be left already, or never have been granted.
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [store, putAway]);
}
