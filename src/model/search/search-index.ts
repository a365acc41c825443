import type { FeatureCollection } from 'geojson';
import type { City, Dataset, Item } from '../dataset.ts';
import { areaGroups } from '../facets.ts';
import { mentionQuote } from '../quotes.ts';
import { tags } from '../vocabulary.ts';
import { type Catalogue, makeCatalogue } from './catalogue.ts';
import { type ColumnKind, type Entry, makeColumn } from './column.ts';
import type { ColumnId } from './ranks.ts';
import { makeReader, type Reader } from './readings.ts';

/** What a hit is. A group is one of the area groups: the urban area, city-wide, across districts, not located. */
export type HitKind = 'item' | 'city' | 'district' | 'zone' | 'group' | 'town' | 'paragraph';

/** What a hit refers to. */
export interface Target {
  what: HitKind;
  /** The id of item, city, district, zone, area group or paragraph; the code of a town. */
  id: string;
  /** The id of a paragraph's report. */
  report: string | null;
}

/** Everything that is searched, with what its numbers refer to. Built once; a search changes nothing but its memory. */
export interface SearchIndex {
  reader: Reader;
  items: Group;
  areas: Group;
  paragraphs: Group;
}

export interface Group {
  targets: Target[];
  catalogue: Catalogue;
}

/** One thing with its texts, by the column in which they are searched. */
interface Listed {
  target: Target;
  texts: Partial<Record<ColumnId, string[]>>;
}

const kinds: Record<ColumnId, { kind: ColumnKind; shared?: boolean }> = {
  name: { kind: 'spoken' },
  alias: { kind: 'spoken' },
  english: { kind: 'english' },
  place: { kind: 'spoken', shared: true },
  placeEnglish: { kind: 'english', shared: true },
  tag: { kind: 'spoken', shared: true },
  tagEnglish: { kind: 'english', shared: true },
  quote: { kind: 'written' },
  text: { kind: 'written' },
};

/**
 * Makes the index of a dataset: items, areas and paragraphs. `towns` is the base layer of that name; its features have
 * `code`, `name` and `nameEn`.
 */
export function buildSearchIndex(
  dataset: Pick<Dataset, 'city' | 'items' | 'readings' | 'reports'>,
  towns: FeatureCollection,
): SearchIndex {
  const reader = makeReader(dataset.readings);
  return {
    reader,
    items: makeGroup(listItems(dataset), reader),
    areas: makeGroup([...listAreas(dataset.city), ...listTowns(towns)], reader),
    paragraphs: makeGroup(listParagraphs(dataset), reader),
  };
}

function makeGroup(listed: readonly Listed[], reader: Reader): Group {
  const columns: Catalogue['columns'] = {};
  for (const [id, settings] of Object.entries(kinds) as [ColumnId, (typeof kinds)[ColumnId]][]) {
    const entries: Entry[] = [];
    for (const [owner, { texts }] of listed.entries())
      for (const shown of texts[id] ?? []) entries.push({ owner, shown });
    if (entries.length > 0) columns[id] = makeColumn({ id, ...settings }, entries, listed.length, reader);
  }
  return {
    targets: listed.map(({ target }) => target),
    catalogue: makeCatalogue(listed.length, columns, reader),
  };
}

function listItems({ city, items, reports }: Pick<Dataset, 'city' | 'items' | 'reports'>): Listed[] {
  const places = placeNames(city);
  const paragraphs = reports.map((report) => ({
    ...report,
    byId: new Map(report.paragraphs.map((paragraph) => [paragraph.id, paragraph])),
  }));
  return items.map((item) => {
    const areas = placesOf(item).map((id) => places.get(id));
    return {
      target: { what: 'item', id: item.id, report: null },
      texts: {
        name: [item.name],
        alias: item.aliases,
        english: [item.nameEn],
        place: areas.flatMap((area) => area?.names ?? []),
        placeEnglish: areas.flatMap((area) => area?.nameEn ?? []),
        tag: item.tags.map((tag) => tags[tag].zh),
        tagEnglish: item.tags.map((tag) => tags[tag].en),
        quote: item.mentions.map((mention) => {
          const report = paragraphs.find(({ id }) => id === mention.report);
          const paragraph = report?.byId.get(mention.paragraph);
          // The slow way says what is missing.
          return paragraph?.text.slice(mention.start, mention.end) ?? mentionQuote(mention, reports);
        }),
      },
    };
  });
}

/** The ids of the areas that an item lies in, as far as they are named: districts, its zone, the urban area, the city. */
function placesOf({ districts, zone, scope }: Item): string[] {
  return [...districts, ...(zone ? [zone] : []), ...(scope === 'urban' || scope === 'city' ? [scope] : [])];
}

/** By id, the names under which an area is looked for. */
function placeNames({ districts, zones }: City): Map<string, { names: string[]; nameEn: string }> {
  const names = new Map<string, { names: string[]; nameEn: string }>();
  for (const { id, name, nameEn } of districts) names.set(id, { names: [name], nameEn });
  for (const { id, name, aliases, nameEn } of zones) names.set(id, { names: [name, ...aliases], nameEn });
  for (const id of ['urban', 'city'] as const)
    names.set(id, { names: [areaGroups[id].zh], nameEn: areaGroups[id].en });
  return names;
}

function listAreas(city: City): Listed[] {
  return [
    { target: target('city', city.id), texts: { name: [city.name], english: [city.nameEn] } },
    ...city.districts.map(({ id, name, nameEn }) => ({
      target: target('district', id),
      texts: { name: [name], english: [nameEn] },
    })),
    ...city.zones.map(({ id, name, nameEn, aliases, towns }) => ({
      target: target('zone', id),
      // Whoever looks for a town of the zone may want the zone.
      texts: { name: [name], english: [nameEn], alias: aliases, place: towns },
    })),
    ...Object.entries(areaGroups).map(([id, { zh, en }]) => ({
      target: target('group', id),
      texts: { name: [zh], english: [en] },
    })),
  ];
}

function listTowns({ features }: FeatureCollection): Listed[] {
  return features.map(({ properties }) => ({
    target: target('town', String(properties?.code ?? '')),
    texts: { name: [String(properties?.name ?? '')], english: [String(properties?.nameEn ?? '')] },
  }));
}

function listParagraphs({ reports }: Pick<Dataset, 'reports'>): Listed[] {
  return reports.flatMap(({ id: report, paragraphs }) =>
    paragraphs.map(({ id, text }) => ({
      target: { what: 'paragraph' as const, id, report },
      texts: { text: [text] },
    })),
  );
}

function target(what: HitKind, id: string): Target {
  return { what, id, report: null };
}
