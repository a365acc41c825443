import type { BasemapSource, ListedBasemap } from './deploy.ts';

/** The basemap a person chose: what comes with the atlas, one that the deployment lists, or a file of their own. */
export type BasemapChoice =
  | { kind: 'embedded' }
  | { kind: 'listed'; id: string }
  /** `key` names the file among those that were opened; the file itself is no state. */
  | { kind: 'file'; key: string; name: string };

/** The basemap at the start, and the one to fall back to. */
export const embeddedBasemap: BasemapChoice = { kind: 'embedded' };

/**
 * Why a basemap is not drawn: the server refuses (key, quota), cannot be reached, does not answer in time; what it or
 * the file holds cannot be used; or it holds nothing for this part of the world.
 */
export type BasemapFailure = 'refused' | 'unreachable' | 'slow' | 'unusable' | 'elsewhere';

/** What has become of the chosen basemap. The embedded one is drawn in every state but `shown`. */
export type BasemapStatus =
  | { kind: 'embedded' }
  | { kind: 'loading' }
  /** It has nothing at this zoom, but has when one is nearer. */
  | { kind: 'farther' }
  /** It is drawn; `credits` is plain text. */
  | { kind: 'shown'; credits: string }
  | { kind: 'failed'; reason: BasemapFailure };

/** A basemap to be drawn under the items, with the choice that asked for it. */
export interface DetailedBasemap {
  choice: BasemapChoice;
  /** Credits that are known beforehand; a file brings its own. */
  credits: string;
  source: BasemapSource | { kind: 'file'; key: string };
}

/** What is to be drawn for a choice; null for the embedded basemap, and for one that is not listed. */
export function detailedBasemap(
  choice: BasemapChoice,
  listed: readonly ListedBasemap[],
): DetailedBasemap | null {
  if (choice.kind === 'file') return { choice, credits: '', source: { kind: 'file', key: choice.key } };
  if (choice.kind === 'embedded') return null;
  const basemap = listed.find(({ id }) => id === choice.id);
  return basemap ? { choice, credits: basemap.attribution, source: basemap.source } : null;
}
