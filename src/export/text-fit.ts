/** How a text is set: its size and the distance of its lines, in points. */
export interface Setting {
  size: number;
  leading: number;
}

/** Above this code point characters are as wide as they are high: Han, its punctuation, full-width forms. */
const firstWide = 0x2e80;
/** The width of other characters, in their height: capitals and digits of common faces lie near it. */
const narrow = 0.58;
/** Lines end before words and may not begin with a stop: some of their width stays empty. */
const ragged = 1.06;

/** How wide a line of text is, in its height. */
export function lineWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= firstWide ? 1 : narrow;
  // Curly quotes and dashes are wide in Chinese faces.
  return width + (1 - narrow) * (text.match(/[“”‘’—…·]/gu)?.length ?? 0);
}

/** How high a text comes out in a column, in points, if faces are no wider than usual. */
export function textHeight(text: string, width: number, { size, leading }: Setting): number {
  if (text === '') return 0;
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((lineWidth(line) * size * ragged) / width)), 0);
  return lines * leading;
}

/** By how much sizes may be reduced at most. */
const smallest = 0.4;

/** The largest factor on sizes, at most 1, at which `heightAt` fits into a height; the smallest there is where none does. */
export function fittingFactor(height: number, heightAt: (factor: number) => number): number {
  for (let factor = 1; factor > smallest; factor -= 0.04) if (heightAt(factor) <= height) return factor;
  return smallest;
}
