import { memo } from 'react';
import type { Item } from '../../model/dataset.ts';
import { useDictionary } from '../../state/index.ts';
import { usePhone } from '../../ui/screen.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { ItemList } from './ItemList.tsx';
import './browse.css';

/** Facets, what is chosen, and the list: the left side of the screen, or the sheet on a phone. What opens beside it does not concern it. */
export const Browse = memo(function Browse({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const phone = usePhone();
  return (
    <section className="browse" aria-label={t.filters}>
      {phone ? (
        <details className="filter-fold">
          <summary>{t.filters}</summary>
          <FilterPanel />
        </details>
      ) : (
        <FilterPanel />
      )}
      <ActiveFilters />
      <ItemList items={items} />
    </section>
  );
});
