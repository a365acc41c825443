import type { Item } from '../../src/model/dataset.ts';
import { type ScopeId, sectors } from '../../src/model/vocabulary.ts';
import { type Entry, type KnownIds, parse } from './entries.ts';
import { compilePlace, type DistrictPolygons } from './place-rules.ts';
import type { Problem } from './problem.ts';
import type { LocatedMention } from './reports.ts';
import { type CitySource, type DrawnPlaceSource, drawnPlaceSchema, type ItemSource } from './schema.ts';
import { listFiles, readSource } from './sources.ts';

/** Makes an item from its entry, its mentions and its drawn geometry, and checks what they say together. */
export function compileItem(
  { value, source, index }: Entry<ItemSource>,
  mentions: LocatedMention[],
  context: {
    city: CitySource;
    polygons: DistrictPolygons;
    drawn: DrawnPlaceSource | undefined;
    /** Items that some mention, right or wrong, is about. */
    mentioned: KnownIds;
    reportDates: ReadonlyMap<string, string>;
    problems: Problem[];
  },
): Item {
  const { city, polygons, drawn, mentioned, reportDates, problems } = context;
  const complain = (path: PropertyKey[], message: string, remedy: string) =>
    problems.push({
      file: source.file,
      line: source.lineOf([index, ...path]),
      item: value.id,
      message,
      remedy,
    });

  const knownDistricts = city.districts.map((district) => district.id);
  const declared = Array.isArray(value.districts) ? value.districts : [];
  for (const id of declared.filter((candidate) => !knownDistricts.includes(candidate))) {
    complain(
      ['districts'],
      `unknown district ${id}; known: ${knownDistricts.join(', ')}`,
      'use a district id from city.yaml',
    );
  }
  const subsectors = Object.keys(sectors[value.sector].subsectors);
  if (!subsectors.includes(value.subsector)) {
    complain(
      ['subsector'],
      `“${value.subsector}” is not a subsector of ${value.sector}; known: ${subsectors.join(', ')}`,
      'use one of these, or add it to src/model/vocabulary.ts',
    );
  }
  const zone = value.zone ? city.zones.find((candidate) => candidate.id === value.zone) : undefined;
  if (value.zone && !zone) {
    complain(
      ['zone'],
      `unknown zone ${value.zone}`,
      `use one of ${city.zones.map((known) => known.id).join(', ')}`,
    );
  }
  if (zone && declared.length > 0 && !declared.includes(zone.within)) {
    complain(
      ['zone'],
      `zone ${zone.id} lies in ${zone.within}, which is not among the declared districts`,
      `add ${zone.within} to the districts, or take the zone away`,
    );
  }
  if (!mentioned.has(value.id)) {
    complain([], 'is not mentioned in any report', 'add a mention with its quote, or take the item away');
  }
  const { place, mistakes } = compilePlace(value, { districts: polygons, window: city.window, drawn });
  for (const mistake of mistakes) complain(mistake.path, mistake.message, mistake.remedy);

  const scope: ScopeId = Array.isArray(value.districts) ? 'districts' : value.districts;
  const ordered = mentions
    .map(({ item: _, ...mention }) => mention)
    .sort(
      (a, b) =>
        (reportDates.get(a.report) ?? '').localeCompare(reportDates.get(b.report) ?? '') ||
        a.year - b.year ||
        paragraphNumber(a) - paragraphNumber(b) ||
        a.start - b.start,
    );
  return {
    id: value.id,
    name: value.name,
    nameEn: value.nameEn,
    aliases: value.aliases,
    kind: value.kind,
    sector: value.sector,
    subsector: value.subsector,
    tags: value.tags,
    districts: knownDistricts.filter((id) => declared.includes(id)),
    scope,
    zone: value.zone ?? null,
    progress: ordered.at(-1)?.progress ?? 'standing',
    mentions: ordered,
    place,
  };
}

/** Reads every drawn geometry, by item id; a file that fits no item becomes a problem. */
export function readDrawnPlaces(root: string, itemIds: KnownIds, problems: Problem[]) {
  const places = new Map<string, DrawnPlaceSource>();
  for (const file of listFiles(root, 'places', ['.geojson'])) {
    const source = readSource(root, file, problems);
    const feature = source && parse(drawnPlaceSchema, source.data, source, [], problems);
    if (!source || !feature) continue;
    const { id } = feature.properties;
    if (file !== `places/${id}.geojson`) {
      problems.push({
        file,
        line: source.lineOf(['properties', 'id']),
        item: id,
        message: `the file is not named for its item ${id}`,
        remedy: `rename it to ${id}.geojson, or correct properties.id`,
      });
    } else if (!itemIds.has(id)) {
      problems.push({
        file,
        item: id,
        message: `draws ${id}, which no file in items/ has`,
        remedy: 'enter the item, or remove the file',
      });
    }
    places.set(id, feature);
  }
  return places;
}

/** Reports every id that is used twice, with the line of its first use. */
export function reportDuplicates(entries: readonly Entry<ItemSource>[], problems: Problem[]): void {
  const first = new Map<string, Entry<ItemSource>>();
  for (const entry of entries) {
    const { id } = entry.value;
    const earlier = first.get(id);
    if (earlier) {
      const line = earlier.source.lineOf([earlier.index]);
      problems.push({
        file: entry.source.file,
        line: entry.source.lineOf([entry.index, 'id']),
        item: id,
        message: `id ${id} is used twice; first in geo/${earlier.source.file}:${line}`,
        remedy: 'give one of them another id; the same thing mentioned again is one item with two mentions',
      });
    } else {
      first.set(id, entry);
    }
  }
}

/** The number in a paragraph's address. */
export function paragraphNumber({ paragraph }: { paragraph: string }): number {
  return Number(paragraph.slice(1));
}
