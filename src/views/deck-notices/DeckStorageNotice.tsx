import { latestReport } from '../../model/dataset.ts';
import { writeDeckFile } from '../../model/decks/deck-file.ts';
import { type UnreadDeck, useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { saveFile } from '../../ui/save-file.ts';

/** Says that the browser does not keep the decks, and offers them as a file; and what it kept and cannot be read. */
export function DeckStorageNotice() {
  const t = useDictionary();
  const store = useAtlasStore();
  const storage = useAtlas((state) => state.deckStorage);
  const unread = useAtlas((state) => state.unreadDecks);
  const exportAll = () => {
    const { ownDecks, dataset } = store.getState();
    const name = `atlas-decks ${latestReport(dataset).date}.json`;
    saveFile(name, new Blob([writeDeckFile(ownDecks, dataset)], { type: 'application/json' }));
  };
  const takeOut = () => {
    for (const { id, text } of damaged)
      saveFile(`atlas-deck-${id}.txt`, new Blob([text], { type: 'text/plain' }));
    dismiss('damaged');
  };
  const dismiss = (reason: UnreadDeck['reason']) =>
    store.setState({ unreadDecks: unread.filter((deck) => deck.reason !== reason) });
  const damaged = unread.filter(({ reason }) => reason === 'damaged');
  const newer = unread.filter(({ reason }) => reason === 'newer-version');
  return (
    <>
      {storage.kind === 'not-saved' && (
        <div className="notice deck-notice" role="alert">
          <span>{t.decks.notSaved[storage.reason]}</span>
          <button type="button" className="notice-action" onClick={exportAll}>
            {t.decks.exportAll}
          </button>
        </div>
      )}
      {damaged.length > 0 && (
        <div className="notice deck-notice" role="alert">
          <span>{t.decks.damaged(damaged.length)}</span>
          <button type="button" className="notice-action" onClick={takeOut}>
            {t.decks.takeOut}
          </button>
          <button type="button" className="notice-action" onClick={() => dismiss('damaged')}>
            {t.close}
          </button>
        </div>
      )}
      {newer.length > 0 && (
        <div className="notice deck-notice" role="alert">
          <span>{t.decks.newer(newer.length)}</span>
          <button type="button" className="notice-action" onClick={() => dismiss('newer-version')}>
            {t.close}
          </button>
        </div>
      )}
    </>
  );
}
