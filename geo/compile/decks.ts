import type { Bounds, Deck, SceneView } from '../../src/model/dataset.ts';
import { areaGroups } from '../../src/model/facets.ts';
import { progresses, sectors } from '../../src/model/vocabulary.ts';
import { type KnownIds, parse } from './entries.ts';
import type { Problem } from './problem.ts';
import { type CitySource, type DeckSource, deckSchema } from './schema.ts';
import { readSource, type SourceFile } from './sources.ts';

/**
 * Reads the decks of reports, in their order, and checks that every scene shows what exists and that links can tell
 * decks and scenes apart.
 */
export function compileDecks(
  root: string,
  reportIds: readonly string[],
  context: { city: CitySource; itemIds: KnownIds; problems: Problem[] },
): Deck[] {
  const decks: Deck[] = [];
  for (const reportId of reportIds) {
    const source = readSource(root, `reports/${reportId}/deck.yaml`, context.problems);
    const deck = source && parse(deckSchema, source.data, source, [], context.problems);
    if (!source || !deck) continue;
    const complain = (path: PropertyKey[], id: string, message: string) =>
      context.problems.push({
        file: source.file,
        line: source.lineOf(path),
        item: id,
        message,
        remedy: 'give one of them another id',
      });
    if (decks.some((other) => other.id === deck.id)) {
      complain(['id'], deck.id, `two decks have the id ${deck.id}`);
    }
    const scenes = deck.scenes.map(({ view, notes, notesEn, ...scene }, index) => {
      if (deck.scenes.findIndex((other) => other.id === scene.id) < index) {
        complain(['scenes', index, 'id'], scene.id, `there are two scenes with the id ${scene.id}`);
      }
      checkSceneView(view, { ...context, source, path: ['scenes', index, 'view'], scene: scene.id });
      return { ...scene, notes: notes ?? '', notesEn: notesEn ?? '', view: sceneView(view) };
    });
    decks.push({ id: deck.id, title: deck.title, titleEn: deck.titleEn, scenes });
  }
  return decks;
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
    itemIds: KnownIds;
    problems: Problem[];
    source: SourceFile;
    path: PropertyKey[];
    scene: string;
  },
): void {
  const areas = [...context.city.districts, ...context.city.zones].map((area) => area.id);
  const complain = (key: string, message: string, remedy: string) =>
    context.problems.push({
      file: context.source.file,
      line: context.source.lineOf([...context.path, key]),
      item: context.scene,
      message,
      remedy,
    });
  const known: [keyof typeof view, KnownIds][] = [
    ['sector', new Set(Object.keys(sectors))],
    ['progress', new Set(Object.keys(progresses))],
    ['district', new Set([...areas, ...Object.keys(areaGroups)])],
    ['items', context.itemIds],
    ['item', context.itemIds],
  ];
  for (const [key, ids] of known) {
    const wanted = view[key] === undefined ? [] : [view[key]].flat().map(String);
    for (const id of wanted.filter((candidate) => !ids.has(candidate))) {
      complain(key, `the scene shows ${key} ${id}, which does not exist`, 'correct the id');
    }
  }
  if (view.bounds && !overlap(view.bounds, context.city.window)) {
    complain(
      'bounds',
      "the scene's bounds lie outside the map's window",
      'give [west, south, east, north] inside the city’s window',
    );
  }
}

function overlap(
  [west, south, east, north]: Bounds,
  [minWest, minSouth, maxEast, maxNorth]: Bounds,
): boolean {
  return west < maxEast && east > minWest && south < maxNorth && north > minSouth;
}
