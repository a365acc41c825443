import { useEffect, useState, useSyncExternalStore } from 'react';
import { type AtlasStore, useAtlas, useAtlasStore, useOnStage } from '../../state/index.ts';
import { AutoplayClock, type AutoplayPhase } from './autoplay-clock.ts';

/** How far the present scene's time is. */
export interface AutoplayProgress {
  phase: AutoplayPhase;
  /** Another number for each scene that is begun. */
  round: number;
  /** How long the scene stands, in seconds. */
  seconds: number;
}

/**
 * Lets the presentation go on by itself while the view says so: each scene for its own or the deck's interval, counted
 * from when the map has drawn it. The time stands still beside the scene, in the dark, in a hidden tab, and while `held`.
 */
export function useAutoplay(held: boolean): AutoplayProgress {
  const store = useAtlasStore();
  const onStage = useOnStage();
  const position = useAtlas((state) => state.view.stage);
  const autoplay = useAtlas((state) => state.view.autoplay);
  const aside = useAtlas((state) => state.aside !== null);
  const black = useAtlas((state) => state.black);
  const mapSettled = useAtlas((state) => state.mapSettled);
  const hidden = useSyncExternalStore(onVisibility, () => document.hidden);
  const [told, setTold] = useState<{ phase: AutoplayPhase; round: number }>({ phase: 'off', round: 0 });
  const [clock] = useState(
    () =>
      new AutoplayClock(
        () => goOn(store),
        (phase, round) => setTold({ phase, round }),
      ),
  );

  const seconds = autoplay && onStage ? (onStage.scene.seconds ?? autoplay.seconds) : null;
  const stops = held || aside || black || hidden;
  useEffect(
    // Each turn of a page makes another position, even one that stays at the end.
    () => clock.set(seconds === null ? null : { scene: position, seconds, mapSettled, held: stops }),
    [clock, position, seconds, mapSettled, stops],
  );
  useEffect(() => () => clock.set(null), [clock]);
  return { ...told, seconds: seconds ?? 0 };
}

/** The next scene; after the last one the first, or the end of going on by itself. */
function goOn(store: AtlasStore): void {
  const { view, deck, step, jumpTo, setAutoplay } = store.getState();
  const scenes = view.stage ? (deck(view.stage.deck)?.scenes.length ?? 0) : 0;
  const isLast = (view.stage?.index ?? 0) >= scenes - 1;
  if (!isLast) step(1);
  else if (view.autoplay?.loop) jumpTo(0);
  else setAutoplay(null);
}

function onVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
