import { describe, expect, it } from 'vitest';
import { swipedSteps } from './swipe.ts';

const swipe = (x: number, y: number, milliseconds = 200) =>
  swipedSteps({ x: 200, y: 400, time: 1_000 }, { x: 200 + x, y: 400 + y, time: 1_000 + milliseconds });

describe('a swipe', () => {
  it('to the left shows the next scene, to the right the one before', () => {
    expect([swipe(-120, 10), swipe(120, -10)]).toEqual([1, -1]);
  });

  it('is no tap, no scrolling and no holding', () => {
    expect([swipe(-20, 0), swipe(-60, -90), swipe(-60, 50), swipe(-200, 0, 2_000)]).toEqual([0, 0, 0, 0]);
  });
});
