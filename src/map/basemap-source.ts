import type { DetailedBasemap } from '../model/basemap.ts';
import type { Bounds } from '../model/dataset.ts';
import {
  type LoadedBasemap,
  rasterParts,
  styleParts,
  UnusableBasemap,
  usesArchives,
} from './basemap-parts.ts';
import { keptFile } from './local-files.ts';

/** Milliseconds after which a server that says nothing is given up. */
export const patience = 12_000;

/** Gets what a basemap is drawn from: its style from a server, or the head of a file. Throws where there is nothing to draw. */
export async function loadBasemap({ source, credits }: DetailedBasemap): Promise<LoadedBasemap> {
  if (source.kind === 'raster') {
    const parts = rasterParts(source.layers);
    return { credits, bounds: null, parts: () => parts };
  }
  if (source.kind === 'file') return loadFile(source.key);
  const parts = styleParts(await fetchStyle(source.url), source.url);
  if (usesArchives(parts)) (await import('./pmtiles-file.ts')).allowRemoteArchives();
  return { credits, bounds: null, parts: () => parts };
}

async function loadFile(key: string): Promise<LoadedBasemap> {
  const file = keptFile(key);
  if (!file) throw new UnusableBasemap('the file is no longer open');
  // The reader of archives is loaded when the first one is opened.
  const { openPmtilesFile } = await import('./pmtiles-file.ts');
  return openPmtilesFile(key, file);
}

async function fetchStyle(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!response.ok)
    throw Object.assign(new Error(`${url} answers ${response.status}`), { status: response.status });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusableBasemap(`${url} is not JSON`, { cause: error });
  }
}

/** Whether two boxes (west, south, east, north in degrees) touch. */
export function boxesMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
