import { normalise, normalText } from './normalise.ts';
import type { ColumnId } from './ranks.ts';
import type { Reader } from './readings.ts';

/** A text that stands in a column, and the number of the thing that it belongs to. */
export interface Entry {
  owner: number;
  shown: string;
}

/**
 * All texts of one kind, normalised and joined into one string, so that the engine's own string search runs over all of
 * them at once. Numbers of owners and entries are kept in typed arrays.
 */
export interface Column {
  id: ColumnId;
  /** The entries with a line break before each and after the last. */
  text: string;
  /**
   * As long as `text`, in ASCII. In spoken columns the first letter of each character's syllable, and letters and digits
   * as they are; in English ones the first letter of each word. Elsewhere the filler. Empty in written columns.
   */
  heads: string;
  /** As long as `text`: numbers of syllables. Empty in columns that are not read aloud. */
  sounds: Uint16Array;
  /** Where each entry begins in `text`; one more for the end. An entry ends one unit before the next begins. */
  begins: Uint32Array;
  /** The texts as they are shown, by entry. */
  shown: string[];
  /** Whether an entry may belong to several owners. Otherwise entries stand in the order of their owners. */
  shared: boolean;
  ownersOf: Lists;
  entriesOf: Lists;
}

/** Many short lists of numbers in two arrays: list k is `values` from `begins[k]` up to `begins[k + 1]`. */
export interface Lists {
  begins: Uint32Array;
  values: Uint32Array;
}

/** Stands in `heads` where no match of a syllable or word may begin: nobody types it. */
export const filler = '\u0001';
const fillerCode = filler.charCodeAt(0);
const lineBreak = '\n';

/** How a column is compared: Han texts aloud or only by their characters, or English by words. */
export type ColumnKind = 'spoken' | 'written' | 'english';

/**
 * Joins entries into a column. They come in the order of their owners, who are numbered from 0 up to `owners`.
 * A shared column keeps equal texts once.
 */
export function makeColumn(
  { id, kind, shared = false }: { id: ColumnId; kind: ColumnKind; shared?: boolean },
  entries: readonly Entry[],
  owners: number,
  reader: Reader,
): Column {
  const kept = new Map<string, number>();
  const shown: string[] = [];
  const pairs = entries.map(({ owner, shown: text }): [entry: number, owner: number] => {
    const known = shared ? kept.get(text) : undefined;
    if (known !== undefined) return [known, owner];
    if (shared) kept.set(text, shown.length);
    shown.push(text);
    return [shown.length - 1, owner];
  });
  const normal = shown.map(normalText);
  const begins = new Uint32Array(normal.length + 1);
  begins[0] = 1;
  for (const [entry, text] of normal.entries()) begins[entry + 1] = (begins[entry] ?? 0) + text.length + 1;
  const text = `${lineBreak}${normal.map((each) => each + lineBreak).join('')}`;
  const sounds = kind === 'spoken' ? reader.read(text) : new Uint16Array(0);
  return {
    id,
    text,
    heads:
      kind === 'english'
        ? asciiString(wordHeads(shown, text, begins))
        : kind === 'spoken'
          ? asciiString(spokenHeads(text, sounds, reader))
          : '',
    sounds,
    begins,
    shown,
    shared,
    ownersOf: lists(pairs, shown.length),
    entriesOf: lists(
      pairs.map(([entry, owner]) => [owner, entry]),
      owners,
    ),
  };
}

function spokenHeads(text: string, sounds: Uint16Array, { syllables }: Reader): Uint8Array {
  const first = syllables.map((syllable) => syllable.charCodeAt(0));
  const heads = new Uint8Array(text.length).fill(fillerCode);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const number = sounds[at] ?? 0;
    if (number > 0) heads[at] = first[number] ?? fillerCode;
    else if (unit < 0x80) heads[at] = unit;
  }
  return heads;
}

function wordHeads(shown: readonly string[], text: string, begins: Uint32Array): Uint8Array {
  const heads = new Uint8Array(text.length).fill(fillerCode);
  for (const [entry, each] of shown.entries()) {
    const begin = begins[entry] ?? 0;
    for (const [at, isStart] of normalise(each).starts.entries()) {
      const unit = text.charCodeAt(begin + at);
      if (isStart && unit < 0x80) heads[begin + at] = unit;
    }
  }
  return heads;
}

/** A string of one byte a unit, in which engines search fastest. Made in pieces: a call takes only so many arguments. */
function asciiString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const size = 4096;
  for (let from = 0; from < bytes.length; from += size)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + size)));
  return pieces.join('');
}

function lists(pairs: readonly (readonly [key: number, value: number])[], keys: number): Lists {
  const begins = new Uint32Array(keys + 1);
  for (const [key] of pairs) begins[key + 1] = (begins[key + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key += 1) begins[key + 1] = (begins[key + 1] ?? 0) + (begins[key] ?? 0);
  const next = begins.slice();
  const values = new Uint32Array(pairs.length);
  for (const [key, value] of pairs) {
    const at = next[key] ?? 0;
    values[at] = value;
    next[key] = at + 1;
  }
  return { begins, values };
}
