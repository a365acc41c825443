import {
  type Dispatch,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { Autoplay } from '../../model/view.ts';
import { useAtlas, useAtlasStore } from '../../state/index.ts';
import { type Ink, type InkAction, type InkTool, inkAfter, noInk } from './ink-strokes.ts';
import type { StageCommand } from './stage-keys.ts';
import { type AutoplayProgress, useAutoplay } from './use-autoplay.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** The commands of the stage's keys that are for its tools. */
type ToolCommand = Extract<StageCommand, 'spot' | 'pen' | 'undo' | 'clear' | 'autoplay'>;

/** What a speaker has at hand on stage besides turning pages. */
export interface StageTools {
  ink: Ink;
  dispatch: Dispatch<InkAction>;
  /** Where the pointer was last in the window, in CSS pixels; null before it moved. */
  pointer: RefObject<{ x: number; y: number } | null>;
  progress: AutoplayProgress;
  /** How the presentation goes on by itself, or did last. */
  autoplay: Autoplay;
  menuOpen: boolean;
  setMenuOpen(open: boolean): void;
  /** What the commands do; the functions stay the same. */
  actions: Readonly<Record<ToolCommand, () => void>>;
  /** Puts away the menu, or the tool in hand; false if there is none. The function stays the same. */
  putAway(): boolean;
}

/** How a presentation goes on by itself before anybody chose: as in a lobby. */
const firstAutoplay: Autoplay = { seconds: 12, loop: true };

/** Pointer spot, pen, autoplay and the screen that stays awake, while the stage is there. */
export function useStageTools(): StageTools {
  useWakeLock();
  const store = useAtlasStore();
  const [ink, dispatch] = useReducer(inkAfter, noInk);
  useInkOfPicture(dispatch);
  const pointer = useLastPointer();
  const progress = useAutoplay(ink.tool !== null);

  const chosen = useAtlas((state) => state.view.autoplay);
  const last = useRef(firstAutoplay);
  if (chosen) last.current = chosen;
  const [menuOpen, setMenuOpen] = useState(false);

  const actions = useMemo(() => {
    const take = (tool: InkTool) => () => {
      // In the dark there is nothing to point at.
      if (!store.getState().black) dispatch({ type: 'toggle', tool });
    };
    return {
      spot: take('spot'),
      pen: take('pen'),
      undo: () => dispatch({ type: 'undo' }),
      clear: () => dispatch({ type: 'clear' }),
      autoplay: () => {
        const { view, setAutoplay } = store.getState();
        setAutoplay(view.autoplay ? null : last.current);
      },
    };
  }, [store]);
  const inHand = useRef({ menuOpen, tool: ink.tool });
  inHand.current = { menuOpen, tool: ink.tool };
  const putAway = useCallback(() => {
    const { menuOpen: open, tool } = inHand.current;
    if (open) setMenuOpen(false);
    else if (tool) dispatch({ type: 'put-away' });
    return open || tool !== null;
  }, []);
  return {
    ink,
    dispatch,
    pointer,
    progress,
    autoplay: last.current,
    menuOpen,
    setMenuOpen,
    actions,
    putAway,
  };
}

/** Ink belongs to the picture under it: it goes with the scene, with the dark, and when what one looked at beside the scene changes. */
function useInkOfPicture(dispatch: Dispatch<InkAction>): void {
  const scene = useAtlas((state) => state.view.stage);
  const black = useAtlas((state) => state.black);
  const aside = useAtlas((state) => state.aside);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene or darkness is what puts everything away
  useEffect(() => dispatch({ type: 'reset' }), [scene, black, dispatch]);
  // Beside the scene the tool stays in hand; the way back puts it away.
  useEffect(() => dispatch({ type: aside ? 'clear' : 'reset' }), [aside, dispatch]);
}

function useLastPointer(): RefObject<{ x: number; y: number } | null> {
  const last = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      last.current = { x: clientX, y: clientY };
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    return () => window.removeEventListener('pointermove', onMove);
  }, []);
  return last;
}
