import { CircleDot, CirclePlay, Eraser, Pencil, Undo2 } from 'lucide-react';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { AutoplayMenu } from './AutoplayMenu.tsx';
import { hasInk } from './ink-strokes.ts';
import { ToolButton } from './ToolButton.tsx';
import type { StageTools } from './use-stage-tools.ts';
import './stage-tools.css';

/** The tools in the stage's bar: autoplay, spot and pen; and beside the pen, once it is in hand, what takes strokes back. */
export function StageToolbar({ tools }: { tools: StageTools }) {
  const t = useDictionary();
  const autoplays = useAtlas((state) => state.view.autoplay !== null);
  const { ink, menuOpen, setMenuOpen, actions } = tools;
  const empty = !hasInk(ink);
  return (
    <>
      {(ink.tool === 'pen' || !empty) && (
        <>
          <ToolButton name={t.ink.undo} disabled={empty} onClick={actions.undo}>
            <Undo2 size="1.2em" aria-hidden="true" />
          </ToolButton>
          <ToolButton name={t.ink.clear} disabled={empty} onClick={actions.clear}>
            <Eraser size="1.2em" aria-hidden="true" />
          </ToolButton>
        </>
      )}
      <ToolButton name={t.ink.pen} aria-pressed={ink.tool === 'pen'} onClick={actions.pen}>
        <Pencil size="1.2em" aria-hidden="true" />
      </ToolButton>
      <ToolButton name={t.ink.spot} aria-pressed={ink.tool === 'spot'} onClick={actions.spot}>
        <CircleDot size="1.2em" aria-hidden="true" />
      </ToolButton>
      <div className="autoplay-tool">
        <ToolButton
          name={t.autoplay.label}
          aria-haspopup="dialog"
          aria-expanded={menuOpen}
          data-on={autoplays || undefined}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <CirclePlay size="1.2em" aria-hidden="true" />
        </ToolButton>
        {menuOpen && <AutoplayMenu settings={tools.autoplay} onClose={() => setMenuOpen(false)} />}
      </div>
    </>
  );
}
