import { X } from 'lucide-react';
import { facetValueName } from '../../i18n/naming.ts';
import { type FacetId, facetIds } from '../../model/facets.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';

/** What is chosen, as chips that take it away again. */
export function ActiveFilters() {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { filters, language } = useAtlas((state) => state.view);
  const toggle = useAtlas((state) => state.toggle);
  const choose = useAtlas((state) => state.choose);
  const clearFilters = useAtlas((state) => state.clearFilters);

  const chips = facetIds.flatMap((facet): { facet: FacetId; value: string | null; label: string }[] => {
    const values = filters[facet] ?? [];
    // A list of items is one condition, not a chip for each.
    if (facet === 'items') {
      return values.length > 0 ? [{ facet, value: null, label: `${t.facets.items} ${values.length}` }] : [];
    }
    return values.map((value) => ({ facet, value, label: facetValueName(facet, value, dataset, language) }));
  });
  if (chips.length === 0) return null;
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t.activeFilters}</legend>
      {chips.map(({ facet, value, label }) => (
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
