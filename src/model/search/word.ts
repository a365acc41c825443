import { normalText } from './normalise.ts';
import type { Step } from './ranks.ts';
import type { Reader } from './readings.ts';

/** One word of a query, ready to be compared. */
export interface Word {
  /** Normalised; never empty. */
  text: string;
  /** For each unit the number of its syllable; 0 where it is no Han character or none with a known reading. */
  sounds: Uint16Array;
  /** Whether Latin letters stand in it, and whether Han characters (or other scripts). */
  letters: boolean;
  han: boolean;
  /** Whether it is several words as one. It is not compared in the loosest ways, in which the words are found anyway. */
  phrase: boolean;
}

/** A query as it is searched for. */
export interface Query {
  /** Each must be found; the same one once. */
  words: Word[];
  /** All words as one, blanks dropped, where there are several: new area, dan yang. Found, it may earn a better rank. */
  phrase: Word | null;
}

/** Longer queries are cut here: more than any paragraph that someone may paste. */
const longestQuery = 1000;
/** Further words are not searched for. */
const mostWords = 10;

/** Takes a query apart at its blanks. Null where it holds nothing to search for. */
export function parseQuery(typed: string, reader: Reader): Query | null {
  const parts = typed.slice(0, longestQuery).normalize('NFC').split(/\s+/u);
  const texts = parts.map(normalText).filter((text) => text !== '');
  const words = [...new Set(texts)].slice(0, mostWords).map((text) => makeWord(text, false, reader));
  if (words.length === 0) return null;
  return { words, phrase: texts.length > 1 ? makeWord(texts.join(''), true, reader) : null };
}

function makeWord(text: string, phrase: boolean, reader: Reader): Word {
  return {
    text,
    sounds: reader.read(text),
    letters: /[a-z]/u.test(text),
    han: /[^a-z0-9.]/u.test(text),
    phrase,
  };
}

/** Whether a way of finding something can find this word at all, or needs to. */
export function applies({ column, method }: Step, { text, sounds, letters, han, phrase }: Word): boolean {
  // Where the phrase stands in a long text, its words do, too, and rank alike.
  if (phrase && (column === 'quote' || column === 'text')) return false;
  switch (method) {
    case 'literal':
      return true;
    case 'words':
      return !han;
    case 'inside':
      return !han && !phrase;
    case 'initials':
      return letters && !han;
    case 'pinyin':
      return letters;
    case 'mixed':
      return letters && text.length > 1 && !phrase;
    case 'homophone':
      // A single character sounds like far too many others.
      return text.length > 1 && !phrase && sounds.some((number) => number > 0);
  }
}

/**
 * Whether everything in which a word is found holds the shorter word typed before it, too. Not so where a single
 * character has become two, which may be homophones, nor where the new character changes how one before it is read.
 */
export function narrows(word: Word, former: Word): boolean {
  return (
    word.text.startsWith(former.text) &&
    (word.phrase || !former.phrase) &&
    !(former.han && former.text.length === 1) &&
    former.sounds.every((number, at) => number === word.sounds[at])
  );
}
