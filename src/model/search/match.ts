import { type Column, filler } from './column.ts';
import type { Method } from './ranks.ts';
import type { Word } from './word.ts';

/** A stretch of a column's text. */
export interface Span {
  start: number;
  end: number;
}

/** What the methods need beside column and word: the syllables by number. */
export type Syllables = readonly string[];

/** Compares a word with a column. It holds the match that it found last, since a search finds very many. */
export interface Finder extends Span {
  /** Finds the first match that begins at `from` or after it, and before `until`. False if there is none. */
  find: (from: number, until: number) => boolean;
}

/** A finder for one method, column and word. Matches never go over the end of an entry. */
export function makeFinder(method: Method, column: Column, word: Word, syllables: Syllables): Finder {
  const { text, heads } = column;
  const typed = word.text;
  const size = typed.length;
  switch (method) {
    case 'literal':
      return finderOf(text, typed, (at) => at + size);
    case 'inside':
      return finderOf(text, typed, (at) => (isWithinWord(heads, at, size) ? at + size : -1));
    case 'words':
      return finderOf(heads, typed.charAt(0), (at) => (text.startsWith(typed, at) ? at + size : -1));
    case 'initials':
      return finderOf(heads, typed, (at) => at + size);
    case 'pinyin': {
      const { hay, needle } = firstSound(column, word, syllables, false);
      const first = syllables.map((syllable) => (isBegun(syllable, typed) ? 1 : 0));
      const gate = { sounds: column.sounds, open: Uint8Array.from(first) };
      return finderOf(hay, needle, (at) => spokenEnd(column, word, syllables, at, false), gate);
    }
    case 'homophone': {
      const { hay, needle } = firstSound(column, word, syllables, true);
      return finderOf(hay, needle, (at) => spokenEnd(column, word, syllables, at, true));
    }
    case 'mixed': {
      const { hay, needle } = firstSound(column, word, syllables, false);
      return finderOf(hay, needle, makeMixedEnd(column, word, syllables));
    }
  }
}

/** Below this many units, looking at each of them costs less than the risk that a native search runs far beyond. */
const nearBy = 512;

/** Lets pass only those places whose syllable's number is open: most are turned away here, at the least cost. */
interface Gate {
  sounds: Uint16Array;
  open: Uint8Array;
}

/** Goes from one place where the needle stands to the next, until a match begins there: `endOf` gives its end, or -1. */
function finderOf(hay: string, needle: string, endOf: (at: number) => number, gate?: Gate): Finder {
  const first = needle.charCodeAt(0);
  const finder = {
    start: 0,
    end: 0,
    find: (from: number, until: number) => {
      const near = until - from <= nearBy;
      for (let at = near ? from : hay.indexOf(needle, from); at >= 0 && at < until; ) {
        const stands = !near || (hay.charCodeAt(at) === first && hay.startsWith(needle, at));
        if (stands && (!gate || gate.open[gate.sounds[at] ?? 0] === 1)) {
          const end = endOf(at);
          if (end >= 0) {
            finder.start = at;
            finder.end = end;
            return true;
          }
        }
        at = near ? at + 1 : hay.indexOf(needle, at + 1);
      }
      return false;
    },
  };
  return finder;
}

/**
 * Whether typed letters may begin with this syllable: with the whole of it, or they end within it. The empty one, of what
 * is no Han character, is told by that itself; so is everything where a Han character is typed first.
 */
function isBegun(syllable: string, typed: string): boolean {
  return syllable.startsWith(typed) || typed.startsWith(syllable) || typed.charCodeAt(0) >= 0x80;
}

/** Where a word's first unit may stand: the string to look in, and what to look for. `alike`: another may stand there. */
function firstSound({ text, heads }: Column, word: Word, syllables: Syllables, alike: boolean) {
  const first = word.text.charAt(0);
  const syllable = syllables[word.sounds[0] ?? 0] ?? '';
  if (first.charCodeAt(0) < 0x80) return { hay: heads, needle: first };
  return alike && syllable !== '' ? { hay: heads, needle: syllable.charAt(0) } : { hay: text, needle: first };
}

function isWithinWord(heads: string, at: number, size: number): boolean {
  for (let unit = at; unit < at + size; unit += 1) if (heads[unit] !== filler) return false;
  return true;
}

/**
 * Where a word ends that is compared from a point on, character by character: the same character, or the whole syllable
 * typed in letters, the last one as far as it goes. With `alike` Han characters may also sound the same. -1: no match.
 */
