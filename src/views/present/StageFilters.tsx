import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { conditionNames } from '../../i18n/naming.ts';
import { filterItems } from '../../model/facets.ts';
import { useAtlas, useDictionary, useShown } from '../../state/index.ts';
import { FilterChips } from '../browse/FilterChips.tsx';
import { FilterPanel } from '../browse/FilterPanel.tsx';
import './stage-panels.css';
import '../browse/browse.css';

/** The filters on stage: what they choose stands beside the scene, and the panels below keep their own. */
export function StageFilters({ onClose }: { onClose: () => void }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { filters, language } = useShown();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.querySelector('input')?.focus();
  }, []);
  return (
    <section className="stage-filters" aria-label={t.onStage.filters} data-stage-panel ref={panel}>
      <header>
        <h2>{t.onStage.filters}</h2>
        <span>{t.onStage.shown(filterItems(dataset.items, filters).length)}</span>
        <button type="button" className="icon-button" aria-label={t.onStage.closes} onClick={onClose}>
          <X size="1.15em" aria-hidden="true" />
        </button>
      </header>
      <div className="chips">
        <FilterChips conditions={conditionNames(filters, dataset, language)} />
      </div>
      <FilterPanel filters={filters} />
    </section>
  );
}
