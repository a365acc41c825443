import type { Report, SceneQuote } from '../dataset.ts';

/** Above this many characters a quote is more than an audience reads at a glance, and is cut. */
export const glanceLength = 60;

/** The words of a scene's quote, and the number of their paragraph in the text as received. */
export interface QuotedWords {
  text: string;
  paragraph: string;
}

/** A quote's own words; null where the reports at hand do not hold them, as with a deck made for another edition. */
export function quotedWords(quote: SceneQuote, reports: readonly Report[]): QuotedWords | null {
  const report = reports.find(({ id }) => id === quote.report);
  const paragraph = report?.paragraphs.find(({ id }) => id === quote.paragraph);
  const text = paragraph?.text.slice(quote.start, quote.end) ?? '';
  return paragraph && text !== '' ? { text, paragraph: paragraph.id.replace(/^\D+/u, '') } : null;
}
