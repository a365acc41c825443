import { useEffect, useState } from 'react';
import type { StagePosition } from '../../model/view.ts';
import { useAtlas, useAtlasStore } from '../../state/index.ts';
import { startPresenting } from '../present/start-presenting.ts';
import { DeckEditor } from './DeckEditor.tsx';
import { DecksDialog } from './DecksDialog.tsx';

/** What stands over the screen while a person is at the decks: their list, or the editor of one. */
export function Decks() {
  const open = useAtlas((state) => state.openDecks);
  const deck = useAtlas((state) =>
    open?.kind === 'editor' ? state.ownDecks.find(({ id }) => id === open.deck) : undefined,
  );
  const store = useAtlasStore();
  const { showDecks } = store.getState();
  // Between list and editor the focus has no way back by itself.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  // The stage leads back from where it was started.
  const present = (stage: StagePosition) => {
    if (before instanceof HTMLElement) before.focus();
    startPresenting(store, stage);
  };
  if (!open) return null;
  // A deck may go while it is edited: another tab deleted it.
  if (open.kind === 'list' || !deck)
    return <DecksDialog onPresent={present} onClose={() => showDecks(null)} />;
  return <DeckEditor deck={deck} scene={open.scene} onPresent={present} key={deck.id} />;
}
