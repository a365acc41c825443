import { Pause, Play, TimerReset } from 'lucide-react';
import { useState } from 'react';
import { languageTag } from '../../i18n/index.ts';
import { clockText, elapsedAt, pauseOrGoOn, type Stopwatch } from '../../model/decks/scene-times.ts';
import { keepStopwatch, keptStopwatch, useAtlas, useDictionary } from '../../state/index.ts';
import { useNow } from '../../ui/now.ts';

/** The time of day, and how long the presentation runs; stopped and set back by hand. `presentation` is when it began. */
export function PresenterClock({ presentation }: { presentation: number }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const now = useNow();
  const [stopwatch, setStopwatch] = useState(() => keptStopwatch(presentation));
  const set = (next: Stopwatch) => {
    setStopwatch(next);
    keepStopwatch(presentation, next);
  };
  const paused = stopwatch.pausedAt !== null;
  const time = new Intl.DateTimeFormat(languageTag(language), { timeStyle: 'short', hourCycle: 'h23' });
  return (
    <section className="presenter-clock" aria-label={t.presenter.timing}>
      <p>
        <span>{t.presenter.clock}</span> {time.format(now)}
      </p>
      <p className="elapsed" data-paused={paused || undefined}>
        <span>{t.presenter.elapsed}</span> {clockText(elapsedAt(stopwatch, now))}
      </p>
      <button
        type="button"
        className="icon-button"
        aria-label={paused ? t.presenter.goOn : t.presenter.pause}
        onClick={() => set(pauseOrGoOn(stopwatch, Date.now()))}
      >
        {paused ? <Play size="1.1em" aria-hidden="true" /> : <Pause size="1.1em" aria-hidden="true" />}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t.presenter.reset}
        onClick={() => set({ startedAt: Date.now(), pausedAt: null })}
      >
        <TimerReset size="1.15em" aria-hidden="true" />
      </button>
    </section>
  );
}
