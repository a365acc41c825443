/** What opening costs: bytes, first paint, settled map and heap, of the app and of its peers, in turn in one browser. */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { pageLoad } from '../e2e/page-load.ts';
import { takeOpened } from './paint-recorder.ts';
import { type Placed, peers, placeOfMap, type Session, type Side } from './session.ts';

const viewport = { width: 1440, height: 900 };

export const openingMeasures = ['bytes', 'paint', 'settled', 'heap'] as const;
/** Each measure round by round: kilobytes (gzip), milliseconds, milliseconds, megabytes. */
export type Opening = Record<Side, Record<(typeof openingMeasures)[number], number[]>>;

/** Opens each page once a round; the first round warms the machine up and is not counted. */
export async function measureOpening({ open }: Session, rounds: number): Promise<Opening> {
  const sides: Side[] = ['app', ...peers];
  const measured = Object.fromEntries(
    sides.map((side) => [side, { bytes: [], paint: [], settled: [], heap: [] }]),
  ) as unknown as Opening;
  let placed: Placed | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    // Whoever comes second may find a warmer machine. The app is the first of all: it says where the maps stand.
    const order = sides.map((_, index) => sides[(index + round) % sides.length] as Side);
    for (const side of order) {
      const bodies: Promise<number>[] = [];
      const page = await open(side, { viewport, placed, before: (opened) => countBytes(opened, bodies) });
      placed ??= await placeOfMap(page);
      const { paint, settled } = await takeOpened(page);
      const bytes = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
      const heap = await heapOf(page);
      await page.context().close();
      if (round === 0) continue;
      const own = measured[side];
      own.bytes.push(bytes / 1000);
      own.paint.push(paint);
      own.settled.push(settled);
      own.heap.push(heap / 1e6);
    }
    console.error(`opening: round ${round} of ${rounds}`);
  }
  return measured;
}

/** Notes how large each body is that the page asks for, compressed as a server would send it. */
function countBytes(page: Page, bodies: Promise<number>[]): void {
  page.on('response', (response) => {
    if (response.ok())
      bodies.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
  });
}

/** What the page's own thread keeps once all that can go is gone, in bytes; workers and graphics memory are not in it. */
async function heapOf(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable');
  return (await pageLoad(browser)).heap;
}
