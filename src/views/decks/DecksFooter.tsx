import deploy from 'virtual:atlas/deploy';
import { FileDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { mostBytes, writeDeckFile } from '../../model/decks/deck-file.ts';
import { withDecks } from '../../model/single-file.ts';
import { ownPage, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { importedDecks, type Told } from './imported-decks.ts';

/** What concerns no single deck: a new one, a file of decks, and the atlas with the decks inside. */
export function DecksFooter() {
  const t = useDictionary();
  const store = useAtlasStore();
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);

  const create = () => {
    const { newDeck, showDecks } = store.getState();
    showDecks({ kind: 'editor', deck: newDeck(), scene: null });
  };
  const importFile = async (file: File) => {
    try {
      // One that is far too large is not even read.
      const text = file.size > mostBytes ? null : await file.text();
      const { dataset, ownDecks, addDecks } = store.getState();
      const { decks, told: outcome } = importedDecks(file.name, text, dataset, ownDecks, t);
      addDecks(decks);
      setTold(outcome);
    } catch (error) {
      console.warn(`${file.name} could not be read.`, error);
      setTold({ failed: true, lines: [t.decks.unreadable(file.name)] });
    }
  };
  const saveSingleFile = async () => {
    setBusy(true);
    setTold({ failed: false, lines: [t.decks.savingSingleFile] });
    try {
      const { dataset, ownDecks } = store.getState();
      const decks = ownDecks.length > 0 ? writeDeckFile(ownDecks, dataset, { compact: true }) : '';
      const page = withDecks(await ownPage(), decks);
      saveFile(deploy.singleFileName, new Blob([page], { type: 'text/html' }));
      setTold({ failed: false, lines: [t.decks.savedSingleFile(ownDecks.length)] });
    } catch (error) {
      console.error('The single file could not be made.', error);
      const reason = error instanceof Error ? error.message : String(error);
      setTold({ failed: true, lines: [t.decks.singleFileFailed(reason)] });
    } finally {
      setBusy(false);
    }
  };

  return (
    <footer className="decks-footer">
      <div role={told?.failed ? 'alert' : 'status'} className="decks-told">
        {told?.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <button type="button" className="deck-button" onClick={create}>
        <Plus size="1em" aria-hidden="true" />
        {t.decks.create}
      </button>
      <FileButton
        className="deck-button"
        label={t.decks.importFile}
        accept=".json,application/json"
        onFile={importFile}
      />
      <button type="button" className="deck-button" disabled={busy} onClick={saveSingleFile}>
        <FileDown size="1em" aria-hidden="true" />
        {t.decks.saveSingleFile}
      </button>
    </footer>
  );
}
