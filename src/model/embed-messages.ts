import type { View } from './view.ts';
import { type DroppedParameter, viewToParameters } from './view-url.ts';

/** The version of these messages; every one carries it as `atlas`, which also tells them from others' messages. */
export const embedVersion = 1;

/** What the page around an embedded atlas may ask for. */
export type EmbedRequest =
  /** Begins the talk: the atlas answers to whoever asks, and to nobody before. */
  | { type: 'hello' }
  /** Shows a view, given as a link's parameters: `district=…&sector=…`, with or without a question mark. */
  | { type: 'set-view'; view: string };

/** What an embedded atlas tells the page around it. `view` is the view as a link's parameters. */
export type EmbedReport =
  | { type: 'ready'; view: string; count: number }
  | { type: 'view-changed'; view: string; count: number }
  /** The map has drawn all that the view asks for. */
  | { type: 'settled'; view: string }
  /** A request was not, or not wholly, understood; what of it was is shown. */
  | { type: 'refused'; reason: 'unknown-request'; dropped?: undefined }
  | { type: 'refused'; reason: 'unknown-parameters'; dropped: readonly DroppedParameter[] };

/** A report as it is posted. */
export type PostedReport = EmbedReport & { atlas: typeof embedVersion };

/** Longer than any view's parameters: what comes from elsewhere is not read without end. */
const longestView = 20_000;

/**
 * Reads what another page has posted: a request; `unknown` for what is meant for the atlas and not understood; null for
 * what is not meant for it. Never throws.
 */
export function readEmbedRequest(data: unknown): EmbedRequest | 'unknown' | null {
  if (typeof data !== 'object' || data === null || !('atlas' in data)) return null;
  const { atlas, type, view } = data as Record<string, unknown>;
  if (atlas !== embedVersion) return 'unknown';
  if (type === 'hello') return { type };
  if (type === 'set-view' && typeof view === 'string' && view.length <= longestView)
    return { type, view: view.replace(/^[?#]/u, '') };
  return 'unknown';
}

/** A view as its parameters in a message. */
export function viewText(view: View): string {
  return viewToParameters(view).toString().replaceAll('%2C', ',');
}

/** Whether a page of this origin may talk with the atlas: its own origin, and those that the publisher listed. */
export function mayEmbed(origin: string, own: string, listed: readonly string[]): boolean {
  // A page without an origin (`null`) could be anybody.
  return origin !== 'null' && (origin === own || listed.includes(origin));
}
