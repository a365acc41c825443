import { memo } from 'react';
import type { Item } from '../../model/dataset.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { usePhone } from '../../ui/screen.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { ItemList } from './ItemList.tsx';
import './browse.css';

/** Facets, what is chosen, and the list: the left side of the screen, or the sheet on a phone. What opens beside it does not concern it. */
export const Browse = memo(function Browse({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const phone = usePhone();
  const filters = useAtlas((state) => state.view.filters);
  return (
    <section className="browse" aria-label={t.filters}>
      {phone ? (
        <details className="filter-fold">
          <summary>{t.filters}</summary>
          <FilterPanel filters={filters} />
        </details>
      ) : (
        <FilterPanel filters={filters} />
      )}
      <ActiveFilters />
      <ItemList items={items} />
    </section>
  );
});
