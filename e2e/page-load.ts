import type { CDPSession, Page } from '@playwright/test';

/** What may not grow while a page stands open. Heap in bytes. */
export interface PageLoad {
  heap: number;
  listeners: number;
  nodes: number;
}

/** What the page holds once everything that can go is gone. `Performance.enable` must have been sent. */
export async function pageLoad(browser: CDPSession): Promise<PageLoad> {
  for (let times = 0; times < 3; times += 1) await browser.send('HeapProfiler.collectGarbage');
  const { metrics } = await browser.send('Performance.getMetrics');
  const valueNamed = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heap: valueNamed('JSHeapUsedSize'),
    listeners: valueNamed('JSEventListeners'),
    nodes: valueNamed('Nodes'),
  };
}

/** A load in words, for the log. */
export function loadText({ heap, listeners, nodes }: PageLoad): string {
  return `heap ${(heap / 1e6).toFixed(1)} MB, ${listeners} listeners, ${nodes} nodes`;
}

const gpuThings = ['Buffer', 'Texture', 'Framebuffer', 'Program', 'VertexArray'] as const;

/** How many things of each kind the page has in the graphics memory. */
export type GpuLoad = Readonly<Record<(typeof gpuThings)[number], number>>;

/** Counts, from the next page on, what the map makes in the graphics memory and deletes there. */
export async function countGpu(page: Page): Promise<void> {
  await page.addInitScript((kinds) => {
    const live: Record<string, Set<unknown>> = {};
    Object.defineProperty(window, 'gpuLive', { value: live });
    const gl = WebGL2RenderingContext.prototype as unknown as Record<string, (thing?: unknown) => unknown>;
    for (const kind of kinds) {
      const set = new Set<unknown>();
      live[kind] = set;
      const [make, remove] = [gl[`create${kind}`], gl[`delete${kind}`]];
      gl[`create${kind}`] = function (this: unknown) {
        const thing = make?.call(this);
        set.add(thing);
        return thing;
      };
      gl[`delete${kind}`] = function (this: unknown, thing) {
        set.delete(thing);
        return remove?.call(this, thing);
      };
    }
  }, gpuThings);
}

/** What of it is there now. */
export function gpuLoad(page: Page): Promise<GpuLoad> {
  return page.evaluate(() => {
    const { gpuLive } = window as unknown as { gpuLive: Record<string, Set<unknown>> };
    return Object.fromEntries(Object.entries(gpuLive).map(([kind, set]) => [kind, set.size])) as GpuLoad;
  });
}
