import { Timer } from 'lucide-react';
import { clockText, timesAt } from '../../model/decks/scene-times.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { useNow } from '../../ui/now.ts';

/** Begins a rehearsal; while one runs, the time of this scene and of all, and its end. */
export function RehearsalClock() {
  const t = useDictionary();
  const store = useAtlasStore();
  const running = useAtlas((state) => state.rehearsal !== null && !state.rehearsal.finished);
  if (running) return <RunningClock />;
  return (
    <button
      type="button"
      className="text-button"
      title={t.rehearsal.startHint}
      onClick={() => store.getState().startRehearsal()}
    >
      <Timer size="1.15em" aria-hidden="true" />
      {t.rehearsal.start}
    </button>
  );
}

function RunningClock() {
  const t = useDictionary();
  const store = useAtlasStore();
  const rehearsal = useAtlas((state) => state.rehearsal);
  const now = useNow();
  if (!rehearsal) return null;
  const spent = timesAt(rehearsal.times, now);
  const sum = [...spent.values()].reduce((total, each) => total + each, 0);
  return (
    <>
      <p className="rehearsal-clock">
        <span>{t.rehearsal.running(clockText(sum))}</span>
        <span>
          {t.presenter.onScene} {clockText(spent.get(rehearsal.times.scene ?? '') ?? 0)}
        </span>
      </p>
      <button
        type="button"
        className="text-button rehearsal-end"
        onClick={() => store.getState().finishRehearsal()}
      >
        {t.rehearsal.finish}
      </button>
    </>
  );
}
