import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import type { Scene } from '../../model/dataset.ts';
import type { OwnDeck } from '../../model/decks/own-deck.ts';
import { useAtlasStore, useDictionary } from '../../state/index.ts';

/** What is done with a scene as a whole: moved, doubled, deleted. */
export function SceneTools({
  deck,
  index,
  scene,
  onMove,
  onChoose,
}: {
  deck: OwnDeck;
  index: number;
  scene: Scene;
  onMove: (to: number) => void;
  onChoose: (scene: string | null) => void;
}) {
  const t = useDictionary();
  const { copyScene, removeScene } = useAtlasStore().getState();
  const remove = () => {
    onChoose((deck.scenes[index + 1] ?? deck.scenes[index - 1])?.id ?? null);
    removeScene(deck.id, scene.id);
  };
  return (
    <div className="scene-tools">
      <h2>
        {index + 1} / {deck.scenes.length}
      </h2>
      <button type="button" className="text-button" disabled={index === 0} onClick={() => onMove(index - 1)}>
        <ArrowUp size="1.1em" aria-hidden="true" />
        {t.decks.moveUp}
      </button>
      <button
        type="button"
        className="text-button"
        disabled={index === deck.scenes.length - 1}
        onClick={() => onMove(index + 1)}
      >
        <ArrowDown size="1.1em" aria-hidden="true" />
        {t.decks.moveDown}
      </button>
      <button type="button" className="text-button" onClick={() => onChoose(copyScene(deck.id, scene.id))}>
        <Copy size="1.1em" aria-hidden="true" />
        {t.decks.duplicate}
      </button>
      <button type="button" className="text-button" onClick={remove}>
        <Trash2 size="1.1em" aria-hidden="true" />
        {t.decks.removeScene}
      </button>
    </div>
  );
}
