import type { Item, Mention, Paragraph, Report, Section } from './dataset.ts';

/** A quote with what stands before and after it in its sentence, and its address in the report. */
export interface QuoteInContext {
  before: string;
  quote: string;
  after: string;
  paragraph: Paragraph;
  /** From the outermost section to the innermost. */
  sections: Section[];
  report: Report;
}

const sentenceEnds = '。！？';

/** The verbatim words of a mention. Throws if the dataset does not hold its paragraph (the compile step forbids that). */
export function mentionQuote(mention: Mention, reports: readonly Report[]): string {
  return paragraphOf(mention, reports).paragraph.text.slice(mention.start, mention.end);
}

/** A mention's quote within its whole sentence. */
export function quoteInContext(mention: Mention, reports: readonly Report[]): QuoteInContext {
  const { report, paragraph } = paragraphOf(mention, reports);
  const { text } = paragraph;
  const { start, end } = mention;
  let from = start;
  while (from > 0 && !sentenceEnds.includes(text[from - 1] ?? '')) from -= 1;
  let to = end;
  // A quote that already ends its sentence is not led on into the next one.
  if (!sentenceEnds.includes(text[end - 1] ?? '')) {
    while (to < text.length && !sentenceEnds.includes(text[to] ?? '')) to += 1;
    to = Math.min(to + 1, text.length);
  }
  return {
    before: text.slice(from, start),
    quote: text.slice(start, end),
    after: text.slice(end, to),
    paragraph,
    sections: sectionPath(report, paragraph.section),
    report,
  };
}

/** The years of an item's mentions, each once, in order. */
export function mentionYears(item: Item): number[] {
  return [...new Set(item.mentions.map((mention) => mention.year))].sort((a, b) => a - b);
}

/** The same as text for a table cell. */
export function mentionYearRange(item: Item): string {
  return mentionYears(item).join('；');
}

function paragraphOf(mention: Mention, reports: readonly Report[]) {
  const report = reports.find((candidate) => candidate.id === mention.report);
  const paragraph = report?.paragraphs.find((candidate) => candidate.id === mention.paragraph);
  if (!report || !paragraph) {
    throw new Error(`No paragraph ${mention.paragraph} in report ${mention.report}; compile the data again.`);
  }
  return { report, paragraph };
}

/** The section with this id and all above it, from the outermost to the innermost; nothing for what stands in none. */
export function sectionPath(report: Pick<Report, 'sections'>, id: string | null): Section[] {
  const section = report.sections.find((candidate) => candidate.id === id);
  return section ? [...sectionPath(report, section.parent), section] : [];
}
