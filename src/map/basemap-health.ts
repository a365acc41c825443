import type { BasemapFailure } from '../model/basemap.ts';

/** How a basemap's tiles have fared since the map last came to rest. */
export interface TileCounts {
  loaded: number;
  failed: number;
  /** Whether the map has nothing more to wait for. */
  atRest: boolean;
}

/** So many failures with no success between them, and nobody waits for the rest. */
const hopeless = 3;

/**
 * Whether a basemap can be relied on: a single hole among many tiles is no reason to take it away, a server that refuses
 * most of them is. `nothing` means that no tile was there to load.
 */
export function tileVerdict({ loaded, failed, atRest }: TileCounts): 'wait' | 'good' | 'bad' | 'nothing' {
  if (loaded === 0 && failed >= hopeless) return 'bad';
  if (!atRest) return 'wait';
  if (failed > loaded) return 'bad';
  return loaded > 0 ? 'good' : 'nothing';
}

/** Answers by which servers say that it is the key, the quota or the site's address that they mind. */
const refusals = [401, 402, 403, 418, 429];

/** Why something could not be got, from the error that came of it. */
export function failureOf(error: unknown): BasemapFailure {
  const { name, status } = (error ?? {}) as { name?: string; status?: number };
  if (name === 'UnusableBasemap') return 'unusable';
  if (name === 'TimeoutError') return 'slow';
  return status !== undefined && refusals.includes(status) ? 'refused' : 'unreachable';
}
