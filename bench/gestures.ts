import { setTimeout as wait } from 'node:timers/promises';
import type { Mouse } from '@playwright/test';

/** A box in the window, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Something a person does to a map with the mouse, always on the same course. */
export interface Gesture {
  name: string;
  /** All that moves the map: frames count while this lasts. */
  perform(mouse: Mouse, map: Box): Promise<void>;
  /** Brings the map to rest where it began. */
  end(mouse: Mouse): Promise<void>;
}

/** A mouse reports about this often, and a hand turns a wheel about this often, in milliseconds. */
const mousePace = 16;
const wheelPace = 80;

/** Milliseconds of a pan, and those in which what a gesture has begun comes to rest. */
const panTime = 3000;
const rest = 400;

const wheelTurns = 10;

/**
 * Twice round a loop, back to where it began. A hand does not wait for a slow page: the mouse is where the time says.
 */
async function pan(mouse: Mouse, map: Box): Promise<void> {
  const [x, y] = middleOf(map);
  const radius = Math.min(map.width, map.height) / 6;
  await mouse.move(x, y);
  await mouse.down();
  const start = performance.now();
  for (let share = 0; share < 1; ) {
    share = Math.min(1, (performance.now() - start) / panTime);
    const angle = share * Math.PI * 4;
    await mouse.move(x + radius * (Math.cos(angle) - 1), y + radius * Math.sin(angle));
    await wait(mousePace);
  }
}

/** The mouse rests before it lets go, so that the map does not glide. */
async function endPan(mouse: Mouse): Promise<void> {
  await wait(rest);
  await mouse.up();
}

/** The wheel turned towards the city, then back. */
async function zoom(mouse: Mouse, map: Box): Promise<void> {
  const [x, y] = middleOf(map);
  await mouse.move(x, y);
  for (const turn of [-120, 120]) {
    for (let turns = 0; turns < wheelTurns; turns++) {
      await mouse.wheel(0, turn);
      await wait(wheelPace);
    }
  }
}

/** The two gestures that a map must follow at once. */
export const gestures: readonly Gesture[] = [
  { name: 'pan', perform: pan, end: endPan },
  { name: 'zoom', perform: zoom, end: () => wait(rest) },
];

function middleOf({ x, y, width, height }: Box): [number, number] {
  return [x + width / 2, y + height / 2];
}
