/**
 * How long frames take while a person pans and zooms: the app's map with the report's items against MapLibre alone with the
 * same, and the app's map driver with many made-up items against MapLibre as anybody would begin with as many.
 */
import type { Page } from '@playwright/test';
import { type Box, gestures } from './gestures.ts';
import { type Opened, type Placed, placeOfMap, type Session } from './session.ts';

const viewport = { width: 1280, height: 800 };

/** The intervals between frames, in milliseconds, of each gesture on either side, round by round. */
export type Intervals = Record<string, Record<'own' | 'bare', number[][]>>;

/** How many items there are, and how frames went with them. */
export interface Panning {
  items: number;
  intervals: Intervals;
}

/** The report's own items, then so many made-up ones; each in so many rounds, after one that does not count. */
export async function measurePanning(
  session: Session,
  located: number,
  counts: readonly number[],
  rounds: number,
): Promise<Panning[]> {
  const app = await session.open('app', { viewport });
  const placed = await placeOfMap(app);
  await app.context().close();
  const panned = [
    {
      items: located,
      intervals: await compare(session, placed, rounds, ['app', {}], ['maplibre', {}]),
    },
  ];
  for (const items of counts) {
    const query = { items: String(items) };
    const intervals = await compare(
      session,
      placed,
      rounds,
      ['many', query],
      ['many', { ...query, side: 'bare' }],
    );
    panned.push({ items, intervals });
    console.error(`panning: ${items} items`);
  }
  return panned;
}

type Shown = readonly [name: Parameters<Session['open']>[0], query: NonNullable<Opened['query']>];

async function compare(
  { open }: Session,
  placed: Placed,
  rounds: number,
  own: Shown,
  bare: Shown,
): Promise<Intervals> {
  const intervals: Intervals = Object.fromEntries(gestures.map(({ name }) => [name, { own: [], bare: [] }]));
  for (let round = 0; round <= rounds; round += 1) {
    // Whoever comes second may find a warmer machine.
    const sides = round % 2 === 0 ? (['own', 'bare'] as const) : (['bare', 'own'] as const);
    for (const side of sides) {
      const [name, query] = side === 'own' ? own : bare;
      const page = await open(name, { viewport, placed, query });
      await waitUntilUncovered(page, placed.box);
      for (const { name: gesture, perform, end } of gestures) {
        await startRecording(page);
        await perform(page.mouse, placed.box);
        const recorded = await stopRecording(page);
        if (round > 0) intervals[gesture]?.[side].push(recorded);
        await end(page.mouse);
      }
      await page.context().close();
    }
  }
  return intervals;
}

/** What stands on the page before the map does not take the gestures any more. */
async function waitUntilUncovered(page: Page, { x, y, width, height }: Box): Promise<void> {
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.waitForFunction((at) => document.elementFromPoint(at.x, at.y)?.localName === 'canvas', middle);
}

/** Where the page keeps the times of its frames while they are recorded. */
interface Recording {
  frameTimes?: number[];
  onFrame?: FrameRequestCallback | undefined;
}

async function startRecording(page: Page): Promise<void> {
  await page.evaluate(() => {
    const recording = window as Recording;
    const times: number[] = [];
    recording.frameTimes = times;
    // A member, not a function with a name: what runs in the page may not refer to what tsx adds for names.
    recording.onFrame = (time) => {
      times.push(time);
      if (recording.onFrame) requestAnimationFrame(recording.onFrame);
    };
    requestAnimationFrame(recording.onFrame);
  });
}

async function stopRecording(page: Page): Promise<number[]> {
  const times = await page.evaluate(() => {
    const recording = window as Recording;
    recording.onFrame = undefined;
    return recording.frameTimes ?? [];
  });
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}
