import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { OwnDeck } from '../../model/decks/own-deck.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import { useDragOrder } from './use-drag-order.ts';

/** The scenes in their order: to be chosen, and moved by dragging or with Alt and an arrow key. */
export function SceneOrder({
  deck,
  current,
  onChoose,
  onMove,
}: {
  deck: OwnDeck;
  current: string | null;
  onChoose: (scene: string) => void;
  onMove: (scene: string, to: number) => void;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const list = useRef<HTMLOListElement>(null);
  const drag = useDragOrder(list, (from, to) => {
    const scene = deck.scenes[from];
    if (scene) onMove(scene.id, to);
  });
  const place = deck.scenes.findIndex(({ id }) => id === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scene that was moved is brought into sight as well
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, place]);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const scene = deck.scenes[index];
    if (step === 0 || !scene || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.altKey) {
      onMove(scene.id, index + step);
      return;
    }
    const next = deck.scenes[index + step];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelectorAll<HTMLElement>('.scene-choice')[index + step]?.focus();
  };

  return (
    <ol className="scene-order" ref={list}>
      {deck.scenes.map((scene, index) => (
        <li key={scene.id} data-dragged={drag.from === index || undefined} data-drop={drag.mark(index)}>
          <span className="scene-grip" aria-hidden="true" {...drag.grip(index)}>
            <GripVertical size="1.1em" />
          </span>
          <button
            type="button"
            className="scene-choice"
            aria-current={scene.id === current ? 'true' : undefined}
            onClick={() => onChoose(scene.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <span className="scene-number">{index + 1}</span>
            <span className="scene-small">
              <ScenePicture view={scene.view} dataset={dataset} />
            </span>
            <span className="scene-heading">{scene.title || t.decks.scene(index + 1)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
