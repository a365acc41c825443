import { isCount, isRecord } from '../model/decks/received-deck.ts';
import type { Stopwatch } from '../model/decks/scene-times.ts';

const key = 'atlas.presenter-clock';

/** The clock of a presentation as this window left it before it was loaded again; else one that runs since its beginning. */
export function keptStopwatch(presentation: number): Stopwatch {
  const running: Stopwatch = { startedAt: presentation, pausedAt: null };
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    if (!isRecord(kept) || kept.presentation !== presentation || !isCount(kept.startedAt)) return running;
    return { startedAt: kept.startedAt, pausedAt: isCount(kept.pausedAt) ? kept.pausedAt : null };
  } catch (error) {
    console.warn('The presenter’s clock runs since the beginning: session storage cannot be read.', error);
    return running;
  }
}

/** Keeps the clock of a presentation, which is known by its beginning. */
export function keepStopwatch(presentation: number, stopwatch: Stopwatch): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify({ presentation, ...stopwatch }));
  } catch (error) {
    console.warn('After a reload the clock runs since the beginning: no session storage.', error);
  }
}
