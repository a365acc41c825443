import { type ReactNode, useMemo } from 'react';
import { facetValueName } from '../../i18n/naming.ts';
import { countFacets } from '../../model/facet-counts.ts';
import { facetOptions, optionDepth } from '../../model/facet-options.ts';
import { type Filters, type OptionFacetId, optionFacetIds } from '../../model/facets.ts';
import { precisionSymbol, sectorSymbol } from '../../model/symbols.ts';
import type { PrecisionId, ProgressId, SectorId } from '../../model/vocabulary.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { MarkIcon, ProgressIcon } from '../../ui/MarkIcon.tsx';

const none: readonly string[] = [];

/** The facets. Each option tells what choosing it would give; those that decide how a mark looks are the map's legend. */
export function FilterPanel({ filters }: { filters: Filters }) {
  const dataset = useAtlas((state) => state.dataset);
  const counts = useMemo(() => countFacets(dataset.items, filters), [dataset, filters]);
  return (
    <div className="filters">
      {optionFacetIds.map((facet) => (
        <Facet key={facet} facet={facet} chosen={filters[facet] ?? none} counts={counts[facet]} />
      ))}
    </div>
  );
}

/** How the marks of an option's items look on the map, where the facet decides that. */
function sample(facet: OptionFacetId, value: string): ReactNode {
  if (facet === 'sector') return <MarkIcon symbol={sectorSymbol(value as SectorId)} size={1.5} />;
  if (facet === 'progress') return <ProgressIcon progress={value as ProgressId} size={1.35} />;
  if (facet === 'precision') {
    const symbol = precisionSymbol(value as PrecisionId);
    return symbol && <MarkIcon symbol={symbol} size={1.5} />;
  }
  return null;
}

function Facet({
  facet,
  chosen,
  counts,
}: {
  facet: OptionFacetId;
  chosen: readonly string[];
  counts: ReadonlyMap<string, number>;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const toggle = useAtlas((state) => state.toggle);
  const options = useMemo(() => facetOptions(facet, dataset), [facet, dataset]);
  return (
    <fieldset className={`facet facet-${facet}`}>
      <legend>{t.facets[facet]}</legend>
      <div className="options">
        {options.map((option) => {
          const { value } = option;
          const label = facetValueName(facet, value, dataset, language);
          const count = counts.get(value) ?? 0;
          const checked = chosen.includes(value);
          return (
            <label
              key={value}
              className="option"
              data-depth={optionDepth(option, options)}
              data-empty={count === 0 && !checked}
            >
              <input
                type="checkbox"
                checked={checked}
                aria-label={t.optionName(label, count)}
                onChange={() => toggle(facet, value)}
              />
              {sample(facet, value)}
              <span className="option-label">{label}</span>
              <span className="option-count">{count}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
