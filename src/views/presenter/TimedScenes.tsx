import { useEffect, useRef } from 'react';
import { titleIn } from '../../i18n/index.ts';
import type { Deck } from '../../model/dataset.ts';
import { clockText, type SceneTimes, timesAt } from '../../model/decks/scene-times.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { useNow } from '../../ui/now.ts';

/** All scenes with the time that each stood; a click goes there. */
export function TimedScenes({
  deck,
  index,
  times,
  disabled,
  onJump,
}: {
  deck: Deck;
  index: number;
  times: SceneTimes;
  disabled: boolean;
  onJump: (index: number) => void;
}) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const spent = timesAt(times, useNow());
  const list = useRef<HTMLOListElement>(null);
  // The list follows, and nothing else on the page moves.
  useEffect(() => {
    const row = list.current?.children[index];
    if (row instanceof HTMLElement && list.current)
      list.current.scrollTop = row.offsetTop - (list.current.clientHeight - row.offsetHeight) / 2;
  }, [index]);
  return (
    <nav className="timed-scenes" aria-label={t.presenter.scenes}>
      <ol ref={list}>
        {deck.scenes.map((scene, at) => {
          const time = spent.get(scene.id);
          return (
            <li key={scene.id}>
              <button
                type="button"
                aria-current={at === index ? 'true' : undefined}
                disabled={disabled}
                onClick={() => onJump(at)}
              >
                <span className="number">{at + 1}</span>
                <span className="name">{titleIn(scene, language)}</span>
                {time !== undefined && (
                  <span className="time" title={t.presenter.spent(clockText(time))}>
                    {clockText(time)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
