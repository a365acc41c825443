import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { titleIn } from '../../i18n/index.ts';
import type { Deck } from '../../model/dataset.ts';
import { filterDeckId, generatedDeckIds } from '../../model/decks/generated.ts';
import type { StagePosition } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DeckNotices } from '../deck-notices/DeckNotices.tsx';
import { DeckRow } from './DeckRow.tsx';
import { DecksFooter } from './DecksFooter.tsx';
import './decks.css';

/** All decks: the reports', the person's own, and those made of the data. Enter, F5 or a clicker starts the first. */
export function DecksDialog({
  onPresent,
  onClose,
}: {
  onPresent: (stage: StagePosition) => void;
  onClose: () => void;
}) {
  const t = useDictionary();
  const shipped = useAtlas((state) => state.dataset.decks);
  const own = useAtlas((state) => state.ownDecks);
  const dialog = useRef<HTMLDialogElement>(null);
  const generated = useGenerated();

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.deck-start')?.focus();
  }, []);

  const start = (deck: Deck) => {
    dialog.current?.close();
    onPresent({ deck: deck.id, index: 0 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = shipped;
    const writing = event.target instanceof HTMLInputElement;
    if (!first || writing || (event.key !== 'F5' && event.key !== 'PageDown')) return;
    event.preventDefault();
    start(first);
  };

  return (
    <Dialog dialog={dialog} title={t.decks.label} close={t.close} className="decks-dialog" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what a clicker sends counts anywhere in the dialog */}
      <div className="decks-body" onKeyDown={onKeyDown}>
        <DeckGroup title={t.decks.shipped} decks={shipped} onStart={start} />
        <DeckGroup title={t.decks.own} decks={own} onStart={start} own empty={t.decks.ownEmpty} />
        {generated.map(({ title, decks }) => (
          <DeckGroup key={title} title={title} decks={decks} onStart={start} compact />
        ))}
      </div>
      <DecksFooter />
      <DeckNotices />
    </Dialog>
  );
}

/** The decks that can be made of the data, by what they are made of. */
function useGenerated(): { title: string; decks: Deck[] }[] {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const { filters } = useAtlas((state) => state.view);
  return useMemo(() => {
    const { deck } = store.getState();
    const isFiltered = Object.keys(filters).length > 0;
    const decks = generatedDeckIds(dataset).flatMap((id) => deck(id) ?? []);
    const of = (prefix: string) => decks.filter(({ id }) => id.startsWith(prefix));
    const name = (part: string) => `${t.decks.generated} · ${part}`;
    return [
      { title: name(t.decks.ofFilters), decks: isFiltered ? of(filterDeckId) : [] },
      { title: name(t.facets.district), decks: of('district-') },
      { title: name(t.facets.sector), decks: of('sector-') },
    ].filter((group) => group.decks.length > 0);
  }, [dataset, filters, t, store]);
}

function DeckGroup({
  title,
  decks,
  onStart,
  own = false,
  compact = false,
  empty,
}: {
  title: string;
  decks: readonly Deck[];
  onStart: (deck: Deck) => void;
  own?: boolean;
  compact?: boolean;
  empty?: string;
}) {
  const language = useAtlas((state) => state.view.language);
  return (
    <section className="deck-group" data-compact={compact || undefined}>
      <h3>{title}</h3>
      {decks.length === 0 && <p className="hint">{empty}</p>}
      <ul>
        {decks.map((deck) => (
          <DeckRow
            key={deck.id}
            deck={deck}
            title={titleIn(deck, language)}
            own={own}
            compact={compact}
            onStart={() => onStart(deck)}
          />
        ))}
      </ul>
    </section>
  );
}
