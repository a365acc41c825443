import base from 'virtual:atlas/base-layers';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { buildSearchIndex, type Hit, type SearchIndex, search } from '../../model/search/index.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { HitRow } from './HitRow.tsx';
import { openHit } from './open-hit.ts';
import './search.css';

const groupIds = ['items', 'areas', 'paragraphs'] as const;
/** So many hits of each group are shown. */
const limit = 8;

/** One box for everything: items, areas and the report's own words, by Han characters, pinyin, initials or English. */
export function SearchBox({
  paragraphs = true,
}: {
  /** The report's own words are among what is found. */
  paragraphs?: boolean;
}) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [index, setIndex] = useState<SearchIndex | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();

  // Typing is never held up: what was found for the former letters stays until the new is there.
  const query = useDeferredValue(typed);
  const found = useMemo(() => (index ? search(index, query, { limit: limit + 1 }) : null), [index, query]);
  // A place by its very name goes before items that only hold it.
  const bestRank = (group: 'items' | 'areas') => found?.[group][0]?.rank ?? Number.POSITIVE_INFINITY;
  const placeFirst = bestRank('areas') < bestRank('items');
  const groups = (placeFirst ? (['areas', 'items', 'paragraphs'] as const) : groupIds).filter(
    (group) => paragraphs || group !== 'paragraphs',
  );
  const hits: readonly Hit[] = found ? groups.flatMap((group) => found[group].slice(0, limit)) : [];
  const more = found !== null && groups.some((group) => found[group].length > limit);
  const chosen = Math.min(active, hits.length - 1);
  const shown = open && query.trim() !== '' && found !== null;
  const optionId = (at: number) => `${listId}-${at}`;

  const take = (hit: Hit | undefined) => {
    if (!hit) return;
    openHit(hit, store, base.towns);
    setOpen(false);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key];
    if (to !== undefined && shown) setActive(Math.max(0, Math.min(to, hits.length - 1)));
    else if (event.key === 'Enter' && shown) take(hits[chosen]);
    else if (event.key === 'Escape') {
      if (typed === '') input.current?.blur();
      setTyped('');
    } else return;
    event.preventDefault();
  };
  return (
    <search className="search">
      <Search size="1.1em" aria-hidden="true" />
      <input
        ref={input}
        className="search-input"
        type="search"
        value={typed}
        placeholder={t.search.placeholder}
        aria-label={t.search.label}
        aria-controls={shown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits.length > 0 ? optionId(chosen) : undefined}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => {
          setOpen(true);
          setIndex((now) => now ?? buildSearchIndex(dataset, base.towns));
        }}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t.search.clear}
          onClick={() => {
            setTyped('');
            input.current?.focus();
          }}
        >
          <X size="1em" aria-hidden="true" />
        </button>
      )}
      {shown && (
        <div className="search-found">
          {hits.length === 0 ? (
            <p className="search-none">{t.search.nothing(query.trim().slice(0, 40))}</p>
          ) : (
            // The box keeps the focus and names the option that the arrows are at.
            <div role="listbox" id={listId} aria-label={t.search.found}>
              {groups.map((group) => {
                const own = found[group].slice(0, limit);
                if (own.length === 0) return null;
                return (
                  // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
                  <div key={group} role="group" aria-label={t.search.groups[group]}>
                    <p className="search-group" aria-hidden="true">
                      {t.search.groups[group]}
                    </p>
                    {own.map((hit) => {
                      const at = hits.indexOf(hit);
                      return (
                        <HitRow
                          key={`${hit.what} ${hit.report} ${hit.id}`}
                          hit={hit}
                          id={optionId(at)}
                          active={at === chosen}
                          onPoint={() => setActive(at)}
                          onTake={() => take(hit)}
                        />
                      );
                    })}
                  </div>
                );
              })}
            </div>
          )}
          {more && <p className="search-more">{t.search.more}</p>}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {shown ? t.search.announce(hits.length, more) : ''}
      </p>
    </search>
  );
}
