import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { BaseLayers } from '../../src/model/base-layers.ts';
import type { Dataset, Deck, Figure, Item, Mention, Report, SceneView } from '../../src/model/dataset.ts';
import type { ScopeId } from '../../src/model/vocabulary.ts';
import { progresses, sectors } from '../../src/model/vocabulary.ts';
import { compileCity, districtPolygons, drawnBaseLayers, readBaseLayers } from './base-layers.ts';
import { checkFigure } from './figures.ts';
import { compilePlace, type DistrictPolygons } from './place-rules.ts';
import type { Problem } from './problem.ts';
import { collapse, findQuote, readReportText } from './report-text.ts';
import {
  type CitySource,
  citySchema,
  type DeckSource,
  deckSchema,
  drawnPlaceSchema,
  type ItemSource,
  itemSchema,
  type MentionSource,
  mentionSchema,
  type ReportSource,
  reportSchema,
} from './schema.ts';
import { searchKeys } from './search-keys.ts';
import { listFiles, readSource, readText, type SourceFile } from './sources.ts';

/** What a compile gives: either problems, or a whole dataset with the base layers. Never half of one. */
export type Compiled =
  | { ok: false; problems: Problem[] }
  | { ok: true; dataset: Dataset; base: BaseLayers; published: ReturnType<typeof readBaseLayers> };

/** An entry of a list file, with where it stands. */
interface Entry<T> {
  value: T;
  source: SourceFile;
  index: number;
}

const yaml = ['.yaml', '.yml'];

/**
 * Reads and checks everything under the data folder and makes the dataset.
 * All mistakes are collected, each naming file, item and remedy; any mistake withholds the dataset.
 */
export function compile(root: string): Compiled {
  const problems: Problem[] = [];
  const city = readOne(root, 'city.yaml', citySchema, problems);
  const published = readBaseLayers(root, problems);
  if (!city) return { ok: false, problems };

  const polygons = districtPolygons(published.boundaries, city, problems);
  const entries = listFiles(root, 'items', yaml).flatMap((file) =>
    readList(root, file, itemSchema, problems),
  );
  reportDuplicates(entries, problems);
  const itemIds = new Set(entries.map((entry) => entry.value.id));
  const reports = reportIds(root).flatMap((id) => compileReport(root, id, itemIds, problems));
  if (reports.length === 0) {
    problems.push({
      file: 'reports',
      message: 'there is no report',
      remedy: 'add a folder reports/<id> with report.txt and report.yaml',
    });
  }
  const mentions = groupBy(
    reports.flatMap((report) => report.mentions),
    (mention) => mention.item,
  );
  const drawn = readDrawnPlaces(root, itemIds, problems);
  const items = entries.map((entry) =>
    compileItem(entry, mentions.get(entry.value.id) ?? [], {
      city,
      polygons,
      drawn: drawn.get(entry.value.id),
      problems,
    }),
  );
  const decks = reports.flatMap((report) =>
    compileDecks(root, report.report.id, { city, itemIds, problems }),
  );

  if (problems.length > 0) return { ok: false, problems };
  const compiledCity = compileCity(city, polygons, published.towns, problems);
  const dataset: Dataset = {
    city: compiledCity,
    reports: reports.map((report) => report.report),
    items: orderByFirstMention(
      items,
      reports.map((report) => report.report),
    ),
    decks,
  };
  const base = drawnBaseLayers(published, polygons, compiledCity);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, dataset, base, published };
}

