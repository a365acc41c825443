import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseLayers } from '../../src/model/base-layers.ts';
import type { BasisNotes, Dataset, Item, Report } from '../../src/model/dataset.ts';
import { spokenTexts } from '../../src/model/search/spoken-texts.ts';
import { checkCity, compileCity, districtPolygons, drawnBaseLayers, readBaseLayers } from './base-layers.ts';
import { compileDecks } from './decks.ts';
import { declaredIds, readList, readOne, yaml } from './entries.ts';
import { compileItem, paragraphNumber, readDrawnPlaces, reportDuplicates } from './items.ts';
import type { Problem } from './problem.ts';
import { compileReport, type LocatedMention, withDistinctSections } from './reports.ts';
import { citySchema, itemSchema } from './schema.ts';
import { compileReadings, learnReadings } from './search-readings.ts';
import { unexplainedSpots } from './shared-spots.ts';
import { listFiles } from './sources.ts';

/** What a compile gives: either problems, or a whole dataset with the base layers. Never half of one. */
export type Compiled =
  | { ok: false; problems: Problem[] }
  | {
      ok: true;
      dataset: Dataset;
      basisNotes: BasisNotes;
      base: BaseLayers;
      published: ReturnType<typeof readBaseLayers>;
    };

/**
 * Reads and checks everything under the data folder and makes the dataset.
 * All mistakes are collected, each naming file, item and remedy; any mistake withholds the dataset.
 */
export function compile(root: string): Compiled {
  const problems: Problem[] = [];
  const city = readOne(root, 'city.yaml', citySchema, problems);
  const published = readBaseLayers(root, problems);
  if (!city) return { ok: false, problems };

  checkCity(city, problems);
  learnReadings(city.readings);
  const polygons = districtPolygons(published.boundaries, city, problems);
  const itemFiles = listFiles(root, 'items', yaml);
  const entries = itemFiles.flatMap((file) => readList(root, file, itemSchema, problems));
  reportDuplicates(entries, problems);
  const itemIds = declaredIds(root, itemFiles, 'id');
  const folders = reportFolders(root);
  const mentioned = declaredIds(
    root,
    folders.flatMap((id) => listFiles(root, `reports/${id}/mentions`, yaml)),
    'item',
  );

  const compiledReports = withDistinctSections(
    folders.flatMap((id) => compileReport(root, id, itemIds, problems)),
  );
  const reports = compiledReports.map(({ report }) => report);
  if (folders.length === 0) {
    problems.push({
      file: 'reports',
      message: 'there is no report',
      remedy: 'add a folder reports/<id> with report.txt and report.yaml',
    });
  }
  const mentions = groupByItem(compiledReports.flatMap((report) => report.mentions));
  const drawn = readDrawnPlaces(root, itemIds, problems);
  const reportDates = new Map(reports.map((report) => [report.id, report.date]));
  const items = entries.map((entry) => {
    const { id } = entry.value;
    return compileItem(entry, mentions.get(id) ?? [], {
      city,
      polygons,
      drawn: drawn.get(id),
      mentioned,
      reportDates,
      problems,
    });
  });
  // Wherever reports are listed the latest comes first, and its deck is the one that is offered.
  const latestFirst = reports.toReversed();
  const deckOrder = latestFirst.map(({ id }) => id);
  const decks = compileDecks(root, deckOrder, { city, reports, itemIds, problems });

  const basisNotes = Object.fromEntries(
    entries.map(({ value: { id, place } }) => [id, { note: place.basis.note, noteEn: place.basis.noteEn }]),
  );
  for (const { item, other } of unexplainedSpots(items, basisNotes)) {
    problems.push({
      file: 'items',
      item: item.id,
      message: `stands on one spot with ${other.id}, and neither basis says why`,
      remedy: `name ${other.name} in the note of ${item.id}, or correct one of the positions`,
    });
  }
  const compiledCity = compileCity(city, polygons, published.towns, problems);
  if (problems.length > 0) return { ok: false, problems };
  const ordered = orderByFirstMention(items, reports);
  const spoken = spokenTexts({ city: compiledCity, items: ordered }, published.towns);
  const dataset: Dataset = {
    city: compiledCity,
    reports: latestFirst,
    items: ordered,
    decks,
    readings: compileReadings(spoken),
  };
  return {
    ok: true,
    dataset,
    basisNotes,
    base: drawnBaseLayers(published, polygons, compiledCity),
    published,
  };
}

function reportFolders(root: string): string[] {
  const folder = join(root, 'reports');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Items in the order in which the reports name them first. */
function orderByFirstMention(items: Item[], reports: readonly Report[]): Item[] {
  const rank = (item: Item) => {
    const [first] = item.mentions;
    if (!first) return 0;
    const report = reports.findIndex((candidate) => candidate.id === first.report);
    return report * 1e9 + paragraphNumber(first) * 1e5 + first.start;
  };
  return [...items].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

function groupByItem(mentions: readonly LocatedMention[]): Map<string, LocatedMention[]> {
  const groups = new Map<string, LocatedMention[]>();
  for (const mention of mentions) groups.set(mention.item, [...(groups.get(mention.item) ?? []), mention]);
  return groups;
}
