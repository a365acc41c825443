import { describe, expect, it } from 'vitest';
import { testScene } from '../../testing/atlas.ts';
import type { Deck } from '../dataset.ts';
import { defaultNotesSize, notesSizes, stepNotesSize } from './notes-size.ts';
import {
  clockText,
  elapsedAt,
  measuredDurations,
  measuredScenes,
  measuredSum,
  noTimes,
  pauseOrGoOn,
  timesAt,
  turnTo,
} from './scene-times.ts';

const deck: Deck = {
  id: 'own',
  title: '',
  titleEn: '',
  scenes: ['a', 'b', 'c'].map((id) => testScene({ id, seconds: id === 'b' ? 30 : null })),
};

describe('the times of the scenes', () => {
  const rehearsed = [
    ['a', 0],
    ['b', 10_400],
    ['a', 15_000],
    ['a', 17_000],
    [null, 20_000],
  ] as const;
  const times = rehearsed.reduce((sofar, [scene, at]) => turnTo(sofar, scene, at), noTimes);

  it('gather what a scene stood, also when one comes back to it', () => {
    expect([...timesAt(times, 99_000)]).toEqual([
      ['a', 10_400 + 5_000],
      ['b', 4_600],
    ]);
  });

  it('run on for the scene that stands', () => {
    const standing = turnTo(noTimes, 'a', 1_000);
    expect(timesAt(standing, 4_000).get('a')).toBe(3_000);
    expect(timesAt(standing, 500).get('a')).toBe(0);
  });

  it('are taken over in whole seconds, at least one; a scene passed over keeps its own', () => {
    const measured = measuredScenes(deck, times.gathered);
    expect(measured).toEqual([
      { id: 'a', seconds: 15 },
      { id: 'b', seconds: 5 },
      { id: 'c', seconds: null },
    ]);
    expect(measuredSum(measured)).toBe(20);
    expect(measuredDurations(measured)).toEqual([
      { id: 'a', seconds: 15 },
      { id: 'b', seconds: 5 },
    ]);
    expect(measuredDurations(measuredScenes(deck, new Map([['a', 90]])))).toEqual([{ id: 'a', seconds: 1 }]);
  });

  it('are durations of an hour at most', () => {
    const measured = measuredScenes(deck, new Map([['a', 5 * 3_600_000]]));
    expect(measured[0]?.seconds).toBe(18_000);
    expect(measuredDurations(measured)).toEqual([{ id: 'a', seconds: 3600 }]);
  });
});

describe('the presenter’s clock', () => {
  it('stands while paused and goes on from there', () => {
    const paused = pauseOrGoOn({ startedAt: 1_000, pausedAt: null }, 5_000);
    expect([elapsedAt(paused, 5_000), elapsedAt(paused, 60_000)]).toEqual([4_000, 4_000]);
    const again = pauseOrGoOn(paused, 60_000);
    expect(elapsedAt(again, 61_000)).toBe(5_000);
  });

  it('is written as people read it', () => {
    expect([-5, 0, 59_999, 60_000, 3_599_000, 3_723_000].map(clockText)).toEqual([
      '0:00',
      '0:00',
      '0:59',
      '1:00',
      '59:59',
      '1:02:03',
    ]);
  });
});

describe('the size of the notes', () => {
  it('steps between the smallest and the largest', () => {
    expect(stepNotesSize(defaultNotesSize, 1)).toBeGreaterThan(defaultNotesSize);
    expect(stepNotesSize(defaultNotesSize, -1)).toBeLessThan(defaultNotesSize);
    expect(stepNotesSize(defaultNotesSize, -99)).toBe(notesSizes[0]);
    expect(stepNotesSize(defaultNotesSize, 99)).toBe(notesSizes.at(-1));
    expect(stepNotesSize(7, 0)).toBe(defaultNotesSize);
  });
});
