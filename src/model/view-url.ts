import type { Bounds, Dataset } from './dataset.ts';
import { areaGroups, type FacetId, type Filters, facetVocabulary } from './facets.ts';
import { type Camera, defaultView, type Language, languages, type View } from './view.ts';

/** The version of the URL format. A later format raises it and migrates older ones. */
export const urlVersion = 1;

/** Why a parameter was dropped, so that the interface can say so. */
export interface DroppedParameter {
  name: string;
  value: string;
  reason: 'unknown-parameter' | 'unknown-value' | 'unknown-version';
}

/** A parameter that belongs to the page and not to the view: it is neither read nor complained about here. */
export const pageParameters: ReadonlySet<string> = new Set(['embed']);

const facetParameters: readonly FacetId[] = ['sector', 'district', 'progress', 'items'];

/** The view as URL parameters, in a fixed order; what is as by default is left out. */
export function viewToParameters(view: View): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const facet of facetParameters) {
    const chosen = view.filters[facet];
    if (chosen && chosen.length > 0) parameters.set(facet, chosen.join(','));
  }
  if (view.item) parameters.set('item', view.item);
  const at = cameraToText(view.camera);
  if (at) parameters.set('at', at);
  if (view.language !== defaultView.language) parameters.set('lang', view.language);
  if (view.stage) parameters.set('scene', `${view.stage.deck}.${view.stage.index + 1}`);
  if (parameters.size > 0) parameters.set('v', String(urlVersion));
  return parameters;
}

/**
 * The view that URL parameters describe. Never fails: what is unknown or stale is left at its default and returned
 * among `dropped`.
 */
export function parametersToView(
  parameters: URLSearchParams,
  dataset: Dataset,
): { view: View; dropped: DroppedParameter[] } {
  const dropped: DroppedParameter[] = [];
  const view: View = { ...defaultView };
  const filters: Filters = {};
  const drop = (name: string, value: string, reason: DroppedParameter['reason']) =>
    dropped.push({ name, value, reason });

  for (const [name, value] of parameters) {
    if (pageParameters.has(name)) continue;
    if (isFacetParameter(name)) {
      const known = knownFacetValues(name, dataset);
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
      if (language) view.language = language satisfies Language;
      else drop(name, value, 'unknown-value');
    } else if (name === 'scene') {
      const stage = textToStage(value, dataset);
      if (stage) view.stage = stage;
      else drop(name, value, 'unknown-value');
    } else if (name === 'v') {
      if (value !== String(urlVersion)) drop(name, value, 'unknown-version');
    } else {
      drop(name, value, 'unknown-parameter');
    }
  }
  return { view: { ...view, filters }, dropped };
}

function isFacetParameter(name: string): name is FacetId {
  return (facetParameters as readonly string[]).includes(name);
}

function knownFacetValues(facet: FacetId, dataset: Dataset): ReadonlySet<string> {
  const fixed = facetVocabulary[facet];
  if (fixed) return new Set(fixed);
  if (facet === 'items') return new Set(dataset.items.map((item) => item.id));
  const { districts, zones } = dataset.city;
  return new Set([...districts, ...zones].map((area) => area.id).concat(Object.keys(areaGroups)));
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

function textToStage(text: string, dataset: Dataset): View['stage'] {
  const dot = text.lastIndexOf('.');
  const number = Number(text.slice(dot + 1));
  const deck = dataset.decks.find((candidate) => candidate.id === text.slice(0, dot));
  if (!deck || !Number.isInteger(number) || number < 1 || number > deck.scenes.length) return null;
  return { deck: deck.id, index: number - 1 };
}
