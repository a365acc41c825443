import { memo, useEffect, useMemo, useRef } from 'react';
import { formatFigure, nameIn, termIn } from '../../i18n/index.ts';
import { facetValueName } from '../../i18n/naming.ts';
import type { Item } from '../../model/dataset.ts';
import { facetsToLift } from '../../model/facets.ts';
import { type Grouping, groupItems } from '../../model/grouping.ts';
import { investmentFigure } from '../../model/investment.ts';
import { markSymbol } from '../../model/symbols.ts';
import { progresses, sectors, type Term } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FigureValue } from '../../ui/FigureValue.tsx';
import { MarkIcon } from '../../ui/MarkIcon.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { AddViewButton } from '../share/AddViewButton.tsx';
import { ShareButton } from '../share/ShareButton.tsx';

const hints = { unlocated: 'unlocatedHint', city: 'cityWideHint', urban: 'cityWideHint' } as const;

/** The items that pass the filters, under their headings; hover and focus light the map, a click opens the detail. */
export function ItemList({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const grouping = useAtlas((state) => state.grouping);
  const setGrouping = useAtlas((state) => state.setGrouping);
  const groups = useMemo(() => groupItems(items, grouping, dataset.city), [items, grouping, dataset]);

  return (
    <div className="item-list" id="browse" tabIndex={-1}>
      <div className="list-head">
        <h2 className="result-count">{t.resultCount(items.length, dataset.items.length)}</h2>
        <fieldset className="segments">
          <legend className="visually-hidden">{t.groupBy}</legend>
          {(['district', 'sector'] as const satisfies Grouping[]).map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={grouping === value}
              onClick={() => setGrouping(value)}
            >
              {value === 'district' ? t.groupByDistrict : t.groupBySector}
            </button>
          ))}
        </fieldset>
        <div className="list-actions">
          <ShareButton />
          <AddViewButton />
          <ExportMenu items={items} />
        </div>
      </div>
      {items.length === 0 ? (
        <EmptyResult />
      ) : (
        <ul className="groups" aria-label={t.items}>
          {groups.map((group) => {
            const hint = hints[group.id as keyof typeof hints];
            return (
              <li key={group.id}>
                <h3>
                  {facetValueName(grouping, group.id, dataset, language)}
                  <span className="option-count">{group.items.length}</span>
                </h3>
                {hint && <p className="hint">{t[hint]}</p>}
                <ul>
                  {group.items.map((item) => (
                    <ItemRow key={item.id} item={item} />
                  ))}
                </ul>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** Hundreds of rows stand while one thing changes: each renders again only for itself. */
const ItemRow = memo(function ItemRow({ item }: { item: Item }) {
  const language = useAtlas((state) => state.view.language);
  const selected = useAtlas((state) => state.view.item === item.id);
  const hovered = useAtlas((state) => state.hovered === item.id);
  const { select, hover, focus } = useAtlasStore().getState();
  const row = useRef<HTMLButtonElement>(null);
  // What is selected elsewhere is brought into sight here.
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const subsectors: Record<string, Term> = sectors[item.sector].subsectors;
  const subsector = subsectors[item.subsector];
  const investment = investmentFigure(item);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className="item-row"
        aria-current={selected ? 'true' : undefined}
        data-hovered={hovered || undefined}
        onClick={() => select(item.id, { reveal: true })}
        onPointerEnter={() => hover(item.id)}
        onPointerLeave={() => hover(null)}
        // A click gives the focus too, but then the pointer shows where one is.
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && focus(item.id)}
        onBlur={() => focus(null)}
      >
        <MarkIcon symbol={markSymbol(item)} />
        <span className="item-text">
          <span className="item-name">{nameIn(item, language)}</span>
          <span className="item-meta">
            {termIn(progresses[item.progress], language)}
            {subsector && ` · ${termIn(subsector, language)}`}
            {investment && (
              <>
                {' · '}
                <FigureValue figure={formatFigure(investment, language)} />
              </>
            )}
          </span>
        </span>
      </button>
    </li>
  );
});

/** No dead ends: an empty result names the filters to lift. */
function EmptyResult() {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const filters = useAtlas((state) => state.view.filters);
  const choose = useAtlas((state) => state.choose);
  const clearFilters = useAtlas((state) => state.clearFilters);
  const liftable = facetsToLift(dataset.items, filters);
  return (
    <div className="empty">
      <p>{t.emptyTitle}</p>
      {liftable.length > 0 && <p className="hint">{t.emptyRemedy}</p>}
      {liftable.map((facet) => (
        <button key={facet} type="button" className="chip" onClick={() => choose(facet, [])}>
          {t.lift(t.facets[facet])}
        </button>
      ))}
      <button type="button" className="chip chip-clear" onClick={clearFilters}>
        {t.clearAll}
      </button>
    </div>
  );
}