function reportIds(root: string): string[] {
  return readdirSync(join(root, 'reports'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

type LocatedMention = Mention & { item: string };

function compileReport(
  root: string,
  id: string,
  itemIds: ReadonlySet<string>,
  problems: Problem[],
): { report: Report; mentions: LocatedMention[] }[] {
  const folder = `reports/${id}`;
  const text = readText(root, `${folder}/report.txt`, problems);
  const source = readSource(root, `${folder}/report.yaml`, problems);
  const meta = source && parse(reportSchema, source.data, source, [], problems);
  if (text === undefined || !source || !meta) return [];
  const { paragraphs, sections } = readReportText(text, meta, source, problems);
  const { title, titleEn, issuer, issuerEn, date } = meta;
  const report: Report = { id, title, titleEn, issuer, issuerEn, date, sections, paragraphs };
  const mentions = listFiles(root, `${folder}/mentions`, yaml)
    .flatMap((file) => readList(root, file, mentionSchema, problems))
    .flatMap((entry) => compileMention(entry, { report, meta, itemIds, problems }));
  return [{ report, mentions }];
}

function compileMention(
  { value, source, index }: Entry<MentionSource>,
  context: { report: Report; meta: ReportSource; itemIds: ReadonlySet<string>; problems: Problem[] },
): LocatedMention[] {
  const { report, meta, itemIds, problems } = context;
  const complain = (path: PropertyKey[], message: string, remedy: string) =>
    problems.push({
      file: source.file,
      line: source.lineOf([index, ...path]),
      item: value.item,
      message,
      remedy,
    });

  if (!itemIds.has(value.item)) {
    complain(
      ['item'],
      `mentions the item ${value.item}, which no file in items/ has`,
      'correct the id, or enter the item',
    );
  }
  const hint = value.paragraph ? collapse(value.paragraph) : '';
  const candidates = report.paragraphs.filter((paragraph) => paragraph.text.startsWith(hint));
  const found = findQuote(value.quote, candidates, meta.errata);
  const [position, another] = found;
  if (!position) {
    complain(
      ['quote'],
      `quote is not in the report: “${value.quote}”`,
      'copy it from report.txt without changing a character; blanks and line breaks do not count',
    );
    return [];
  }
  if (another) {
    complain(
      ['quote'],
      `quote stands ${found.length} times in the report: “${value.quote}”`,
      'quote more of the sentence, or add paragraph: <first words of its paragraph>',
    );
    return [];
  }
  const section = report.sections.find((candidate) => candidate.id === position.paragraph.section);
  if (!section || section.year === null || section.tense === null) {
    complain(
      ['quote'],
      'quote stands in a part of the report that has no year and tense',
      'give the section a year and a tense in report.yaml',
    );
    return [];
  }
  const quote = position.paragraph.text.slice(position.start, position.end);
  const figures = value.figures.map((figure, at): Figure => {
    const mistake = checkFigure(figure, quote);
    if (mistake) complain(['figures', at], mistake.message, mistake.remedy);
    return { ...figure, text: figure.text ?? null, measure: figure.measure ?? null };
  });
  return [
    {
      item: value.item,
      report: report.id,
      paragraph: position.paragraph.id,
      start: position.start,
      end: position.end,
      year: section.year,
      tense: section.tense,
      progress: value.progress,
      figures,
    },
  ];
}

function compileItem(
  { value, source, index }: Entry<ItemSource>,
  mentions: LocatedMention[],
  context: {
    city: CitySource;
    polygons: DistrictPolygons;
    drawn: Parameters<typeof compilePlace>[1]['drawn'];
    problems: Problem[];
  },
): Item {
  const { city, polygons, drawn, problems } = context;
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
  if (mentions.length === 0) {
    complain([], 'is not mentioned in any report', 'add a mention with its quote, or take the item away');
  }
  const { place, mistakes } = compilePlace(value, { districts: polygons, window: city.window, drawn });
  for (const mistake of mistakes) complain(mistake.path, mistake.message, mistake.remedy);

  const scope: ScopeId = Array.isArray(value.districts) ? 'districts' : value.districts;
  const ordered = mentions
    .map(({ item: _, ...mention }) => mention)
    .sort((a, b) => a.year - b.year || paragraphNumber(a) - paragraphNumber(b) || a.start - b.start);
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
    keys: searchKeys([value.name, ...value.aliases]),
  };
}

function readDrawnPlaces(root: string, itemIds: ReadonlySet<string>, problems: Problem[]) {
  const places = new Map<string, v.InferOutput<typeof drawnPlaceSchema>['geometry']>();
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
    places.set(id, feature.geometry);
  }
  return places;
}

function compileDecks(
  root: string,
  reportId: string,
  context: { city: CitySource; itemIds: ReadonlySet<string>; problems: Problem[] },
): Deck[] {
  const file = `reports/${reportId}/deck.yaml`;
  const source = readSource(root, file, context.problems);
  const deck = source && parse(deckSchema, source.data, source, [], context.problems);
  if (!source || !deck) return [];
  return [
    {
      id: deck.id,
      title: deck.title,
      titleEn: deck.titleEn,
      scenes: deck.scenes.map(({ view, notes, notesEn, ...scene }, index) => {
        checkSceneView(view, { ...context, source, path: ['scenes', index, 'view'], scene: scene.id });
        return { ...scene, notes: notes ?? '', notesEn: notesEn ?? '', view: sceneView(view) };
      }),
    },
  ];
}

function sceneView({ item, bounds, ...lists }: DeckSource['scenes'][number]['view']): SceneView {
  const filters = Object.fromEntries(
    Object.entries(lists).filter((entry): entry is [string, string[]] => entry[1] !== undefined),
  );
  return { filters, item: item ?? null, bounds: bounds ?? null };
}

function checkSceneView(
  view: DeckSource['scenes'][number]['view'],
  context: {
    city: CitySource;
    itemIds: ReadonlySet<string>;
    problems: Problem[];
    source: SourceFile;
    path: PropertyKey[];
    scene: string;
  },
): void {
  const areas = [...context.city.districts, ...context.city.zones].map((area) => area.id);
  const known: [keyof typeof view, readonly string[]][] = [
    ['sector', Object.keys(sectors)],
    ['progress', Object.keys(progresses)],
    ['district', areas],
    ['items', [...context.itemIds]],
    ['item', [...context.itemIds]],
  ];
  for (const [key, ids] of known) {
    const wanted = view[key] === undefined ? [] : [view[key]].flat().map(String);
    for (const id of wanted.filter((candidate) => !ids.includes(candidate))) {
      context.problems.push({
        file: context.source.file,
        line: context.source.lineOf([...context.path, key]),
        item: context.scene,
        message: `the scene shows ${key} ${id}, which does not exist`,
        remedy: 'correct the id',
      });
    }
  }
}

function reportDuplicates(entries: readonly Entry<ItemSource>[], problems: Problem[]): void {
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

/** Reads a file that holds one object. */
function readOne<S extends v.GenericSchema>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const source = readSource(root, file, problems);
  return source && parse(schema, source.data, source, [], problems);
}

/** Reads a file that holds a list; a wrong entry is reported and left out, the others are still checked. */
function readList<S extends v.GenericSchema>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): Entry<v.InferOutput<S>>[] {
  const source = readSource(root, file, problems);
  if (!source || source.data === null) return [];
  if (!Array.isArray(source.data)) {
    problems.push({ file, line: 1, message: 'is not a list', remedy: 'begin each entry with “- ”' });
    return [];
  }
  return source.data.flatMap((data: unknown, index) => {
    const value = parse(schema, data, source, [index], problems);
    return value === undefined ? [] : [{ value, source, index }];
  });
}

