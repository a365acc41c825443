import type { Dataset, Deck, Scene } from '../dataset.ts';
import { type Found, listOf, property, ShapeError, textOf } from './deck-shape.ts';
import { generatedDeckIds } from './generated.ts';
import { freeId, type OwnDeck } from './own-deck.ts';
import { type SceneNotice, sceneFromFile, sceneToFile } from './scene-file.ts';

/** What a file of decks says of itself; docs/DECKS.md documents it. */
const format = 'report-atlas-decks';
/** The version of the format. What only adds optional fields keeps it. */
const version = 1;

/** A file may be this large, in bytes. */
export const mostBytes = 5_000_000;
const most = { decks: 200, scenes: 500 };

/** Why a file is refused; nothing is changed then. */
export type DeckFileRefusal = 'too-large' | 'not-json' | 'not-decks' | 'newer-version' | 'wrong-shape';

/** A part that was left out of a deck that was read. */
export interface DeckNotice extends SceneNotice {
  /** The title of the deck. */
  deck: string;
}

/** What was read of a file: its decks, with what was left out of them; or why it is refused. */
export type DeckFileReading =
  | { ok: true; decks: OwnDeck[]; notices: DeckNotice[] }
  | {
      ok: false;
      reason: DeckFileRefusal;
      /** The place in the file and what must stand there; or the version; or empty. */
      detail: string;
    };

/** Decks as the text of a file, in one language. `compact` leaves out blanks and lines, for a link or a store. */
export function writeDeckFile(
  decks: readonly OwnDeck[],
  dataset: Pick<Dataset, 'reports'>,
  { compact = false }: { compact?: boolean } = {},
): string {
  const content = {
    format,
    version,
    decks: decks.map(({ id, title, updated, scenes }) => ({
      id,
      title,
      ...(updated !== undefined && { updated }),
      scenes: scenes.map((scene) => sceneToFile(scene, dataset)),
    })),
  };
  return JSON.stringify(content, null, compact ? undefined : 2);
}

/** The ids that no own deck may have: those of the reports' decks and of those made of the data. */
export function reservedDeckIds(dataset: Dataset): Set<string> {
  return new Set([...dataset.decks.map(({ id }) => id), ...generatedDeckIds(dataset)]);
}

/**
 * Reads the text of a file, whoever wrote it. Never throws, and gives either all of its decks or none. Ids that are
 * reserved or `taken` are made others.
 */
export function readDeckFile(
  text: string,
  dataset: Dataset,
  taken: readonly Pick<Deck, 'id'>[] = [],
): DeckFileReading {
  const refused = (reason: DeckFileRefusal, detail = ''): DeckFileReading => ({ ok: false, reason, detail });
  if (byteLength(text) > mostBytes) return refused('too-large');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('not-json', error instanceof Error ? error.message : '');
  }
  try {
    const file: Found = { value, path: '' };
    if (property(file, 'format').value !== format) return refused('not-decks');
    const stated = property(file, 'version');
    if (typeof stated.value !== 'number') throw new ShapeError(stated.path, 'number');
    if (stated.value > version) return refused('newer-version', String(stated.value));
    if (stated.value !== version) throw new ShapeError(stated.path, String(version));
    const ids = reservedDeckIds(dataset);
    for (const { id } of taken) ids.add(id);
    const notices: DeckNotice[] = [];
    const decks = listOf(property(file, 'decks'), most.decks).map((found) => {
      const deck = deckFromFile(found, ids, dataset, notices);
      ids.add(deck.id);
      return deck;
    });
    return { ok: true, decks, notices };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    // A value that is no object at the top is some other file.
    return error.path === '' ? refused('not-decks') : refused('wrong-shape', error.message);
  }
}

/** An id that can stand in an address and as a key. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u;

function deckFromFile(
  found: Found,
  taken: ReadonlySet<string>,
  dataset: Dataset,
  notices: DeckNotice[],
): OwnDeck {
  const id = textOf(property(found, 'id'), '');
  const title = textOf(property(found, 'title'));
  const updated = textOf(property(found, 'updated'), '');
  const ids = new Set<string>();
  const scenes = listOf(property(found, 'scenes'), most.scenes).map((each, index): Scene => {
    const scene = sceneFromFile(each, index + 1, ids, dataset, (notice) =>
      notices.push({ ...notice, deck: title }),
    );
    ids.add(scene.id);
    return scene;
  });
  return {
    id: freeId(idPattern.test(id) ? id : 'deck', taken),
    title,
    titleEn: '',
    scenes,
    ...(timePattern.test(updated) && { updated }),
  };
}

function byteLength(text: string): number {
  // A character is at least one byte: no need to count where they alone are too many.
  return text.length > mostBytes ? text.length : new TextEncoder().encode(text).length;
}
