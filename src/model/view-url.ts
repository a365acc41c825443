import { areaById } from './areas.ts';
import type { Bounds, Dataset, Deck } from './dataset.ts';
import { facetOptions } from './facet-options.ts';
import { type FacetId, type Filters, facetIds } from './facets.ts';
import { type Autoplay, type Camera, defaultView, languages, panelIds, themeIds, type View } from './view.ts';

/** The version of the URL format. What only adds parameters keeps it; a format that reads older ones otherwise raises it and migrates them. */
export const urlVersion = 1;

/** Why a parameter was dropped, so that the interface can say so. */
export interface DroppedParameter {
  name: string;
  value: string;
  reason: 'unknown-parameter' | 'unknown-value' | 'unknown-version';
}

/** The parameter of the fragment that carries a whole deck. */
export const deckParameter = 'deck';

/** A parameter that belongs to the page and not to the view: it is neither read nor complained about here. */
export const pageParameters: ReadonlySet<string> = new Set(['embed', 'presenter', deckParameter]);

/** The view as URL parameters, in a fixed order, each facet under its own name; what is as by default is left out. */
export function viewToParameters(view: View): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const facet of facetIds) {
    const chosen = view.filters[facet];
    if (chosen && chosen.length > 0) parameters.set(facet, chosen.join(','));
  }
  if (view.item) parameters.set('item', view.item);
  const at = cameraToText(view.camera);
  if (at) parameters.set('at', at);
  if (view.language !== defaultView.language) parameters.set('lang', view.language);
  if (view.theme !== defaultView.theme) parameters.set('theme', view.theme);
  if (view.panel) parameters.set('panel', view.panel);
  if (view.paragraph) parameters.set('paragraph', view.paragraph);
  if (view.compare) parameters.set('compare', view.compare);
  if (view.shaded) parameters.set('shaded', shadedValue);
  if (view.stage) parameters.set('scene', `${view.stage.deck}.${view.stage.index + 1}`);
  if (view.autoplay) parameters.set('autoplay', autoplayToText(view.autoplay));
  if (parameters.size > 0) parameters.set('v', String(urlVersion));
  return parameters;
}

/** Finds a deck by its id; one may be made of what the filters choose. */
export type DeckById = (id: string, filters: Filters) => Deck | undefined;

/**
 * The view that URL parameters describe. Never fails: what is unknown or stale is left at its default and returned
 * among `dropped`.
 */
export function parametersToView(
  parameters: URLSearchParams,
  dataset: Dataset,
  deckById: DeckById = (id) => dataset.decks.find((deck) => deck.id === id),
): { view: View; dropped: DroppedParameter[] } {
  const dropped: DroppedParameter[] = [];
  const view: View = { ...defaultView };
  const filters: Filters = {};
  let scene: string | null = null;
  const drop = (name: string, value: string, reason: DroppedParameter['reason']) =>
    dropped.push({ name, value, reason });

  for (const [name, value] of parameters) {
    if (pageParameters.has(name)) continue;
    if (isFacetParameter(name)) {
      const known = new Set(facetOptions(name, dataset).map((option) => option.value));
      const values = [...new Set(value.split(',').filter(Boolean))];
      for (const unknown of values.filter((candidate) => !known.has(candidate)))
        drop(name, unknown, 'unknown-value');
      const kept = values.filter((candidate) => known.has(candidate));
      if (kept.length > 0) filters[name] = kept;
    } else if (name === 'item') {
      if (dataset.items.some((item) => item.id === value)) view.item = value;
      else drop(name, value, 'unknown-value');
    } else if (name === 'at') {
      const camera = textToCamera(value, dataset);
      if (camera) view.camera = camera;
      else drop(name, value, 'unknown-value');
    } else if (name === 'lang') {
      const language = languages.find((candidate) => candidate === value);
      if (language) view.language = language;
      else drop(name, value, 'unknown-value');
    } else if (name === 'theme') {
      const theme = themeIds.find((candidate) => candidate === value);
      if (theme) view.theme = theme;
      else drop(name, value, 'unknown-value');
    } else if (name === 'panel') {
      const panel = panelIds.find((candidate) => candidate === value);
      if (panel) view.panel = panel;
      else drop(name, value, 'unknown-value');
    } else if (name === 'paragraph') {
      if (hasParagraph(dataset, value)) view.paragraph = value;
      else drop(name, value, 'unknown-value');
    } else if (name === 'compare') {
      if (isArea(dataset, value)) view.compare = value;
      else drop(name, value, 'unknown-value');
    } else if (name === 'shaded') {
      if (value === shadedValue) view.shaded = true;
      else drop(name, value, 'unknown-value');
    } else if (name === 'scene') {
      scene = value;
    } else if (name === 'autoplay') {
      const autoplay = textToAutoplay(value);
      if (autoplay) view.autoplay = autoplay;
      else drop(name, value, 'unknown-value');
    } else if (name === 'v') {
      if (value !== String(urlVersion)) drop(name, value, 'unknown-version');
    } else {
      drop(name, value, 'unknown-parameter');
    }
  }
  if (scene !== null) {
    // Only now: a deck may be made of what the filters choose.
    view.stage = textToStage(scene, (id) => deckById(id, filters));
    if (!view.stage) drop('scene', scene, 'unknown-value');
  }
  return { view: { ...view, filters }, dropped };
}

