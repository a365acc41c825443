import { ArrowLeft, ListPlus, Play, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OwnDeck } from '../../model/decks/own-deck.ts';
import type { StagePosition } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { DeckNotices } from '../deck-notices/DeckNotices.tsx';
import { SceneForm } from './SceneForm.tsx';
import { SceneOrder } from './SceneOrder.tsx';
import { SceneTools } from './SceneTools.tsx';
import './deck-editor.css';

/** The editor of one deck: its scenes in order on the left, the chosen one on the right. Every change is kept at once. */
export function DeckEditor({
  deck,
  scene,
  onPresent,
}: {
  deck: OwnDeck;
  scene: string | null;
  onPresent: (stage: StagePosition) => void;
}) {
  const t = useDictionary();
  const store = useAtlasStore();
  const { showDecks, renameDeck, addScene, dismissDeckChange } = store.getState();
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState(scene);
  const [announced, setAnnounced] = useState('');
  const index = Math.max(
    deck.scenes.findIndex(({ id }) => id === chosen),
    0,
  );
  const current = deck.scenes[index];

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    // One comes for a scene, or to name the deck.
    const first = scene ? '.scene-order [aria-current]' : '.editor-title';
    dialog.current?.querySelector<HTMLElement>(first)?.focus();
  }, [scene]);

  const move = (id: string, to: number) => {
    const from = deck.scenes.findIndex((each) => each.id === id);
    const within = Math.min(Math.max(to, 0), deck.scenes.length - 1);
    if (from === within) return;
    store.getState().moveScene(deck.id, id, within);
    setAnnounced(t.decks.moved(from + 1, within + 1));
  };
  const add = () => {
    addScene(deck.id);
    const { deckChange } = store.getState();
    if (deckChange?.kind === 'scene-added') setChosen(deckChange.scene);
    // One sees it in the list: nothing has to be told, least of all with a way to where one is.
    dismissDeckChange();
  };
  const present = () => {
    dialog.current?.close();
    onPresent({ deck: deck.id, index });
  };

  return (
    <dialog
      className="deck-editor"
      ref={dialog}
      aria-label={t.decks.editor(deck.title)}
      onClose={() => showDecks(null)}
    >
      <header className="editor-head">
        <button
          type="button"
          className="quiet-button"
          aria-label={t.decks.allDecks}
          onClick={() => showDecks({ kind: 'list' })}
        >
          <ArrowLeft size="1.1em" aria-hidden="true" />
          <span>{t.decks.allDecks}</span>
        </button>
        <input
          className="editor-title"
          aria-label={t.decks.deckTitle}
          value={deck.title}
          onChange={({ target }) => renameDeck(deck.id, target.value)}
        />
        <StorageWord />
        <button type="button" className="deck-start" disabled={!current} onClick={present}>
          <Play size="0.9em" aria-hidden="true" />
          {t.decks.presentHere}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t.close}
          onClick={() => dialog.current?.close()}
        >
          <X size="1.15em" aria-hidden="true" />
        </button>
      </header>
      <nav className="editor-scenes" aria-label={t.decks.scenes}>
        <SceneOrder deck={deck} current={current?.id ?? null} onChoose={setChosen} onMove={move} />
        <button type="button" className="deck-button" onClick={add}>
          <ListPlus size="1.1em" aria-hidden="true" />
          {t.decks.addSceneHere}
        </button>
        {deck.scenes.length > 1 && <p className="hint">{t.decks.scenesKeys}</p>}
      </nav>
      <section className="editor-scene" aria-label={current ? t.decks.scene(index + 1) : t.decks.scenes}>
        {current ? (
          <>
            <SceneTools
              deck={deck}
              index={index}
              scene={current}
              onMove={(to) => move(current.id, to)}
              onChoose={setChosen}
            />
            <SceneForm key={current.id} deck={deck.id} scene={current} />
          </>
        ) : (
          <p className="hint">{t.decks.noScenes}</p>
        )}
      </section>
      <p className="visually-hidden" role="status">
        {announced}
      </p>
      <DeckNotices />
    </dialog>
  );
}

/** Whether the browser holds what stands here. What fails is told in a notice as well. */
function StorageWord() {
  const t = useDictionary();
  const storage = useAtlas((state) => state.deckStorage);
  return (
    <span className="editor-storage hint">
      {storage.kind === 'saved' && t.decks.saved}
      {storage.kind === 'saving' && t.decks.saving}
    </span>
  );
}
