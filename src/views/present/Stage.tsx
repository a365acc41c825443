import { Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { titleIn } from '../../i18n/index.ts';
import type { Padding } from '../../map/index.ts';
import { asideOf } from '../../model/decks/stage.ts';
import { sameFilters } from '../../model/facets.ts';
import { nextTheme } from '../../model/view.ts';
import { type OnStage, useAtlas, useAtlasStore, useDictionary, useOnStage } from '../../state/index.ts';
import { AsideCaption } from './AsideCaption.tsx';
import { AutoplayLine } from './AutoplayLine.tsx';
import { Caption } from './Caption.tsx';
import { Ink } from './Ink.tsx';
import { NotesStrip } from './NotesStrip.tsx';
import { SceneList } from './SceneList.tsx';
import { SpeakerTools } from './SpeakerTools.tsx';
import { Spot } from './Spot.tsx';
import { StageBar, type StageTool } from './StageBar.tsx';
import { StageFilters } from './StageFilters.tsx';
import { StageSearch } from './StageSearch.tsx';
import { StageToolbar } from './StageToolbar.tsx';
import { useIdle } from './use-idle.ts';
import { useNumberEntry } from './use-number-entry.ts';
import { type StageActions, useStageKeys } from './use-stage-keys.ts';
import { useFullscreenEnd, useStageFocus } from './use-stage-screen.ts';
import { useStageTools } from './use-stage-tools.ts';
import { useSwipe } from './use-swipe.ts';
import './stage.css';

interface StageProps {
  /** Told what room the captions leave to the map. */
  onRoom: (room: Padding) => void;
  onHelp: () => void;
}

/** The stage: the scene's words over the map, the place in the deck, and the clicker's keys. */
export function Stage(props: StageProps) {
  const stage = useOnStage();
  return stage && <StageOf {...props} stage={stage} />;
}

function StageOf({ stage, onRoom, onHelp }: StageProps & { stage: OnStage }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const { language } = useAtlas((state) => state.view);
  const black = useAtlas((state) => state.black);
  const notesShown = useAtlas((state) => state.notesShown);
  const root = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const number = useNumberEntry();
  const [tool, setTool] = useState<StageTool | null>(null);
  const tools = useStageTools();
  const idle = useIdle(bar) && tool === null && !tools.menuOpen;
  const off = useOffScript(stage);
  const { deck, scene, index } = stage;
  const total = deck.scenes.length;

  const { step, jumpTo, returnToScene, setBlack, setTheme, endPresentation } = store.getState();
  const toggle = (which: StageTool) => setTool((now) => (now === which ? null : which));
  const actions: StageActions = {
    ...tools.actions,
    next: () => step(1),
    // Off the script the way back leads to the scene first.
    previous: () => (store.getState().aside ? returnToScene() : step(-1)),
    first: () => jumpTo(0),
    last: () => jumpTo(total - 1),
    jump: () => jumpTo((number.take() ?? index + 1) - 1),
    black: () => setBlack(!store.getState().black),
    return: returnToScene,
    list: () => toggle('list'),
    search: () => toggle('search'),
    filters: () => toggle('filters'),
    notes: () => store.getState().showNotes(!store.getState().notesShown),
    theme: () => setTheme(nextTheme(store.getState().view.theme)),
    restart: () => jumpTo(0),
    help: onHelp,
    back: () => {
      const { black: dark, aside } = store.getState();
      if (tool) setTool(null);
      else if (tools.putAway()) return;
      else if (dark) setBlack(false);
      else if (aside) returnToScene();
      else endPresentation();
    },
  };
  useStageKeys(actions, number);
  useStageFocus(root);
  useFullscreenEnd(tools.putAway);
  useSwipe(root, (steps) => (steps > 0 ? actions.next : actions.previous)?.());
  // Every scene begins with nothing open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is what changes
  useEffect(() => setTool(null), [scene]);
  // What was open had the focus: without one, keys still reach the stage, and a screen reader stays in it.
  useEffect(() => {
    if (tool === null && document.activeElement === document.body) root.current?.focus();
  }, [tool]);

  const wayBack = off !== 'scene' && (
    <button
      type="button"
      className="stage-return"
      aria-keyshortcuts="Backspace"
      onClick={() => {
        returnToScene();
        root.current?.focus();
      }}
    >
      <Undo2 size="1em" aria-hidden="true" />
      {t.onStage.returns}
      <span className="stage-return-key" aria-hidden="true">
        Backspace
      </span>
    </button>
  );
  return (
    <>
      {scene.role !== 'scene' && off !== 'aside' && <div className="stage-veil" data-role={scene.role} />}
      <section
        className="stage"
        aria-label={t.stage.label}
        ref={root}
        tabIndex={-1}
        data-idle={idle || undefined}
        data-black={black || undefined}
      >
        {off === 'aside' ? (
          <AsideCaption onRoom={onRoom}>{wayBack}</AsideCaption>
        ) : (
          <Caption key={scene.id} stage={stage} onRoom={onRoom}>
            {wayBack}
          </Caption>
        )}
        <Ink ink={tools.ink} dispatch={tools.dispatch} />
        {tools.ink.tool === 'spot' && <Spot pointer={tools.pointer} />}
        <AutoplayLine progress={tools.progress} />
        <StageBar
          bar={bar}
          index={index}
          total={total}
          idle={idle}
          tool={tool}
          onTool={toggle}
          onBlack={() => setBlack(!black)}
          onPressed={() => root.current?.focus()}
        >
          <StageToolbar tools={tools} />
          <SpeakerTools />
        </StageBar>
        {tool === 'search' && <StageSearch onClose={() => setTool(null)} />}
        {tool === 'filters' && <StageFilters onClose={() => setTool(null)} />}
        {tool === 'list' && <SceneList stage={stage} onJump={jumpTo} onClose={() => setTool(null)} />}
        {number.typed !== '' && (
          <p className="stage-number" role="status">
            <span aria-hidden="true">{number.typed}</span>
            <span className="visually-hidden">{t.onStage.going(number.typed)}</span>
          </p>
        )}
        {black && (
          <button
            type="button"
            className="stage-black"
            aria-label={t.onStage.light}
            onClick={() => setBlack(false)}
          />
        )}
        <p className="visually-hidden" role="status">
          {t.stage.announce(index + 1, total, titleIn(scene, language))}
        </p>
      </section>
      {notesShown && <NotesStrip stage={stage} />}
    </>
  );
}

/** Whether one looks at the scene, at it from elsewhere on the map, or at something else. */
function useOffScript({ scene }: OnStage): 'scene' | 'moved' | 'aside' {
  const dataset = useAtlas((state) => state.dataset);
  const aside = useAtlas((state) => state.aside);
  if (!aside) return 'scene';
  const own = asideOf(scene, dataset);
  return aside.item === own.item && sameFilters(aside.filters, own.filters) ? 'moved' : 'aside';
}