function spokenEnd(
  { text, sounds }: Column,
  { text: typed, sounds: typedSounds }: Word,
  syllables: Syllables,
  at: number,
  alike: boolean,
): number {
  let [unit, typedAt] = [at, 0];
  while (typedAt < typed.length) {
    const code = typed.charCodeAt(typedAt);
    const sound = sounds[unit] ?? 0;
    if (code === text.charCodeAt(unit)) {
      typedAt += 1;
    } else if (sound === 0) {
      return -1;
    } else if (code < 0x80) {
      const common = commonLength(syllables[sound] ?? '', typed, typedAt);
      if (common === 0 || (common < (syllables[sound] ?? '').length && typedAt + common < typed.length))
        return -1;
      typedAt += common;
    } else if (alike && typedSounds[typedAt] === sound) {
      typedAt += 1;
    } else {
      return -1;
    }
    unit += 1;
  }
  return unit;
}

/** How many letters of a syllable are typed from a point on. */
function commonLength(syllable: string, typed: string, from: number): number {
  let length = 0;
  while (length < syllable.length && syllable.charCodeAt(length) === typed.charCodeAt(from + length))
    length += 1;
  return length;
}

/** Words of more units are not compared as a mixture: nobody types them so. */
const longestMixture = 48;

/**
 * As `spokenEnd`, but a syllable may also be typed by its first letter, or by zh, ch, sh. Whatever led nowhere is
 * remembered, so that no text and no word makes it slow.
 */
function makeMixedEnd({ text, heads, sounds }: Column, { text: typed }: Word, syllables: Syllables) {
  const size = typed.length;
  if (size > longestMixture) return () => -1;
  const failedIn = new Uint32Array((size + 1) * (size + 1));
  let attempt = 0;
  const end = (begin: number, unit: number, typedAt: number): number => {
    if (typedAt >= size) return unit;
    // Most fail here, at the least cost: the first letter of the next syllable is not what is typed next.
    const code = typed.charCodeAt(typedAt);
    if ((code < 0x80 ? heads : text).charCodeAt(unit) !== code) return -1;
    const state = (unit - begin) * (size + 1) + typedAt;
    if (failedIn[state] === attempt) return -1;
    const found = goOn(begin, unit, typedAt);
    if (found < 0) failedIn[state] = attempt;
    return found;
  };
  const goOn = (begin: number, unit: number, typedAt: number): number => {
    const code = typed.charCodeAt(typedAt);
    if (code === text.charCodeAt(unit)) return end(begin, unit + 1, typedAt + 1);
    const syllable = syllables[sounds[unit] ?? 0] ?? '';
    if (syllable === '' || code >= 0x80) return -1;
    const common = commonLength(syllable, typed, typedAt);
    if (common === 0) return -1;
    if (typedAt + common === size) return unit + 1;
    if (common === syllable.length) {
      const found = end(begin, unit + 1, typedAt + common);
      if (found >= 0) return found;
    }
    if (common >= 2 && syllable.charAt(1) === 'h') {
      const found = end(begin, unit + 1, typedAt + 2);
      if (found >= 0) return found;
    }
    return end(begin, unit + 1, typedAt + 1);
  };
  const next = Int32Array.from(syllables, (syllable) => nextLetters(syllable, typed));
  return (at: number) => {
    // Most candidates fail at the second syllable: told at once.
    if (((next[sounds[at] ?? 0] ?? anyLetter) & letterBit(heads.charCodeAt(at + 1))) === 0) return -1;
    attempt += 1;
    return end(at, at, 0);
  };
}

/** Every letter, and whatever else may stand in a text. */
const anyLetter = -1;

/** One bit for each letter from a to z; another one for all else. */
function letterBit(code: number): number {
  return code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << 26;
}

/** The letters, as bits, with which the next syllable may begin if a word that is typed in a mixture begins with this one. */
function nextLetters(syllable: string, typed: string): number {
  const common = commonLength(syllable, typed, 0);
  if (syllable === '' || common === 0 || common === typed.length) return anyLetter;
  const ends = [1];
  if (common >= 2 && syllable.charAt(1) === 'h') ends.push(2);
  if (common === syllable.length) ends.push(common);
  return ends
    .map((end) => typed.charCodeAt(end))
    .reduce((bits, code) => bits | (code < 0x80 ? letterBit(code) : anyLetter), 0);
}
