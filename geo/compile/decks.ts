import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bounds, Deck, Report, Scene, SceneQuote, SceneView } from '../../src/model/dataset.ts';
import { areaGroups, yearValue } from '../../src/model/facets.ts';
import {
  investmentDisclosures,
  kinds,
  precisions,
  progresses,
  sectors,
  tags,
} from '../../src/model/vocabulary.ts';
import { type KnownIds, parse } from './entries.ts';
import type { Problem } from './problem.ts';
import { findQuote } from './report-text.ts';
import { figuresNotIn } from './scene-figures.ts';
import { type CitySource, type DeckSource, deckSchema } from './schema.ts';
import { readSource, type SourceFile } from './sources.ts';

const otherId = 'give one of them another id';

/** Reports a mistake in a deck: where in its file, in the deck or scene of what id, what is wrong, what to do. */
type Complain = (path: PropertyKey[], id: string, message: string, remedy: string) => void;

/**
 * Reads the decks of reports, in their order, and checks that every scene shows what exists, says no figure and quotes
 * no words but the report's own, that a deck has its first and last scene, and that links can tell decks and scenes
 * apart.
 */
export function compileDecks(
  root: string,
  reportIds: readonly string[],
  context: {
    city: CitySource;
    reports: readonly Report[];
    itemIds: KnownIds;
    problems: Problem[];
  },
): Deck[] {
  const decks: Deck[] = [];
  for (const reportId of reportIds) {
    const file = `reports/${reportId}/deck.yaml`;
    if (!existsSync(join(root, file))) {
      context.problems.push({
        file,
        message: 'is missing: a report comes with its presentation',
        remedy: 'add it with a title scene and a closing scene at least, as geo/README.md describes',
      });
      continue;
    }
    const source = readSource(root, file, context.problems);
    const deck = source && parse(deckSchema, source.data, source, [], context.problems);
    if (!source || !deck) continue;
    const report = context.reports.find(({ id }) => id === reportId);
    const complain: Complain = (path, id, message, remedy) =>
      context.problems.push({ file: source.file, line: source.lineOf(path), item: id, message, remedy });
    if (decks.some((other) => other.id === deck.id)) {
      complain(['id'], deck.id, `two decks have the id ${deck.id}`, otherId);
    }
    checkFrame(deck, complain);
    if (report) checkFigures(deck, report, complain);
    const scenes = deck.scenes.map(
      ({ view, notes, notesEn, role, quote, seconds, ...scene }, index): Scene => {
        if (deck.scenes.findIndex((other) => other.id === scene.id) < index) {
          complain(
            ['scenes', index, 'id'],
            scene.id,
            `there are two scenes with the id ${scene.id}`,
            otherId,
          );
        }
        checkSceneView(view, { ...context, source, path: ['scenes', index, 'view'], scene: scene.id });
        return {
          ...scene,
          role: role ?? 'scene',
          notes: notes ?? '',
          notesEn: notesEn ?? '',
          quote:
            quote !== undefined && report
              ? sceneQuote(quote, report, (message, remedy) =>
                  complain(['scenes', index, 'quote'], scene.id, message, remedy),
                )
              : null,
          seconds: seconds ?? null,
          view: sceneView(view),
        };
      },
    );
    decks.push({ id: deck.id, title: deck.title, titleEn: deck.titleEn, scenes });
  }
  return decks;
}

/** Reports a deck that does not begin with a title scene or does not end with a closing one. */
function checkFrame({ scenes }: DeckSource, complain: Complain): void {
  const last = scenes.length - 1;
  const ends = [
    { index: 0, role: 'title', what: 'begin with a title scene' },
    { index: last, role: 'closing', what: 'end with a closing scene' },
  ] as const;
  for (const { index, role, what } of ends) {
    const scene = scenes[index];
    if (scene && scene.role !== role) {
      complain(
        ['scenes', index],
        scene.id,
        `the deck does not ${what}`,
        `give ${scene.id} role: ${role}, or add such a scene`,
      );
    }
  }
}

/** Reports every figure that is shown to a room and that the deck's report does not have. */
function checkFigures(deck: DeckSource, report: Report, complain: Complain): void {
  const reportText = report.paragraphs.map(({ text }) => text).join('\n');
  const check = (words: string, path: PropertyKey[], id: string) => {
    for (const figure of figuresNotIn(words, reportText)) {
      complain(
        path,
        id,
        `the figure ${figure} in “${words}” is not in the report`,
        'write it as report.txt does, with its 万, 亿 or % (blanks do not count), or take it out',
      );
    }
  };
  check(deck.title, ['title'], deck.id);
  for (const [index, { id, title, text }] of deck.scenes.entries()) {
    check(title, ['scenes', index, 'title'], id);
    check(text, ['scenes', index, 'text'], id);
  }
}

/** Where the quote of a scene stands in its report; null, with a complaint, unless it stands there exactly once. */
function sceneQuote(
  quote: string,
  report: Report,
  complain: (message: string, remedy: string) => void,
): SceneQuote | null {
  const [found, ...others] = findQuote(quote, report.paragraphs, []);
  if (found && others.length === 0) {
    return { report: report.id, paragraph: found.paragraph.id, start: found.start, end: found.end };
  }
  if (found) {
    complain(
      `quote stands ${others.length + 1} times in the report: “${quote}”`,
      'quote more of the sentence',
    );
  } else {
    complain(
      `quote is not in the report: “${quote}”`,
      'copy it from report.txt without changing a character; blanks and line breaks do not count',
    );
  }
  return null;
}

function sceneView({ item, bounds, shaded, ...lists }: DeckSource['scenes'][number]['view']): SceneView {
  const filters = Object.fromEntries(
    Object.entries(lists).filter((entry): entry is [string, string[]] => entry[1] !== undefined),
  );
  return { filters, item: item ?? null, bounds: bounds ?? null, shaded: shaded ?? false };
}

function checkSceneView(
  view: DeckSource['scenes'][number]['view'],
  context: {
    city: CitySource;
    reports: readonly Report[];
    itemIds: KnownIds;
    problems: Problem[];
    source: SourceFile;
    path: PropertyKey[];
    scene: string;
  },
): void {
  const sections = context.reports.flatMap((report) => report.sections);
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
    ['kind', new Set(Object.keys(kinds))],
    ['tags', new Set(Object.keys(tags))],
    ['investment', new Set(Object.keys(investmentDisclosures))],
    ['precision', new Set(Object.keys(precisions))],
    ['year', new Set(sections.flatMap(({ year, tense }) => (year && tense ? [yearValue(year, tense)] : [])))],
    ['section', new Set(sections.map((section) => section.id))],
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
