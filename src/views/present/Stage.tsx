import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { textIn, titleIn } from '../../i18n/index.ts';
import { latestReport } from '../../model/dataset.ts';
import { useAtlas, useAtlasStore, useDictionary, useOnStage } from '../../state/index.ts';
import { stageCommand } from './stage-keys.ts';
import './stage.css';

/** The stage: the scene's words over the map, the place in the deck, and the clicker's keys. */
export function Stage() {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const { language } = useAtlas((state) => state.view);
  const stage = useOnStage();
  const root = useRef<HTMLElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    root.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // A button that has the focus takes the space key itself.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      const command = stageCommand(event.key);
      if (!command) return;
      event.preventDefault();
      const { step, jumpTo, endPresentation } = store.getState();
      if (command === 'next') step(1);
      else if (command === 'previous') step(-1);
      else if (command === 'first') jumpTo(0);
      else if (command === 'last') jumpTo(Number.MAX_SAFE_INTEGER);
      else endPresentation();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);

  // In full screen the browser takes the Escape key itself: leaving full screen is leaving the stage.
  useEffect(() => {
    const onFullscreenChange = () => {
      if (!document.fullscreenElement) store.getState().endPresentation();
    };
    document.addEventListener('fullscreenchange', onFullscreenChange);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreenChange);
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [store]);

  if (!stage) return null;
  const { deck, scene } = stage;
  const { step, endPresentation } = store.getState();
  const total = deck.scenes.length;
  const title = titleIn(scene, language);
  return (
    <section className="stage" aria-label={t.stage.label} ref={root} tabIndex={-1}>
      <article className="caption" key={scene.id}>
        <p className="caption-deck">{titleIn(deck, language)}</p>
        <h2>{title}</h2>
        <p className="caption-text">{textIn(scene, language)}</p>
        <p className="caption-stamp">{t.stamp(latestReport(dataset).date)}</p>
      </article>
      <div className="stage-bar">
        <button
          type="button"
          className="icon-button"
          aria-label={t.stage.previous}
          disabled={stage.index === 0}
          onClick={() => step(-1)}
        >
          <ChevronLeft size="1.3em" aria-hidden="true" />
        </button>
        <span className="stage-place">{t.stage.place(stage.index + 1, total)}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t.stage.next}
          disabled={stage.index === total - 1}
          onClick={() => step(1)}
        >
          <ChevronRight size="1.3em" aria-hidden="true" />
        </button>
        <button type="button" className="icon-button" aria-label={t.stage.exit} onClick={endPresentation}>
          <X size="1.2em" aria-hidden="true" />
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {t.stage.announce(stage.index + 1, total, title)}
      </p>
    </section>
  );
}
