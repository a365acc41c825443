import { Copy, Download, Link, Save, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { fileName } from '../../export/file-name.ts';
import { type Deck, latestReport } from '../../model/dataset.ts';
import { writeDeckFile } from '../../model/decks/deck-file.ts';
import { copyOfDeck, type OwnDeck } from '../../model/decks/own-deck.ts';
import { deckLink, useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { DeckExports } from './DeckExports.tsx';

/** What became of a link that was asked for. */
type LinkOutcome = { kind: 'copied' | 'ready'; link: string } | { kind: 'too-long' | 'failed' };

/** What can be done with a deck beside starting it. */
export function DeckActions({ deck, title, own }: { deck: Deck | OwnDeck; title: string; own: boolean }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const view = useAtlas((state) => state.view);
  const [outcome, setOutcome] = useState<LinkOutcome | null>(null);
  const { copyDeck, keepDeck, removeDeck, showDecks } = store.getState();
  const origin = 'origin' in deck ? deck.origin : undefined;
  // Files and links are in one language: the person's own decks are already.
  const inOne = own ? deck : copyOfDeck(deck, deck.id, title, view.language);

  const copy = () => {
    const id = copyDeck(deck.id);
    if (id) showDecks({ kind: 'editor', deck: id, scene: null });
  };
  const exportFile = () =>
    saveFile(
      fileName(title, latestReport(dataset).date, 'json'),
      new Blob([writeDeckFile([inOne], dataset)], { type: 'application/json' }),
    );
  const share = async () => {
    setOutcome(null);
    try {
      const link = await deckLink(inOne, view, dataset);
      setOutcome(link ? { kind: (await copied(link)) ? 'copied' : 'ready', link } : { kind: 'too-long' });
    } catch (error) {
      console.error('The link could not be made.', error);
      setOutcome({ kind: 'failed' });
    }
  };
  return (
    <div className="deck-actions">
      {origin === 'link' && (
        <button type="button" className="text-button" onClick={() => keepDeck(deck.id)}>
          <Save size="1em" aria-hidden="true" />
          {t.decks.keep}
        </button>
      )}
      <button type="button" className="text-button" onClick={copy}>
        <Copy size="1em" aria-hidden="true" />
        {t.decks.copy}
      </button>
      <button type="button" className="text-button" onClick={exportFile}>
        <Download size="1em" aria-hidden="true" />
        {t.decks.exportFile}
      </button>
      <DeckExports deck={deck} />
      <button type="button" className="text-button" onClick={share}>
        <Link size="1em" aria-hidden="true" />
        {t.decks.shareLink}
      </button>
      {/* What came with the page would be there again the next time. */}
      {own && origin !== 'single-file' && (
        <button type="button" className="text-button" onClick={() => removeDeck(deck.id)}>
          <Trash2 size="1em" aria-hidden="true" />
          {t.decks.remove}
        </button>
      )}
      <LinkTold outcome={outcome} />
    </div>
  );
}

function LinkTold({ outcome }: { outcome: LinkOutcome | null }) {
  const t = useDictionary();
  const field = useId();
  const told: Record<LinkOutcome['kind'], string> = {
    copied: t.decks.linkCopied,
    ready: t.decks.linkReady,
    'too-long': t.decks.linkTooLong,
    failed: t.decks.linkFailed,
  };
  return (
    <div className="deck-link">
      <p role="status" id={field}>
        {outcome && told[outcome.kind]}
      </p>
      {outcome && 'link' in outcome && (
        <input
          readOnly
          value={outcome.link}
          aria-labelledby={field}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </div>
  );
}

/** Whether the browser let a text be copied. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or not there outside of a secure page: the link is shown and can be copied by hand.
    return false;
  }
}
