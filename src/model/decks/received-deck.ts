import type { Bounds, Deck, Scene, SceneQuote, SceneRole, SceneView } from '../dataset.ts';

/** More than any deck needs: what is larger is refused before anything is made of it. */
const most = { scenes: 1000, values: 2000, text: 50_000 };

const roles: readonly SceneRole[] = ['title', 'scene', 'closing'];

/** A deck out of a value of unknown shape, as another window sends it; null where any part of it is not as it must be. */
export function receivedDeck(value: unknown): Deck | null {
  if (!isRecord(value) || !Array.isArray(value.scenes) || value.scenes.length > most.scenes) return null;
  const { id, title, titleEn } = value;
  if (!isText(id) || !isText(title) || !isText(titleEn)) return null;
  const scenes = value.scenes.map(receivedScene);
  return scenes.every((scene) => scene !== null) ? { id, title, titleEn, scenes } : null;
}

function receivedScene(value: unknown): Scene | null {
  if (!isRecord(value)) return null;
  const { id, role, title, titleEn, text, textEn, notes, notesEn, seconds } = value;
  const known = roles.find((candidate) => candidate === role);
  const view = receivedView(value.view);
  const quote = value.quote === null ? null : receivedQuote(value.quote);
  const lasts = seconds === null || (typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds));
  if (!known || !view || quote === undefined || !lasts) return null;
  if (!isText(id) || !isText(title) || !isText(titleEn) || !isText(text) || !isText(textEn)) return null;
  if (!isText(notes) || !isText(notesEn)) return null;
  return { id, role: known, title, titleEn, text, textEn, notes, notesEn, quote, seconds, view };
}

function receivedView(value: unknown): SceneView | null {
  if (!isRecord(value) || !isRecord(value.filters)) return null;
  const { item, bounds, shaded } = value;
  if (!(item === null || isText(item)) || typeof shaded !== 'boolean') return null;
  if (!(bounds === null || isBounds(bounds))) return null;
  const filters: [string, string[]][] = [];
  for (const [facet, values] of Object.entries(value.filters)) {
    if (!Array.isArray(values) || values.length > most.values || !values.every(isText)) return null;
    filters.push([facet, values]);
  }
  if (filters.length > most.values) return null;
  return { filters: Object.fromEntries(filters), item, bounds, shaded };
}

/** Undefined where it is no quote. */
function receivedQuote(value: unknown): SceneQuote | undefined {
  if (!isRecord(value)) return undefined;
  const { report, paragraph, start, end } = value;
  if (!isText(report) || !isText(paragraph) || !isCount(start) || !isCount(end)) return undefined;
  return { report, paragraph, start, end };
}

/** An object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= most.text;
}

function isBounds(value: unknown): value is Bounds {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isFinite)) return false;
  const [west, south, east, north] = value as Bounds;
  return west <= east && south <= north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
}
