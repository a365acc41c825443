import { ChevronDown, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { usePopover } from '../../ui/use-popover.ts';
import './add-view.css';

/** Adds what is on show to the deck that was last used; beside it the choice of another, or of a new one. */
export function AddViewButton() {
  const t = useDictionary();
  const decks = useAtlas((state) => state.ownDecks);
  const { addScene, dismissDeckChange } = useAtlasStore().getState();
  const [open, setOpen] = useState(false);
  const add = (deck: string | null) => {
    addScene(deck);
    setOpen(false);
  };

  return (
    <div className="add-view">
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
          onClick={() => {
            // On a phone the last one told would lie over the choice.
            dismissDeckChange();
            setOpen(!open);
          }}
        >
          <ChevronDown size="1em" aria-hidden="true" />
        </button>
      )}
      {open && <DeckChoice onChoose={add} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** The person's decks, and a new one. */
function DeckChoice({ onChoose, onClose }: { onChoose: (deck: string | null) => void; onClose: () => void }) {
  const t = useDictionary();
  const decks = useAtlas((state) => state.ownDecks);
  const list = usePopover<HTMLUListElement>('button', onClose);
  return (
    <ul className="add-view-decks" aria-label={t.decks.chooseDeck} ref={list}>
      {decks.map((deck) => (
        <li key={deck.id}>
          <button type="button" onClick={() => onChoose(deck.id)}>
            {deck.title}
            <span className="hint">{t.decks.pages(deck.scenes.length)}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => onChoose(null)}>
          {t.decks.newDeck}
        </button>
      </li>
    </ul>
  );
}
