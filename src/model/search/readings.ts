import type { Readings } from '../dataset.ts';

/** Reads Han characters aloud: numbers of syllables for texts, and the syllables by number. */
export interface Reader {
  /** Syllables in lower case without tones, by number; number 0 is the empty one: no known reading. */
  syllables: readonly string[];
  /** For each UTF-16 unit of a normalised text (or of several, joined by line breaks) the number of its syllable. */
  read: (text: string) => Uint16Array;
}

/**
 * Makes the reader of a readings table. A word's reading goes before its characters' common ones, and a longer word's
 * before a shorter one's.
 */
export function makeReader({ characters, words }: Readings): Reader {
  const numbers = new Map<string, number>([['', 0]]);
  const numberOf = (syllable: string) => {
    const number = numbers.get(syllable) ?? numbers.size;
    numbers.set(syllable, number);
    return number;
  };
  const common = new Uint16Array(0x10000);
  for (const [syllable, read] of Object.entries(characters))
    for (const unit of read.split('')) common[unit.charCodeAt(0)] = numberOf(syllable);
  const special = Object.entries(words)
    .map(([word, reading]) => ({ word, numbers: reading.split(' ').map(numberOf) }))
    .sort((a, b) => a.word.length - b.word.length);
  return {
    syllables: [...numbers.keys()],
    read: (text) => {
      const read = new Uint16Array(text.length);
      for (let at = 0; at < text.length; at += 1) read[at] = common[text.charCodeAt(at)] ?? 0;
      for (const { word, numbers: reading } of special)
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) read.set(reading, at);
      return read;
    },
  };
}
