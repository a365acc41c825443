import { X } from 'lucide-react';
import type { ConditionName } from '../../i18n/naming.ts';
import { useAtlasStore, useDictionary } from '../../state/index.ts';

/** What is chosen, as chips that take it away again, and one that takes everything away. */
export function FilterChips({ conditions }: { conditions: readonly ConditionName[] }) {
  const t = useDictionary();
  const { choose, toggle, clearFilters } = useAtlasStore().getState();
  if (conditions.length === 0) return null;
  return (
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
  );
}
