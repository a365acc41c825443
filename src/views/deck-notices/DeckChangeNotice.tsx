import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isolated } from '../../i18n/isolated.ts';
import { type DeckChange, useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';

/** So long a change is told while nobody points at it, in milliseconds; what is still to be done stays. */
const staying = 20_000;

/** What was last done to the decks, with the way back. */
export function DeckChangeNotice() {
  const change = useAtlas((state) => state.deckChange);
  const { dismissDeckChange } = useAtlasStore().getState();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!change || held || change.kind === 'adjusting') return;
    const timer = setTimeout(dismissDeckChange, staying);
    return () => clearTimeout(timer);
  }, [change, held, dismissDeckChange]);
  return (
    // The region stands empty before there is something to tell: what comes into it is then read out.
    <div
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {change && <Told change={change} />}
    </div>
  );
}

function Told({ change }: { change: DeckChange }) {
  const t = useDictionary();
  const decks = useAtlas((state) => state.ownDecks);
  const { undoDeckChange, dismissDeckChange, showDecks, setSceneView } = useAtlasStore().getState();
  const deck = typeof change.deck === 'string' ? decks.find(({ id }) => id === change.deck) : change.deck;
  if (!deck) return null;
  const edit = (scene: string | null) => {
    dismissDeckChange();
    showDecks({ kind: 'editor', deck: deck.id, scene });
  };
  const undoable = change.kind !== 'adjusting' && change.kind !== 'deck-saved';
  return (
    <div className="notice deck-notice">
      <span>
        {change.kind === 'scene-added' && t.decks.added(isolated(deck.title), change.page)}
        {change.kind === 'scene-removed' && t.decks.removedScene(change.index + 1)}
        {change.kind === 'deck-removed' && t.decks.removedDeck(isolated(deck.title))}
        {change.kind === 'deck-saved' && t.decks.savedDeck(isolated(deck.title))}
        {change.kind === 'adjusting' &&
          t.decks.adjusting(deck.scenes.findIndex(({ id }) => id === change.scene) + 1)}
      </span>
      {undoable && (
        <button type="button" className="notice-action" onClick={undoDeckChange}>
          {t.undo}
        </button>
      )}
      {change.kind === 'scene-added' && (
        <button type="button" className="notice-action" onClick={() => edit(change.scene)}>
          {t.decks.edit}
        </button>
      )}
      {change.kind === 'adjusting' && (
        <>
          <button
            type="button"
            className="notice-action"
            onClick={() => {
              setSceneView(deck.id, change.scene);
              edit(change.scene);
            }}
          >
            {t.decks.useView}
          </button>
          <button type="button" className="notice-action" onClick={() => edit(change.scene)}>
            {t.decks.backToEditor}
          </button>
        </>
      )}
      <button type="button" className="icon-button" aria-label={t.close} onClick={dismissDeckChange}>
        <X size="1.1em" aria-hidden="true" />
      </button>
    </div>
  );
}
