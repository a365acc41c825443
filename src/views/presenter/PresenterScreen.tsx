import { useEffect, useState } from 'react';
import { textIn, titleIn } from '../../i18n/index.ts';
import { clockText, noTimes, turnTo } from '../../model/decks/scene-times.ts';
import type { PresenterCommand, StageState } from '../../model/decks/stage-messages.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import { NotesSizeButtons, SpeakerNotes } from '../present/SpeakerNotes.tsx';
import { useNumberEntry } from '../present/use-number-entry.ts';
import { useStageKeys } from '../present/use-stage-keys.ts';
import { PresenterBar } from './PresenterBar.tsx';
import { TimedScenes } from './TimedScenes.tsx';

/** Current and next scene, notes, times and buttons; it goes on showing what it knows when the stage is not heard. */
export function PresenterScreen({
  state,
  connected,
  command,
}: {
  state: StageState;
  connected: boolean;
  command: (command: PresenterCommand) => void;
}) {
  const t = useDictionary();
  const dataset = useAtlas((atlas) => atlas.dataset);
  const language = useAtlas((atlas) => atlas.view.language);
  const { deck, index, black, aside } = state;
  const scene = deck.scenes[index];
  const next = deck.scenes[index + 1];
  const last = deck.scenes.length - 1;

  const [times, setTimes] = useState(noTimes);
  const standing = connected ? (scene?.id ?? null) : null;
  // A presentation that begins anew measures anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its beginning tells one from another
  useEffect(() => setTimes(noTimes), [state.startedAt, deck.id]);
  useEffect(() => setTimes((before) => turnTo(before, standing, Date.now())), [standing]);

  const number = useNumberEntry();
  const jump = (to: number) => command({ kind: 'jump', index: Math.min(Math.max(to, 0), last) });
  useStageKeys(
    connected
      ? {
          next: () => command({ kind: 'next' }),
          previous: () => command({ kind: 'previous' }),
          first: () => jump(0),
          last: () => jump(last),
          jump: () => jump((number.take() ?? index + 1) - 1),
          black: () => command({ kind: 'black', on: !black }),
          return: () => command({ kind: 'return' }),
          restart: () => jump(0),
          back: () => command(black ? { kind: 'black', on: false } : { kind: aside ? 'return' : 'end' }),
        }
      : {},
    number,
  );

  if (!scene) return null;
  const title = titleIn(scene, language);
  return (
    <>
      <main className="presenter-main">
        <div className="column">
          <section className="current" aria-label={t.presenter.current}>
            <div className="picture">
              <ScenePicture view={scene.view} dataset={dataset} />
              {(black || aside) && (
                <p className="on-stage-now" data-black={black || undefined}>
                  {black ? t.presenter.isBlack : t.presenter.isAside}
                </p>
              )}
            </div>
            {/* Long words are scrolled, by keys as well. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
            <section className="words" aria-label={title} tabIndex={0} data-stage-panel>
              <h2>{title}</h2>
              <p>{textIn(scene, language)}</p>
            </section>
          </section>
          <TimedScenes deck={deck} index={index} times={times} disabled={!connected} onJump={jump} />
        </div>
        <div className="column">
          <section className="following" aria-label={t.presenter.following}>
            {next && (
              <div className="picture">
                <ScenePicture view={next.view} dataset={dataset} />
              </div>
            )}
            <div className="words">
              <p className="label">{t.presenter.following}</p>
              <h2>{next ? titleIn(next, language) : t.presenter.none}</h2>
              {next && <p>{textIn(next, language)}</p>}
            </div>
          </section>
          <div className="presenter-notes">
            <header>
              <h2>{t.presenter.notes}</h2>
              {scene.seconds !== null && (
                <p className="hint">{t.presenter.planned(clockText(scene.seconds * 1000))}</p>
              )}
              <NotesSizeButtons />
            </header>
            <SpeakerNotes scene={scene} />
          </div>
        </div>
      </main>
      <PresenterBar state={state} typed={number.typed} disabled={!connected} command={command} />
      <p className="visually-hidden" role="status">
        {t.stage.announce(index + 1, deck.scenes.length, title)}
      </p>
    </>
  );
}
