/** A number as it is written: digits with their decimals, and 万, 亿 or % behind them, also after a blank. */
const figure = /\d+(?:\.\d+)?(?:\s*(?:[万亿]+|%))?/gu;
/** How far the full-width forms of digits, points and percent signs lie behind the plain ones in Unicode. */
const fullWidthOffset = 0xfee0;

/** The figures in a text, in its order, each without blanks: `["172", "4200亿", "6.1%"]`. Numbers in Han characters are words. */
export function figuresIn(text: string): string[] {
  const plain = text.replace(/[０-９．％]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - fullWidthOffset),
  );
  return Array.from(plain.matchAll(figure), ([written]) => written.replace(/\s/gu, ''));
}

/** The figures of a text that the source text does not have, as whole numbers and on the same scale: 5万 is not 5. Each once. */
export function figuresNotIn(text: string, source: string): string[] {
  const known = new Set(figuresIn(source));
  return [...new Set(figuresIn(text))].filter((written) => !known.has(written));
}
