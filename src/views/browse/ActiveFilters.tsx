import { Undo2 } from 'lucide-react';
import { conditionNames } from '../../i18n/naming.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { FilterChips } from './FilterChips.tsx';

/** What is chosen, as chips that take it away again; and the way back from the last change. */
export function ActiveFilters() {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { filters, language } = useAtlas((state) => state.view);
  const canUndo = useAtlas((state) => state.undoable.length > 0);
  const undo = useAtlas((state) => state.undo);

  const conditions = conditionNames(filters, dataset, language);
  if (conditions.length === 0 && !canUndo) return null;
  return (
    <div className="chips">
      <FilterChips conditions={conditions} />
      {canUndo && (
        <button type="button" className="chip chip-undo" aria-keyshortcuts="Control+Z Meta+Z" onClick={undo}>
          <Undo2 size="0.9em" aria-hidden="true" />
          {t.undo}
        </button>
      )}
    </div>
  );
}