/** What the districts are shaded by; there is one measure so far. */
const shadedValue = 'items';

/** Whether a text is the address of a paragraph, as `report/p12`. */
function hasParagraph(dataset: Dataset, address: string): boolean {
  return dataset.reports.some((report) =>
    report.paragraphs.some((paragraph) => `${report.id}/${paragraph.id}` === address),
  );
}

function isArea(dataset: Dataset, id: string): boolean {
  return areaById(dataset.city, id) !== undefined;
}

function isFacetParameter(name: string): name is FacetId {
  return (facetIds as readonly string[]).includes(name);
}

function cameraToText(camera: Camera): string | null {
  if (camera.kind === 'auto') return null;
  // Four decimals are about 10 m: finer than any screen needs, short enough to read.
  return camera.kind === 'item'
    ? camera.item
    : camera.bounds.map((degrees) => Number(degrees.toFixed(4))).join(',');
}

function textToCamera(text: string, dataset: Dataset): Camera | null {
  if (dataset.items.some((item) => item.id === text && item.place.bounds))
    return { kind: 'item', item: text };
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return null;
  const [west, south, east, north] = numbers as Bounds;
  const [minWest, minSouth, maxEast, maxNorth] = dataset.city.window;
  const overlapsWindow = west < maxEast && east > minWest && south < maxNorth && north > minSouth;
  const isBox = west < east && south < north && west >= -180 && east <= 180 && south >= -85 && north <= 85;
  return isBox && overlapsWindow ? { kind: 'bounds', bounds: [west, south, east, north] } : null;
}

function textToStage(text: string, deckById: (id: string) => Deck | undefined): View['stage'] {
  const dot = text.lastIndexOf('.');
  const number = Number(text.slice(dot + 1));
  const deck = deckById(text.slice(0, dot));
  if (!deck || !Number.isInteger(number) || number < 1 || number > deck.scenes.length) return null;
  return { deck: deck.id, index: number - 1 };
}

/** A scene stands for at least a second and at most an hour. */
const autoplaySeconds = { least: 1, most: 3600 };

function autoplayToText({ seconds, loop }: Autoplay): string {
  return loop ? `${seconds},loop` : String(seconds);
}

function textToAutoplay(text: string): Autoplay | null {
  const [seconds, loop, ...rest] = text.split(',');
  const number = seconds?.trim() ? Number(seconds) : Number.NaN;
  const { least, most } = autoplaySeconds;
  if (!Number.isInteger(number) || number < least || number > most || rest.length > 0) return null;
  return loop === undefined || loop === 'loop' ? { seconds: number, loop: loop === 'loop' } : null;
}
