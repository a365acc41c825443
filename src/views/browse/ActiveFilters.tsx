import { Undo2, X } from 'lucide-react';
import { conditionNames } from '../../i18n/naming.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';

/** What is chosen, as chips that take it away again; and the way back from the last change. */
export function ActiveFilters() {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { filters, language } = useAtlas((state) => state.view);
  const canUndo = useAtlas((state) => state.undoable.length > 0);
  const toggle = useAtlas((state) => state.toggle);
  const choose = useAtlas((state) => state.choose);
  const clearFilters = useAtlas((state) => state.clearFilters);
  const undo = useAtlas((state) => state.undo);

  const conditions = conditionNames(filters, dataset, language);
  if (conditions.length === 0 && !canUndo) return null;
  return (
    <div className="chips">
      {conditions.length > 0 && (
        <fieldset>
          <legend className="visually-hidden">{t.activeFilters}</legend>
          {conditions.map(({ facet, value, label }) => (
            <button
              key={`${facet} ${value}`}
              type="button"
              className="chip"
              aria-label={t.removeFilter(label)}
              onClick={() => (value === null ? choose(facet, []) : toggle(facet, value))}
            >
              {label}
              <X size="0.9em" aria-hidden="true" />
            </button>
          ))}
          <button type="button" className="chip chip-clear" onClick={clearFilters}>
            {t.clearAll}
          </button>
        </fieldset>
      )}
      {canUndo && (
        <button type="button" className="chip chip-undo" aria-keyshortcuts="Control+Z Meta+Z" onClick={undo}>
          <Undo2 size="0.9em" aria-hidden="true" />
          {t.undo}
        </button>
      )}
    </div>
  );
}
