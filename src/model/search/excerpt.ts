import type { Match } from './matches.ts';

/** Stands where something is left out. */
const ellipsis = '…';

/**
 * A long text shortened to about `length` characters around its first highlighted stretch, with the ranges moved along;
 * an ellipsis stands for what is left out before or after. A text that is short enough stays as it is.
 */
export function excerpt(match: Match, length: number): Match {
  const { text, ranges } = match;
  const [first] = ranges;
  if (text.length <= length || !first) return match;
  const spare = Math.max(0, length - (first[1] - first[0]));
  // A third before, so that more is seen of what follows; at either end of the text what is left over goes to the other.
  const wanted = Math.min(Math.max(0, first[0] - Math.floor(spare / 3)), Math.max(0, text.length - length));
  const start = wholeCharacter(text, Math.min(wanted, first[0]));
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + length, first[1])));
  const before = start > 0 ? ellipsis : '';
  const shift = before.length - start;
  return {
    ...match,
    text: before + text.slice(start, end) + (end < text.length ? ellipsis : ''),
    ranges: ranges
      .filter(([from]) => from >= start && from < end)
      .map(([from, to]) => [from + shift, Math.min(to, end) + shift]),
  };
}

/** The position itself, or the one before it where it would cut a character of two units in two. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
