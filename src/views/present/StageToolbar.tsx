import { CircleDot, CirclePlay, Eraser, Pencil, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { AutoplayMenu } from './AutoplayMenu.tsx';
import { hasInk } from './ink-strokes.ts';
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
          <ToolButton name={t.ink.undo} disabled={empty} onUse={actions.undo}>
            <Undo2 size="1.2em" aria-hidden="true" />
          </ToolButton>
          <ToolButton name={t.ink.clear} disabled={empty} onUse={actions.clear}>
            <Eraser size="1.2em" aria-hidden="true" />
          </ToolButton>
        </>
      )}
      <ToolButton name={t.ink.pen} pressed={ink.tool === 'pen'} onUse={actions.pen}>
        <Pencil size="1.2em" aria-hidden="true" />
      </ToolButton>
      <ToolButton name={t.ink.spot} pressed={ink.tool === 'spot'} onUse={actions.spot}>
        <CircleDot size="1.2em" aria-hidden="true" />
      </ToolButton>
      <div className="autoplay-tool">
        <button
          type="button"
          className="icon-button"
          aria-label={t.autoplay.label}
          title={t.autoplay.label}
          aria-haspopup="dialog"
          aria-expanded={menuOpen}
          data-on={autoplays || undefined}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <CirclePlay size="1.2em" aria-hidden="true" />
        </button>
        {menuOpen && <AutoplayMenu settings={tools.autoplay} onClose={() => setMenuOpen(false)} />}
      </div>
    </>
  );
}

function ToolButton({
  name,
  pressed,
  disabled,
  onUse,
  children,
}: {
  name: string;
  pressed?: boolean;
  disabled?: boolean;
  onUse: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onUse}
    >
      {children}
    </button>
  );
}
