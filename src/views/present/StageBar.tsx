import { ChevronLeft, ChevronRight, Funnel, List, Search, Square, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { ToolButton } from './ToolButton.tsx';

/** What can be opened on stage, one at a time. */
export type StageTool = 'list' | 'search' | 'filters';

const tools = { list: List, search: Search, filters: Funnel } as const;

/** The stage's buttons and the place in the deck; the buttons go while nobody moves a pointer, the place stays. */
export function StageBar({
  bar,
  index,
  total,
  idle,
  tool,
  onTool,
  onBlack,
  onPressed,
  children,
}: {
  bar: RefObject<HTMLDivElement | null>;
  index: number;
  total: number;
  idle: boolean;
  /** What is open. */
  tool: StageTool | null;
  onTool: (tool: StageTool) => void;
  onBlack: () => void;
  /** A pointer pressed one of the buttons: the keys go on to be the stage's, and not the button's. */
  onPressed: () => void;
  /** Further tools. */
  children?: ReactNode;
}) {
  const t = useDictionary();
  const black = useAtlas((state) => state.black);
  const { step, endPresentation } = useAtlasStore().getState();
  const icon = { size: '1.2em', 'aria-hidden': true } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it are pressed, and tell
    <div
      className="stage-bar"
      ref={bar}
      data-idle={idle || undefined}
      onClick={({ detail }) => detail > 0 && onPressed()}
      onKeyDown={() => undefined}
    >
      <div className="stage-tools" role="toolbar" aria-label={t.onStage.tools}>
        {(['list', 'search', 'filters'] as const).map((each) => {
          const Icon = tools[each];
          return (
            <ToolButton
              name={t.onStage[each]}
              key={each}
              aria-expanded={tool === each}
              onClick={() => onTool(each)}
            >
              <Icon {...icon} />
            </ToolButton>
          );
        })}
        <ToolButton name={t.onStage.black} aria-pressed={black} onClick={onBlack}>
          <Square {...icon} fill="currentColor" />
        </ToolButton>
        {children}
      </div>
      <div className="stage-steps">
        <ToolButton name={t.stage.previous} disabled={index === 0} onClick={() => step(-1)}>
          <ChevronLeft {...icon} />
        </ToolButton>
        <ToolButton name={t.stage.next} disabled={index === total - 1} onClick={() => step(1)}>
          <ChevronRight {...icon} />
        </ToolButton>
        <ToolButton name={t.stage.exit} onClick={endPresentation}>
          <X {...icon} />
        </ToolButton>
      </div>
      <span className="stage-place">{t.stage.place(index + 1, total)}</span>
    </div>
  );
}
