/** A text as it is compared, with the way back to the text as it is shown. */
export interface Normal {
  /** Lower case, without blanks, punctuation, width or accents; `ü` is `v`, as on a pinyin keyboard. */
  text: string;
  /** For each unit of `text`, where its character begins in the shown text. */
  from: number[];
  /** For each unit of `text`, where its character ends in the shown text. */
  to: number[];
  /** For each unit of `text`, whether blanks or punctuation stand before it, or nothing. */
  starts: boolean[];
}

/** Nothing to do but lower case: Han characters, Latin letters and digits only. */
const plain = /^[a-zA-Z0-9一-鿿]*$/u;
/** What is dropped from every text, whatever stands around it. */
const idle = /[ ，。、；：“”（）《》！？]/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const digit = /[0-9]/u;
/** The two dots of ü, once they are split from their letter. */
const diaeresis = '\u0308';

/** The text as it is compared, without the way back: what `normalise` gives as `text`. */
export function normalText(shown: string): string {
  const text = shown.replaceAll(idle, '');
  return plain.test(text) ? text.toLowerCase() : normalise(shown).text;
}

/**
 * The text as it is compared. Unicode's compatibility decomposition (NFKD, UAX #15) folds full width to half width,
 * circled digits to digits and accents to marks, which are dropped; so pinyin may be typed with its tones. A point
 * between two digits stays: 3.5 is not 35.
 */
export function normalise(shown: string): Normal {
  const normal: Normal = { text: '', from: [], to: [], starts: [] };
  let afterGap = true;
  // A point is kept only once a digit follows it.
  let point = -1;
  const put = (unit: string, from: number, to: number) => {
    normal.text += unit;
    normal.from.push(from);
    normal.to.push(to);
    normal.starts.push(afterGap);
    afterGap = false;
  };
  let at = 0;
  for (const character of shown) {
    const [from, to] = [at, at + character.length];
    at = to;
    if (isCommonHan(character)) {
      point = -1;
      put(character, from, to);
      continue;
    }
    for (const part of foldedParts(character)) {
      if (letterOrDigit.test(part)) {
        if (point >= 0 && digit.test(part)) {
          afterGap = false;
          put('.', point, point + 1);
        }
        point = -1;
        for (const unit of part.split('')) put(unit, from, to);
      } else if (mark.test(part)) {
        if (part === diaeresis && normal.text.endsWith('u')) normal.text = `${normal.text.slice(0, -1)}v`;
      } else {
        point = part === '.' && digit.test(normal.text.at(-1) ?? '') && !afterGap ? from : -1;
        afterGap = true;
      }
    }
  }
  return normal;
}

/** CJK Unified Ideographs stand for themselves. */
function isCommonHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff;
}

function foldedParts(character: string): Iterable<string> {
  return character < '\u0080'
    ? character.toLowerCase()
    : character.normalize('NFKD').toLowerCase().normalize('NFKD');
}
