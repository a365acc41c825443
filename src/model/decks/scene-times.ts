import type { Deck } from '../dataset.ts';

/** How long each scene stood so far. Times are in milliseconds since 1970. */
export interface SceneTimes {
  /** The scene that stands now; null while the clock is stopped. */
  scene: string | null;
  /** Since when it stands. */
  since: number;
  /** What the scenes gathered before, in milliseconds, by their ids. */
  gathered: ReadonlyMap<string, number>;
}

export const noTimes: SceneTimes = { scene: null, since: 0, gathered: new Map() };

/** Turns to another scene, or, with null, stops the clock. A scene that one comes back to goes on gathering. */
export function turnTo(times: SceneTimes, scene: string | null, now: number): SceneTimes {
  if (scene === times.scene) return times;
  return { scene, since: now, gathered: timesAt(times, now) };
}

/** How long each scene stood until now, in milliseconds, by its id; only those that stood. */
export function timesAt({ scene, since, gathered }: SceneTimes, now: number): ReadonlyMap<string, number> {
  if (scene === null) return gathered;
  // A clock that was set back in between takes nothing away.
  const added = Math.max(now - since, 0);
  return new Map(gathered).set(scene, (gathered.get(scene) ?? 0) + added);
}

/** A line of what a rehearsal measured, in whole seconds; null for a scene that was passed over. */
export interface MeasuredScene {
  id: string;
  seconds: number | null;
}

/** What was measured, scene by scene in the order of the deck: whole seconds, at least one. */
export function measuredScenes(deck: Deck, gathered: ReadonlyMap<string, number>): MeasuredScene[] {
  return deck.scenes.map(({ id }) => {
    const milliseconds = gathered.get(id);
    return { id, seconds: milliseconds === undefined ? null : Math.max(1, Math.round(milliseconds / 1000)) };
  });
}

/** The sum of what was measured, in seconds. */
export function measuredSum(measured: readonly MeasuredScene[]): number {
  return measured.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}

/** A scene stands for an hour at most when its deck plays by itself. */
const longestSeconds = 3600;

/** The measured times as durations of the scenes, in seconds; a scene that was passed over is not among them. */
export function measuredDurations(measured: readonly MeasuredScene[]): { id: string; seconds: number }[] {
  return measured.flatMap(({ id, seconds }) =>
    seconds === null ? [] : [{ id, seconds: Math.min(seconds, longestSeconds) }],
  );
}

/** A clock that can be stopped and set back. Times are in milliseconds since 1970. */
export interface Stopwatch {
  startedAt: number;
  /** Since when it stands; null while it runs. */
  pausedAt: number | null;
}

/** How long it ran until now, in milliseconds. */
export function elapsedAt({ startedAt, pausedAt }: Stopwatch, now: number): number {
  return Math.max((pausedAt ?? now) - startedAt, 0);
}

/** Stops a running clock; lets a stopped one go on from where it stands. */
export function pauseOrGoOn({ startedAt, pausedAt }: Stopwatch, now: number): Stopwatch {
  return pausedAt === null
    ? { startedAt, pausedAt: now }
    : { startedAt: startedAt + (now - pausedAt), pausedAt: null };
}

/** Milliseconds as people read a clock: `3:05`, from an hour on `1:03:05`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(Math.max(milliseconds, 0) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
