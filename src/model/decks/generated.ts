import { type Area, areaById, cityAreas } from '../areas.ts';
import type { Dataset, Deck, Item, Scene, SceneQuote, SceneView } from '../dataset.ts';
import { facetOptions } from '../facet-options.ts';
import { areasOf, type Filters, filterItems, setFilter } from '../facets.ts';
import type { Language } from '../view.ts';
import { type SectorId, sectors } from '../vocabulary.ts';

/** The words of a generated deck in one language. The texts of the interface give them; the data give what they say. */
export interface DeckWords {
  area(id: string): string;
  sector(id: SectorId): string;
  /** The name of an item, as in a title. */
  item(item: Item): string;
  /** What the filters choose, in words; “全部事项” for none. */
  filters(filters: Filters): string;
  deck: {
    /** What a cover says of its items: how many, of which sectors, how far. */
    summary(items: readonly Item[]): string;
    /** The items by their progress, the first few by name. */
    progress(items: readonly Item[]): string;
    /** One item: progress, figures, where it lies. */
    single(item: Item): string;
    /** What can be said of the items: each with its progress and the report's own words. */
    notes(items: readonly Item[]): string;
    /** The last scene's title and text. */
    closing(subject: string): string;
    closingText(items: readonly Item[]): string;
    /** A part of a subject: “丹阳市 · 交通”. */
    part(subject: string, part: string): string;
  };
}

export type WordsByLanguage = Readonly<Record<Language, DeckWords>>;

/** Above this many, the items of the filters come by area, and not one on each scene. */
const mostSingleItems = 24;

const prefixes = { district: 'district-', sector: 'sector-' } as const;
/** The deck of whatever the filters choose. */
export const filterDeckId = 'filter';

/** The ids of the decks that can be made of the data: each district and zone, each sector, what the filters choose. */
export function generatedDeckIds(dataset: Dataset): string[] {
  return [
    ...cityAreas(dataset.city).map(({ id }) => `${prefixes.district}${id}`),
    ...Object.keys(sectors).map((id) => `${prefixes.sector}${id}`),
    filterDeckId,
  ];
}

/** Makes the deck of an id out of the data; undefined for an id that is none of `generatedDeckIds`. */
export function generatedDeck(
  id: string,
  dataset: Dataset,
  filters: Filters,
  words: WordsByLanguage,
): Deck | undefined {
  if (id === filterDeckId) return filterDeck(dataset, filters, words);
  if (id.startsWith(prefixes.district)) {
    const area = areaById(dataset.city, id.slice(prefixes.district.length));
    return area && areaDeck(id, area, dataset, words);
  }
  if (id.startsWith(prefixes.sector)) {
    const sector = id.slice(prefixes.sector.length);
    if (Object.hasOwn(sectors, sector)) return sectorDeck(id, sector as SectorId, dataset, words);
  }
  return undefined;
}

function areaDeck(id: string, area: Area, dataset: Dataset, words: WordsByLanguage): Deck {
  const filters: Filters = { district: [area.id] };
  const subject = (w: DeckWords) => w.area(area.id);
  const items = filterItems(dataset.items, filters);
  const parts = (Object.keys(sectors) as SectorId[]).flatMap((sector) => {
    const among = items.filter((item) => item.sector === sector);
    const title = (w: DeckWords) => w.deck.part(subject(w), w.sector(sector));
    return among.length > 0
      ? [partScene(sector, title, among, setFilter(filters, 'sector', [sector]), words)]
      : [];
  });
  return deckOf(id, subject, items, filters, parts, words);
}

function sectorDeck(id: string, sector: SectorId, dataset: Dataset, words: WordsByLanguage): Deck {
  const filters: Filters = { sector: [sector] };
  const subject = (w: DeckWords) => w.sector(sector);
  const items = filterItems(dataset.items, filters);
  return deckOf(id, subject, items, filters, byArea(subject, items, filters, dataset, words), words);
}

function filterDeck(dataset: Dataset, filters: Filters, words: WordsByLanguage): Deck {
  const subject = (w: DeckWords) => w.filters(filters);
  const items = filterItems(dataset.items, filters);
  const parts =
    items.length > mostSingleItems
      ? byArea(subject, items, filters, dataset, words)
      : items.map((item) => singleScene(item, filters, words));
  return deckOf(filterDeckId, subject, items, filters, parts, words);
}

/** One scene for each district, zone or group of areas that holds some of the items. */
function byArea(
  subject: (words: DeckWords) => string,
  items: readonly Item[],
  filters: Filters,
  dataset: Dataset,
  words: WordsByLanguage,
): Scene[] {
  const chosen = filters.district;
  return facetOptions('district', dataset)
    .filter(({ value }) => !chosen || chosen.includes(value))
    .flatMap(({ value }) => {
      const among = items.filter((item) => areasOf(item).includes(value));
      const title = (w: DeckWords) => w.deck.part(subject(w), w.area(value));
      return among.length > 0
        ? [partScene(value, title, among, setFilter(filters, 'district', [value]), words)]
        : [];
    });
}

function deckOf(
  id: string,
  subject: (words: DeckWords) => string,
  items: readonly Item[],
  filters: Filters,
  parts: readonly Scene[],
  words: WordsByLanguage,
): Deck {
  const cover = scene('title', 'title', filters, words, {
    title: subject,
    text: (w) => w.deck.summary(items),
    notes: () => '',
  });
  const closing = scene('closing', 'closing', filters, words, {
    title: (w) => w.deck.closing(subject(w)),
    text: (w) => w.deck.closingText(items),
    notes: () => '',
  });
  return {
    id,
    title: subject(words.zh),
    titleEn: subject(words.en),
    scenes: [cover, ...parts, closing],
  };
}

function partScene(
  id: string,
  title: (words: DeckWords) => string,
  items: readonly Item[],
  filters: Filters,
  words: WordsByLanguage,
): Scene {
  const [first, ...others] = items;
  if (first && others.length === 0) return { ...singleScene(first, filters, words), id };
  const made = scene(id, 'scene', filters, words, {
    title,
    text: (w) => w.deck.progress(items),
    notes: (w) => w.deck.notes(items),
  });
  const telling = items.find((item) => item.mentions.some(({ figures }) => figures.length > 0)) ?? first;
  return { ...made, quote: telling ? quoteOf(telling) : null };
}

function singleScene(item: Item, filters: Filters, words: WordsByLanguage): Scene {
  const made = scene(item.id, 'scene', filters, words, {
    title: (w) => w.item(item),
    text: (w) => w.deck.single(item),
    notes: (w) => w.deck.notes([item]),
  });
  return { ...made, quote: quoteOf(item), view: { ...made.view, item: item.id } };
}

/** The words of an item's latest mention. */
function quoteOf(item: Item): SceneQuote | null {
  const mention = item.mentions.at(-1);
  if (!mention) return null;
  const { report, paragraph, start, end } = mention;
  return { report, paragraph, start, end };
}

function scene(
  id: string,
  role: Scene['role'],
  filters: Filters,
  { zh, en }: WordsByLanguage,
  texts: Record<'title' | 'text' | 'notes', (words: DeckWords) => string>,
): Scene {
  return {
    id,
    role,
    title: texts.title(zh),
    titleEn: texts.title(en),
    text: texts.text(zh),
    textEn: texts.text(en),
    notes: texts.notes(zh),
    notesEn: texts.notes(en),
    quote: null,
    seconds: null,
    view: { filters: filters as SceneView['filters'], item: null, bounds: null, shaded: false },
  };
}
