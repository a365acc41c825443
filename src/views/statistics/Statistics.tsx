import { X } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { conditionNames } from '../../i18n/naming.ts';
import type { Item } from '../../model/dataset.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FilterChips } from '../browse/FilterChips.tsx';
import { AreaSectorMatrix } from './AreaSectorMatrix.tsx';
import { Indicators } from './Indicators.tsx';
import { ProjectRanking } from './ProjectRanking.tsx';
import { PromiseBoard } from './PromiseBoard.tsx';
import { SectionProgress } from './SectionProgress.tsx';
import './statistics.css';

/** What the listed items add up to: every number is of these, or says how many a click on it would list. */
export function Statistics({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { closePanel } = useAtlasStore().getState();
  // In the report's order, however the list groups them.
  const counted = useMemo(() => {
    const listed = new Set(items);
    return dataset.items.filter((item) => listed.has(item));
  }, [items, dataset]);
  // The panel is there at once; its tables follow without holding anything up.
  const ready = useDeferredValue(true, false);
  return (
    <section className="statistics" aria-label={t.statistics.label} tabIndex={-1}>
      <header className="panel-head">
        <h2>{t.statistics.label}</h2>
        <p className="statistics-basis">{t.statistics.basis(counted.length)}</p>
        <button type="button" className="icon-button" aria-label={t.close} onClick={closePanel}>
          <X size="1.15em" aria-hidden="true" />
        </button>
      </header>
      <div className="statistics-body">
        <Conditions />
        {ready && (
          <>
            <AreaSectorMatrix total={counted.length} />
            <SectionProgress total={counted.length} />
            <Indicators items={counted} />
            <PromiseBoard items={counted} />
            <ProjectRanking items={counted} />
          </>
        )}
      </div>
    </section>
  );
}

/** What is chosen, to be taken away again here: the filters may be out of sight. */
function Conditions() {
  const dataset = useAtlas((state) => state.dataset);
  const { filters, language } = useAtlas((state) => state.view);
  const conditions = conditionNames(filters, dataset, language);
  if (conditions.length === 0) return null;
  return (
    <div className="conditions">
      <FilterChips conditions={conditions} />
    </div>
  );
}
