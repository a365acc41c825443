import { describe, expect, it } from 'vitest';
import { hasInk, type Ink, type InkAction, inkAfter, noInk } from './ink-strokes.ts';

const inkOf = (...actions: InkAction[]): Ink => actions.reduce(inkAfter, noInk);
const pen: InkAction = { type: 'toggle', tool: 'pen' };
const begin = (pointer: number, x = 0): InkAction => ({
  type: 'begin',
  pointer,
  point: [x, 0, 0.5],
  pressured: false,
});
const extend = (pointer: number, ...xs: number[]): InkAction => ({
  type: 'extend',
  pointer,
  points: xs.map((x) => [x, 0, 0.5] as const),
});
const end = (pointer: number): InkAction => ({ type: 'end', pointer });
const stroke = (x: number): InkAction[] => [begin(1, x), extend(1, x + 10), end(1)];
const startsOf = ({ strokes }: Ink) => strokes.map(({ points }) => points[0]?.[0]);

describe('the pen', () => {
  it('draws strokes, each under its own id', () => {
    const ink = inkOf(pen, begin(1), extend(1, 5, 10), extend(1, 20), end(1), ...stroke(50));
    expect(ink.strokes.map(({ points }) => points.map(([x]) => x))).toEqual([
      [0, 5, 10, 20],
      [50, 60],
    ]);
    expect(new Set(ink.strokes.map(({ id }) => id)).size).toBe(2);
    expect(ink.drawing).toBeNull();
  });

  it('draws nothing while it is not in hand', () => {
    expect(inkOf(begin(1), extend(1, 10), end(1))).toEqual(noInk);
    expect(inkOf({ type: 'toggle', tool: 'spot' }, ...stroke(0)).strokes).toEqual([]);
  });

  it('keeps to the pointer that began: a palm or a second finger draws nothing', () => {
    const ink = inkOf(pen, begin(1), begin(2, 500), extend(2, 510), end(2), extend(1, 10), end(1));
    expect(ink.strokes.map(({ points }) => points.map(([x]) => x))).toEqual([[0, 10]]);
  });

  it('keeps how hard a stylus was pressed', () => {
    const ink = inkOf(
      pen,
      { type: 'begin', pointer: 1, point: [0, 0, 0.2], pressured: true },
      { type: 'extend', pointer: 1, points: [[9, 0, 0.9]] },
      end(1),
    );
    expect(ink.strokes[0]).toMatchObject({
      pressured: true,
      points: [
        [0, 0, 0.2],
        [9, 0, 0.9],
      ],
    });
  });

  it('takes no point that stands where the last one does', () => {
    const begun = inkOf(pen, begin(1));
    expect(inkAfter(begun, extend(1, 0.2, 0.4))).toBe(begun);
  });

  it('keeps a stroke that was being drawn when it is put away', () => {
    for (const away of [pen, { type: 'put-away' } as const, { type: 'toggle', tool: 'spot' } as const]) {
      const ink = inkOf(pen, begin(1), extend(1, 10), away);
      expect([startsOf(ink), ink.drawing]).toEqual([[0], null]);
    }
  });
});

describe('taking back', () => {
  it('takes one stroke after the other, and then nothing', () => {
    const undo: InkAction = { type: 'undo' };
    const ink = inkOf(pen, ...stroke(0), ...stroke(50), undo);
    expect(startsOf(ink)).toEqual([0]);
    const none = inkAfter(ink, undo);
    expect(none.strokes).toEqual([]);
    expect(inkAfter(none, undo)).toBe(none);
  });

  it('takes the stroke that is being drawn first', () => {
    const ink = inkOf(pen, ...stroke(0), begin(1, 90), { type: 'undo' });
    expect([startsOf(ink), ink.drawing]).toEqual([[0], null]);
  });

  it('clears all strokes and leaves the pen in hand', () => {
    const ink = inkOf(pen, ...stroke(0), begin(1, 90), { type: 'clear' });
    expect([hasInk(ink), ink.tool]).toEqual([false, 'pen']);
  });

  it('leaves the strokes when the pen is put away, and nothing with the picture', () => {
    expect(startsOf(inkOf(pen, ...stroke(0), pen))).toEqual([0]);
    const reset = inkOf(pen, ...stroke(0), { type: 'reset' });
    expect([hasInk(reset), reset.tool]).toEqual([false, null]);
    expect(inkAfter(reset, { type: 'reset' })).toBe(reset);
  });

  it('never gives a new stroke the id of one before', () => {
    const first = inkOf(pen, ...stroke(0)).strokes[0]?.id;
    const later = inkOf(pen, ...stroke(0), { type: 'reset' }, pen, ...stroke(0)).strokes[0]?.id;
    expect(later).not.toBe(first);
  });
});

describe('the tools', () => {
  it('are one at a time, and the same again puts it away', () => {
    const tools = (...taken: ('spot' | 'pen')[]) =>
      inkOf(...taken.map((tool): InkAction => ({ type: 'toggle', tool }))).tool;
    expect([tools('spot'), tools('spot', 'pen'), tools('spot', 'spot')]).toEqual(['spot', 'pen', null]);
  });
});
