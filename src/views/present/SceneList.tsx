import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { titleIn } from '../../i18n/index.ts';
import { type OnStage, useAtlas, useDictionary } from '../../state/index.ts';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import './scene-list.css';

/** Where a key leads from a scene in the list, which stands in so many columns; null for a key that leads nowhere. */
function stepTo(key: string, index: number, columns: number, total: number): number | null {
  const steps: Record<string, number> = {
    ArrowRight: index + 1,
    PageDown: index + 1,
    ArrowLeft: index - 1,
    PageUp: index - 1,
    ArrowDown: index + columns,
    ArrowUp: index - columns,
    Home: 0,
    End: total - 1,
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return to === undefined ? null : Math.min(Math.max(to, 0), total - 1);
}

/** All scenes of the deck with their pictures, to go to one of them by arrows and Enter, or by a click. */
export function SceneList({
  stage: { deck, index },
  onJump,
  onClose,
}: {
  stage: OnStage;
  onJump: (index: number) => void;
  onClose: () => void;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];

  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once, at the present scene
  useEffect(() => {
    dialog.current?.showModal();
    buttons()[index]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'l') dialog.current?.close();
    else {
      const all = buttons();
      const at = all.indexOf(document.activeElement as HTMLButtonElement);
      const top = all[0]?.offsetTop;
      const columns = Math.max(1, all.filter(({ offsetTop }) => offsetTop === top).length);
      const to = stepTo(event.key, at < 0 ? index : at, columns, all.length);
      if (to === null) return;
      all[to]?.focus();
    }
    event.preventDefault();
  };
  return (
    <dialog
      className="dialog scene-list"
      ref={dialog}
      aria-label={t.onStage.list}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2>{titleIn(deck, language)}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t.onStage.closes}
          onClick={() => dialog.current?.close()}
        >
          <X size="1.15em" aria-hidden="true" />
        </button>
      </header>
      <ol ref={list}>
        {deck.scenes.map((scene, at) => (
          <li key={scene.id}>
            <button
              type="button"
              aria-current={at === index ? 'step' : undefined}
              onClick={() => {
                onJump(at);
                dialog.current?.close();
              }}
            >
              <ScenePicture view={scene.view} dataset={dataset} />
              <span className="scene-name">
                <b>{at + 1}</b> <bdi>{titleIn(scene, language)}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </dialog>
  );
}
