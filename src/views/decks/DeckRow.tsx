import { Ellipsis, Play } from 'lucide-react';
import { useId, useState } from 'react';
import type { Deck } from '../../model/dataset.ts';
import type { OwnDeck } from '../../model/decks/own-deck.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import { DeckActions } from './DeckActions.tsx';

/** One deck: what it is, how long, and its start; what else can be done with it opens under it. */
export function DeckRow({
  deck,
  title,
  own,
  compact,
  onStart,
}: {
  deck: OwnDeck | Deck;
  title: string;
  own: boolean;
  compact: boolean;
  onStart: () => void;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { showDecks } = useAtlasStore().getState();
  const [open, setOpen] = useState(false);
  const name = useId();
  const [first] = deck.scenes;
  const origin = 'origin' in deck ? deck.origin : undefined;
  return (
    <li className="deck-row">
      {!compact && (
        <div className="deck-picture">{first && <ScenePicture view={first.view} dataset={dataset} />}</div>
      )}
      <div className="deck-name">
        <h4 id={name}>{title}</h4>
        <p className="hint">
          {t.decks.pages(deck.scenes.length)}
          {origin === 'single-file' && ` · ${t.decks.fromFile}`}
          {origin === 'link' && ` · ${t.decks.fromLink}`}
        </p>
      </div>
      <div className="deck-buttons">
        <button
          type="button"
          className={compact ? 'deck-start quiet' : 'deck-start'}
          aria-describedby={name}
          disabled={deck.scenes.length === 0}
          onClick={onStart}
        >
          <Play size="0.9em" aria-hidden="true" />
          {t.decks.start}
        </button>
        {own && (
          <button
            type="button"
            className="deck-button"
            aria-describedby={name}
            onClick={() => showDecks({ kind: 'editor', deck: deck.id, scene: null })}
          >
            {t.decks.edit}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t.decks.more}
          aria-describedby={name}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Ellipsis size="1.1em" aria-hidden="true" />
        </button>
      </div>
      {open && <DeckActions deck={deck} title={title} own={own} />}
    </li>
  );
}
