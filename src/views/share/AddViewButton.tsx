import { ChevronDown, ListPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import './add-view.css';

/** Adds what is on show to the deck that was last used; beside it the choice of another, or of a new one. */
export function AddViewButton() {
  const t = useDictionary();
  const decks = useAtlas((state) => state.ownDecks);
  const { addScene, dismissDeckChange } = useAtlasStore().getState();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const onOutside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onOutside);
    document.addEventListener('focusin', onOutside);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onOutside);
      document.removeEventListener('focusin', onOutside);
    };
  }, [open]);
  const add = (deck: string | null) => {
    addScene(deck);
    if (open) opener.current?.focus();
    setOpen(false);
  };

  return (
    <div className="add-view" ref={root}>
      <button
        type="button"
        className="text-button"
        aria-label={t.decks.addView}
        title={t.decks.addView}
        onClick={() => add(decks[0]?.id ?? null)}
      >
        <ListPlus size="1.1em" aria-hidden="true" />
        {t.decks.addViewShort}
      </button>
      {decks.length > 0 && (
        <button
          type="button"
          className="text-button add-view-choice"
          aria-label={t.decks.chooseDeck}
          aria-expanded={open}
          ref={opener}
          onClick={() => {
            // On a phone the last one told would lie over the choice.
            dismissDeckChange();
            setOpen(!open);
          }}
        >
          <ChevronDown size="1em" aria-hidden="true" />
        </button>
      )}
      {open && (
        <ul className="add-view-decks" aria-label={t.decks.chooseDeck}>
          {decks.map((deck) => (
            <li key={deck.id}>
              <button type="button" onClick={() => add(deck.id)}>
                {deck.title}
                <span className="hint">{t.decks.pages(deck.scenes.length)}</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => add(null)}>
              {t.decks.newDeck}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
