import type { Page } from '@playwright/test';

/** How long one input took to be seen, in milliseconds from the event. */
export interface Measured {
  /** To the next paint, as the browser's event timing reports it in steps of 8; what it leaves out counts as 16. */
  paint: number;
  /** To the second animation frame after it, which comes when the first has been painted. */
  frames: number;
  /** To the frame after the last change in the panels, as far as it came before the measure was taken. */
  complete: number;
  /** To when the map said again that all is drawn, as far as it had; 0 where it did not speak. */
  settled: number;
}

/** What the page keeps about its latest input. */
interface Recording {
  input: number | null;
  frames: number;
  complete: number;
  settled: number;
  /** When the page first painted something, and when its map was first settled, from its opening; in milliseconds. */
  opened: { paint: number; settled: number };
  /** Event timing by the time of the event: several entries may belong to one input. */
  painted: { start: number; duration: number }[];
  onInput: (event: Event) => void;
  onChange: () => void;
}

declare global {
  interface Window {
    paintRecording?: Recording;
  }
}

/**
 * Runs in the page before the app. Functions are set as members here: what runs in the page may not refer to what the
 * transpiler adds to keep their names.
 */
export function installRecorder(): void {
  const recording = {
    input: null,
    frames: 0,
    complete: 0,
    settled: 0,
    painted: [],
    opened: { paint: 0, settled: 0 },
  } as unknown as Recording;
  recording.onInput = (event) => {
    if (recording.input !== null) return;
    const start = event.timeStamp;
    recording.input = start;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        recording.frames = performance.now() - start;
      }),
    );
  };
  recording.onChange = () => {
    const start = recording.input;
    if (start === null) return;
    requestAnimationFrame(() => {
      if (recording.input === start) recording.complete = performance.now() - start;
    });
  };
  window.paintRecording = recording;
  for (const type of ['click', 'keydown']) window.addEventListener(type, recording.onInput, true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      recording.painted.push({ start: startTime, duration });
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName('first-contentful-paint');
    if (first) recording.opened.paint = first.startTime;
  }).observe({ type: 'paint', buffered: true });
  new MutationObserver((changes) => {
    const inPanels = changes.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element !== null && element.closest('.map-panel') === null;
    });
    if (inPanels) recording.onChange();
    const settles = changes.some(
      ({ target, attributeName }) =>
        attributeName === 'data-settled' && (target as Element).getAttribute('data-settled') === 'true',
    );
    if (!settles) return;
    const now = performance.now();
    recording.opened.settled ||= now;
    if (recording.input !== null) recording.settled = now - recording.input;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** What the page measured since it was last asked, once the frames after the input have come; null without an input. */
export async function takeMeasured(page: Page): Promise<Measured | null> {
  return page.evaluate(async () => {
    const recording = window.paintRecording;
    if (!recording) throw new Error('The page keeps no record of its paints.');
    // Two more frames and a task: by then the browser has reported the event, whatever held the page up.
    await new Promise((done) =>
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))),
    );
    const { input, frames, complete, settled, painted } = recording;
    Object.assign(recording, { input: null, frames: 0, complete: 0, settled: 0, painted: [] });
    if (input === null) return null;
    const own = painted.filter(({ start }) => Math.abs(start - input) < 1);
    return {
      paint: Math.max(16, ...own.map(({ duration }) => duration)),
      frames,
      complete: Math.max(complete, frames),
      settled,
    };
  });
}

/** When the page first painted something, and when its map was first settled, in milliseconds from its opening. */
export async function takeOpened(page: Page): Promise<{ paint: number; settled: number }> {
  return page.evaluate(() => {
    if (!window.paintRecording) throw new Error('The page keeps no record of its paints.');
    return window.paintRecording.opened;
  });
}
