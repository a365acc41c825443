import { X } from 'lucide-react';
import { isolated } from '../../i18n/isolated.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { startPresenting } from '../present/start-presenting.ts';

/** Puts the deck that a link brought before the person, who decides what becomes of it. */
export function LinkedDeckNotice() {
  const t = useDictionary();
  const store = useAtlasStore();
  const linked = useAtlas((state) => state.linkedDeck);
  if (!linked) return null;
  const { answerLinkedDeck } = store.getState();
  if (linked.kind === 'unreadable')
    return (
      <div className="notice deck-notice" role="alert">
        <span>{t.decks.receivedUnreadable}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t.close}
          onClick={() => answerLinkedDeck('ignore')}
        >
          <X size="1.1em" aria-hidden="true" />
        </button>
      </div>
    );
  const { deck } = linked;
  return (
    <section
      className="notice deck-notice"
      aria-label={t.decks.received(isolated(deck.title), deck.scenes.length)}
    >
      <span role="status">{t.decks.received(isolated(deck.title), deck.scenes.length)}</span>
      {deck.scenes.length > 0 && (
        <button
          type="button"
          className="notice-action"
          onClick={() => {
            const id = answerLinkedDeck('present');
            if (id) startPresenting(store, { deck: id, index: 0 });
          }}
        >
          {t.present}
        </button>
      )}
      <button type="button" className="notice-action" onClick={() => answerLinkedDeck('keep')}>
        {t.decks.keep}
      </button>
      <button type="button" className="notice-action" onClick={() => answerLinkedDeck('ignore')}>
        {t.decks.ignore}
      </button>
    </section>
  );
}
