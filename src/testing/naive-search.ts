/** Searching as one would write it down: each word against each text at each position. The reference for the real one. */

import type { Readings } from '../model/dataset.ts';
import { normalise } from '../model/search/normalise.ts';
import { type ColumnId, type Method, notFound, type Position, steps } from '../model/search/ranks.ts';
import { makeReader } from '../model/search/readings.ts';
import { applies, parseQuery, type Word } from '../model/search/word.ts';

/** A thing with its texts by column. */
export type NaiveThing = { id: string; texts: Partial<Record<ColumnId, string[]>> };

/** The ids and ranks of all things that hold what is typed, the best first. */
export function naiveSearch(things: readonly NaiveThing[], typed: string, readings: Readings) {
  const reader = makeReader(readings);
  const query = parseQuery(typed, reader);
  if (!query) return [];
  const rankOf = ({ texts }: NaiveThing, word: Word) => {
    const ranks = steps
      .filter((step) => applies(step, word))
      .flatMap(({ column, method, rank }) =>
        (texts[column] ?? []).flatMap((text) => {
          const position = positionOf(method, text, word);
          return position ? [rank[position]] : [];
        }),
      );
    return Math.min(notFound, ...ranks);
  };
  const positionOf = (method: Method, shown: string, word: Word): Position | null => {
    const { text, starts } = normalise(shown);
    const spoken = [...reader.read(text)].map((number) => reader.syllables[number] ?? '');
    const typedSpoken = [...word.sounds].map((number) => reader.syllables[number] ?? '');
    for (let at = 0; at < text.length; at += 1) {
      const end = endAt(method, { text, starts, spoken }, word.text, typedSpoken, at);
      if (end === null) continue;
      if (at > 0) return 'within';
      return end === text.length ? 'exact' : 'start';
    }
    return null;
  };
  return things
    .map((thing) => {
      const words = Math.max(...query.words.map((word) => rankOf(thing, word)));
      const phrase = query.phrase ? rankOf(thing, query.phrase) : notFound;
      return { id: thing.id, rank: Math.min(words, phrase) };
    })
    .filter(({ rank }) => rank < notFound)
    .sort((a, b) => a.rank - b.rank);
}

interface Text {
  text: string;
  starts: boolean[];
  spoken: string[];
}

function endAt(
  method: Method,
  { text, starts, spoken }: Text,
  typed: string,
  typedSpoken: readonly string[],
  at: number,
): number | null {
  const literalEnd = text.startsWith(typed, at) ? at + typed.length : null;
  if (method === 'literal') return literalEnd;
  if (method === 'words') return starts[at] ? literalEnd : null;
  if (method === 'inside') return starts.slice(at, at + typed.length).includes(true) ? null : literalEnd;
  /** All that may be typed for the unit at hand, each with what is left to be typed after it. */
  const ways = (unit: number, from: number): number[] => {
    const rest = typed.slice(from);
    const syllable = spoken[unit] ?? '';
    const found: number[] = [];
    const take = (part: string) => {
      if (part !== '' && rest.startsWith(part)) found.push(from + part.length);
    };
    if (method !== 'initials' || syllable === '') take(text[unit] ?? '');
    if (syllable === '') return found;
    if (method === 'initials') take(syllable[0] ?? '');
    else {
      take(syllable);
      if (syllable.startsWith(rest)) found.push(typed.length);
    }
    if (method === 'mixed') {
      take(syllable[0] ?? '');
      if (/^[zcs]h/u.test(syllable)) take(syllable.slice(0, 2));
    }
    if (method === 'homophone' && typedSpoken[from] === syllable) found.push(from + 1);
    return found;
  };
  const goOn = (unit: number, from: number): number | null => {
    if (from === typed.length) return unit;
    if (unit === text.length) return null;
    for (const next of ways(unit, from)) {
      const end = goOn(unit + 1, next);
      if (end !== null) return end;
    }
    return null;
  };
  return goOn(at, 0);
}
