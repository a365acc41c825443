import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AutoplayClock, type AutoplayPhase, type AutoplayTurn } from './autoplay-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function clockAt(turn: AutoplayTurn) {
  const due = vi.fn<() => void>();
  const phases: AutoplayPhase[] = [];
  const clock = new AutoplayClock(due, (phase) => phases.push(phase));
  let now = turn;
  const set = (part: Partial<AutoplayTurn>) => {
    now = { ...now, ...part };
    clock.set(now);
  };
  clock.set(turn);
  return { clock, due, phases, set };
}

const shown: AutoplayTurn = { scene: 1, seconds: 10, mapSettled: true, held: false };
/** The time after which a settled map is taken to be that of the scene. */
const heard = 100;

describe('the clock of a presentation that goes on by itself', () => {
  it('tells when a scene has stood for its time, once', () => {
    const { due } = clockAt(shown);
    vi.advanceTimersByTime(heard + 9_999);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100_000);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('keeps its time when the computer’s clock is set meanwhile', () => {
    const { due, set } = clockAt(shown);
    vi.advanceTimersByTime(heard + 4_000);
    vi.setSystemTime(new Date('1970-01-01T00:00:00Z'));
    set({ held: true });
    set({ held: false });
    vi.advanceTimersByTime(5_999);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('counts from when the map is settled, and is not put back when the map is disturbed later', () => {
    const { due, phases, set } = clockAt({ ...shown, mapSettled: false });
    vi.advanceTimersByTime(4_000);
    expect(phases).toEqual(['waiting']);
    set({ mapSettled: true });
    vi.advanceTimersByTime(6_000);
    set({ mapSettled: false });
    vi.advanceTimersByTime(3_999);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('does not take the settled map of the scene before for its own', () => {
    const { due, set } = clockAt(shown);
    vi.advanceTimersByTime(heard + 5_000);
    set({ scene: 2 });
    set({ mapSettled: false });
    vi.advanceTimersByTime(12_000);
    expect(due).not.toHaveBeenCalled();
    set({ mapSettled: true });
    vi.advanceTimersByTime(10_000);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('goes on all the same when the map never settles', () => {
    const { due } = clockAt({ ...shown, mapSettled: false });
    vi.advanceTimersByTime(heard + 15_000 + 9_999);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('keeps what is left while it is held, however often', () => {
    const { due, phases, set } = clockAt(shown);
    vi.advanceTimersByTime(heard + 4_000);
    for (let times = 0; times < 3; times += 1) {
      set({ held: true });
      vi.advanceTimersByTime(60_000);
      set({ held: false });
      vi.advanceTimersByTime(1_000);
    }
    vi.advanceTimersByTime(2_999);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
    expect(phases.slice(0, 4)).toEqual(['waiting', 'running', 'held', 'running']);
  });

  it('begins anew with each scene, the same one again too, and with another interval', () => {
    const { due, set } = clockAt({ ...shown, scene: { index: 1 } });
    for (const part of [{ scene: { index: 2 } }, { scene: { index: 2 } }, { seconds: 12 }]) {
      vi.advanceTimersByTime(9_000);
      set(part);
    }
    vi.advanceTimersByTime(11_999);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('leaves no timer when it is switched off', () => {
    const { clock, due, phases } = clockAt(shown);
    vi.advanceTimersByTime(heard + 5_000);
    clock.set(null);
    expect(vi.getTimerCount()).toBe(0);
    expect(phases.at(-1)).toBe('off');
    vi.advanceTimersByTime(60_000);
    expect(due).not.toHaveBeenCalled();
  });

  it('walks on when each time that is up brings the next scene', () => {
    let scene = 0;
    const clock: AutoplayClock = new AutoplayClock(() => show(scene + 1));
    const show = (next: number) => {
      scene = next;
      clock.set({ ...shown, scene, seconds: 1 });
    };
    show(1);
    vi.advanceTimersByTime(5 * (1_000 + heard));
    expect(scene).toBe(6);
    clock.set(null);
  });
});
