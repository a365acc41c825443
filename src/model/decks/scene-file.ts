import type { Bounds, Dataset, Scene, SceneQuote, SceneView } from '../dataset.ts';
import { type Found, listOf, namesIn, numberOf, property, ShapeError, textOf, wordOf } from './deck-shape.ts';
import { freeId } from './own-deck.ts';

/** A part of a scene that was left out, because the report or the map has no such thing. */
export interface SceneNotice {
  kind: 'quote' | 'bounds' | 'facet';
  /** The number of the scene, from 1. */
  scene: number;
  /** The words of the quote, the numbers of the bounds, the name of the facet. */
  what: string;
}

/** What a scene's `view` holds beside facets. */
const viewWords = ['item', 'bounds', 'shaded'];
/** Facets are named like this; what is named otherwise, or as every object's own parts are, is none. */
const facetName = /^[a-z][a-zA-Z0-9-]{0,39}$/u;
const most = { values: 2000, seconds: 3600 };

/** A scene as it stands in a file: in one language, without what is as usual. */
export function sceneToFile(scene: Scene, { reports }: Pick<Dataset, 'reports'>): object {
  const { id, role, title, text, notes, seconds } = scene;
  const quote = scene.quote && quoteToFile(scene.quote, reports);
  const { filters, item, bounds, shaded } = scene.view;
  return {
    id,
    ...(role !== 'scene' && { role }),
    title,
    ...(text && { text }),
    ...(notes && { notes }),
    ...(seconds !== null && { seconds }),
    ...(quote && { quote }),
    view: {
      ...filters,
      ...(item !== null && { item }),
      ...(bounds && { bounds }),
      ...(shaded && { shaded }),
    },
  };
}

function quoteToFile({ report, paragraph, start, end }: SceneQuote, reports: Dataset['reports']) {
  const text = reports
    .find(({ id }) => id === report)
    ?.paragraphs.find(({ id }) => id === paragraph)
    ?.text.slice(start, end);
  return text ? { report, paragraph, text } : null;
}

/**
 * A scene out of a file. Throws a ShapeError where a part is not as it must be; what only the dataset does not hold is
 * kept, for it may be another year's, but for quotes and bounds: no words but the report's own, no place off the map.
 */
export function sceneFromFile(
  found: Found,
  number: number,
  taken: ReadonlySet<string>,
  dataset: Dataset,
  notice: (notice: SceneNotice) => void,
): Scene {
  const id = textOf(property(found, 'id'), '').slice(0, 64) || `scene-${number}`;
  const seconds = property(found, 'seconds');
  const quote = property(found, 'quote');
  return {
    id: freeId(id, taken),
    role: wordOf(property(found, 'role'), ['scene', 'title', 'closing']),
    title: textOf(property(found, 'title')),
    titleEn: '',
    text: textOf(property(found, 'text'), ''),
    textEn: '',
    notes: textOf(property(found, 'notes'), ''),
    notesEn: '',
    quote: quote.value === undefined ? null : quoteFromFile(quote, number, dataset, notice),
    seconds: seconds.value === undefined ? null : numberOf(seconds, 1, most.seconds),
    view: viewFromFile(property(found, 'view'), number, dataset, notice),
  };
}

function viewFromFile(
  found: Found,
  scene: number,
  dataset: Dataset,
  notice: (notice: SceneNotice) => void,
): SceneView {
  const filters: [string, string[]][] = [];
  const given = found.value === undefined ? { ...found, value: {} } : found;
  for (const name of namesIn(given)) {
    if (viewWords.includes(name)) continue;
    const values = listOf(property(given, name), most.values).map((value) => textOf(value));
    if (!facetName.test(name) || name in Object.prototype) notice({ kind: 'facet', scene, what: name });
    else if (values.length > 0) filters.push([name, values]);
  }
  const item = property(given, 'item');
  const bounds = property(given, 'bounds');
  const shaded = property(given, 'shaded');
  if (shaded.value !== undefined && typeof shaded.value !== 'boolean')
    throw new ShapeError(shaded.path, 'true | false');
  return {
    filters: Object.fromEntries(filters),
    item: item.value === undefined ? null : textOf(item),
    bounds: bounds.value === undefined ? null : boundsFromFile(bounds, scene, dataset, notice),
    shaded: shaded.value ?? false,
  };
}

function boundsFromFile(
  found: Found,
  scene: number,
  { city }: Dataset,
  notice: (notice: SceneNotice) => void,
): Bounds | null {
  const [west, south, east, north, ...rest] = listOf(found, 4);
  if (!west || !south || !east || !north || rest.length > 0) throw new ShapeError(found.path, '4 numbers');
  const bounds: Bounds = [
    numberOf(west, -180, 180),
    numberOf(south, -85, 85),
    numberOf(east, -180, 180),
    numberOf(north, -85, 85),
  ];
  if (bounds[0] >= bounds[2] || bounds[1] >= bounds[3])
    throw new ShapeError(found.path, 'west < east, south < north');
  const [minWest, minSouth, maxEast, maxNorth] = city.window;
  if (bounds[0] < maxEast && bounds[2] > minWest && bounds[1] < maxNorth && bounds[3] > minSouth)
    return bounds;
  notice({ kind: 'bounds', scene, what: bounds.join(', ') });
  return null;
}

/** Where the words of a quote stand: in the paragraph that it names, else in another of that report. */
function quoteFromFile(
  found: Found,
  scene: number,
  { reports }: Dataset,
  notice: (notice: SceneNotice) => void,
): SceneQuote | null {
  const report = textOf(property(found, 'report'));
  const paragraph = textOf(property(found, 'paragraph'), '');
  const text = textOf(property(found, 'text'));
  const paragraphs = reports.find(({ id }) => id === report)?.paragraphs ?? [];
  const named = paragraphs.filter(({ id }) => id === paragraph);
  const holder = text ? [...named, ...paragraphs].find((each) => each.text.includes(text)) : undefined;
  if (holder) {
    const start = holder.text.indexOf(text);
    return { report, paragraph: holder.id, start, end: start + text.length };
  }
  notice({ kind: 'quote', scene, what: text });
  return null;
}
