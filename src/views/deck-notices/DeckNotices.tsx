import { DeckChangeNotice } from './DeckChangeNotice.tsx';
import { DeckStorageNotice } from './DeckStorageNotice.tsx';
import { LinkedDeckNotice } from './LinkedDeckNotice.tsx';
import './deck-notices.css';

/** All that is told of the person's decks. It stands over the screen, or in the dialog that is open. */
export function DeckNotices() {
  return (
    <div className="deck-notices">
      <DeckStorageNotice />
      <LinkedDeckNotice />
      <DeckChangeNotice />
    </div>
  );
}