function parse<S extends v.GenericSchema>(
  schema: S,
  data: unknown,
  source: SourceFile,
  at: readonly PropertyKey[],
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((step) => step.key as PropertyKey);
    const name = path.map(String).join('.');
    const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
    const missing = issue.received === 'undefined';
    const whole = data as { id?: unknown; item?: unknown } | null;
    const id = whole?.id ?? whole?.item;
    problems.push({
      file: source.file,
      line: source.lineOf([...at, ...path]),
      item: typeof id === 'string' ? id : undefined,
      message: unknownKey
        ? `unknown field ${name}`
        : missing
          ? `${name} is missing`
          : `${name || 'the entry'}: ${valueText(issue.input)} ${issue.message}`,
      remedy: unknownKey
        ? 'remove it, or correct its name; geo/README.md lists the fields'
        : 'see geo/README.md for what may stand here',
    });
  }
  return undefined;
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function orderByFirstMention(items: Item[], reports: readonly Report[]): Item[] {
  const rank = (item: Item) => {
    const [first] = item.mentions;
    if (!first) return 0;
    const report = reports.findIndex((candidate) => candidate.id === first.report);
    return report * 1e9 + paragraphNumber(first) * 1e5 + first.start;
  };
  return [...items].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

function paragraphNumber({ paragraph }: { paragraph: string }): number {
  return Number(paragraph.slice(1));
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
