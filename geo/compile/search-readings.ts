import { customPinyin, pinyin } from 'pinyin-pro';
import type { Readings } from '../../src/model/dataset.ts';
import { normalise } from '../../src/model/search/normalise.ts';
import { makeReader } from '../../src/model/search/readings.ts';

/** Words whose reading depends on their sense, as government reports use them. */
const commonReadings: Record<string, string> = {
  重点: 'zhòng diǎn',
  崩岸: 'bēng àn',
  调压: 'tiáo yā',
  泊位: 'bó wèi',
  行政: 'xíng zhèng',
  巷道路: 'xiàng dào lù',
  河长制: 'hé zhǎng zhì',
  湖长制: 'hú zhǎng zhì',
  '）长制': '） zhǎng zhì',
};

customPinyin(commonReadings);

/** Makes known how the city's place names are read, where the general dictionary does not know: 句容 → jù róng. */
export function learnReadings(readings: Record<string, string>): void {
  customPinyin(readings);
}

/** A normalised text with one syllable per unit; empty where the unit is no Han character. */
interface Spoken {
  text: string;
  syllables: string[];
}

/**
 * The smallest table from which all the texts can be read aloud rightly: for each character the syllable that it has
 * most often in them, and the words in which one of their characters has another.
 */
export function compileReadings(texts: readonly string[]): Readings {
  const spoken = distinctTexts(texts);
  const characters = commonSyllables(spoken);
  const words: Record<string, string> = {};
  // A whole text may be part of another, which is then read wrongly; so until everything is right.
  for (let isRight = false; !isRight; ) {
    isRight = true;
    for (const each of spoken) {
      const read = readWith({ characters, words }, each.text);
      const at = each.syllables.findIndex((syllable, unit) => syllable !== '' && syllable !== read[unit]);
      if (at < 0) continue;
      isRight = false;
      const { text, syllables } = each;
      const [start, end] = tellingWord(spoken, each, at);
      const isGiven = text.slice(start, end) in words;
      words[isGiven ? text : text.slice(start, end)] = (
        isGiven ? syllables : syllables.slice(start, end)
      ).join(' ');
    }
  }
  return { characters, words };
}

function distinctTexts(texts: readonly string[]): Spoken[] {
  const spoken = new Map<string, Spoken>();
  for (const shown of texts) {
    const { text, from } = normalise(shown);
    const syllables = readInContext(shown);
    spoken.set(text, { text, syllables: from.map((at) => syllables[at] ?? '') });
  }
  return [...spoken.values()];
}

/** One syllable per UTF-16 unit of a text, without tones, `v` for ü; empty where it is no Han character of the BMP. */
function readInContext(shown: string): string[] {
  const characters = [...shown];
  const read = pinyin(shown, { toneType: 'none', type: 'array', v: true });
  if (read.length !== characters.length)
    throw new Error(`“${shown}” cannot be read aloud character by character; leave out what is no text.`);
  return characters.flatMap((character, index) =>
    character.length > 1 ? ['', ''] : [/\p{Script=Han}/u.test(character) ? spelled(read[index]) : ''],
  );
}

const spelled = (syllable = '') => (/^[a-z]+$/u.test(syllable) ? syllable : '');

/** By syllable, in alphabetical order, the characters that have it most often. */
function commonSyllables(spoken: readonly Spoken[]): Record<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, syllables } of spoken) {
    for (const [at, syllable] of syllables.entries()) {
      if (syllable === '') continue;
      const character = text[at] ?? '';
      const seen = counts.get(character) ?? new Map<string, number>();
      counts.set(character, seen.set(syllable, (seen.get(syllable) ?? 0) + 1));
    }
  }
  const common: Record<string, string> = {};
  for (const [character, seen] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [[syllable = ''] = []] = [...seen].sort(([, a], [, b]) => b - a);
    common[syllable] = (common[syllable] ?? '') + character;
  }
  return Object.fromEntries(Object.entries(common).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The shortest word around a character, as [start, end), that is read alike wherever it stands, so that its reading can
 * be given once; the whole text where there is none, which goes before any shorter word.
 */
function tellingWord(spoken: readonly Spoken[], { text, syllables }: Spoken, at: number): [number, number] {
  for (let length = 2; length < text.length; length += 1) {
    for (let start = Math.max(0, at - length + 1); start <= Math.min(at, text.length - length); start += 1) {
      const [word, reading] = [text.slice(start, start + length), syllables.slice(start, start + length)];
      if (reading.includes('')) continue;
      const alike = spoken.every((other) => {
        for (let found = other.text.indexOf(word); found >= 0; found = other.text.indexOf(word, found + 1))
          if (reading.some((syllable, index) => other.syllables[found + index] !== syllable)) return false;
        return true;
      });
      if (alike) return [start, start + length];
    }
  }
  return [0, text.length];
}

function readWith(readings: Readings, text: string): string[] {
  const { syllables, read } = makeReader(readings);
  return [...read(text)].map((number) => syllables[number] ?? '');
}
