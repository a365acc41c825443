import type { Paragraph, Section, Tense } from '../../src/model/dataset.ts';
import type { Problem } from './problem.ts';
import type { ReportSource } from './schema.ts';
import type { SourceFile } from './sources.ts';

/** A run-in heading is at most this long; a longer first sentence is a sentence. */
const maxLeadLength = 16;
/** A paragraph that ends otherwise was cut in the source and goes on in the next one. */
const endsSentence = /[。！？：；”）]$/;

/** A report's text with its addresses: paragraphs in order and the sections they belong to. */
export interface ReportText {
  paragraphs: Paragraph[];
  sections: Section[];
}

/** Removes every blank and line break: the form in which quotes and text are compared. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * Splits the text as received into addressed paragraphs, joins those that the source cut in two, and hangs them on the
 * declared outline. An outline heading that the text does not have, in order, becomes a problem.
 */
export function readReportText(
  text: string,
  report: ReportSource,
  source: SourceFile,
  problems: Problem[],
): ReportText {
  const headings = report.outline.map((entry) => ({ ...entry, key: collapse(entry.heading) }));
  const wholeLineHeadings = new Set(
    headings.filter((heading) => !heading.runIn).map((heading) => heading.key),
  );
  const lines = text.split('\n').map(collapse).filter(Boolean);
  const joined = joinCutParagraphs(lines, wholeLineHeadings, report.continuations.map(collapse));

  const sections: Section[] = [];
  const openSections: Section[] = [];
  let next = 0;
  const paragraphs = joined.map(({ text: body, cuts }, index): Paragraph => {
    const heading = headings[next];
    const opens = heading && (heading.runIn ? body.startsWith(heading.key) : body === heading.key);
    if (opens) {
      openSections.splice(heading.level - 1);
      const parent = openSections.at(-1) ?? null;
      const section: Section = {
        id: heading.id,
        title: heading.title ?? withoutNumber(heading.key),
        titleEn: heading.titleEn,
        level: heading.level,
        parent: parent?.id ?? null,
        year: heading.year ?? parent?.year ?? null,
        tense: (heading.tense as Tense | undefined) ?? parent?.tense ?? null,
      };
      openSections.push(section);
      sections.push(section);
      next += 1;
    }
    const isHeading = Boolean(opens) && !heading?.runIn;
    return {
      id: `p${index + 1}`,
      text: body,
      cuts,
      section: openSections.at(-1)?.id ?? null,
      role: isHeading ? 'heading' : openSections.length === 0 ? 'front' : 'body',
      lead: isHeading ? '' : leadOf(body),
      ordinal: opens ? null : ordinalOf(body),
    };
  });

  for (const missing of headings.slice(next)) {
    problems.push({
      file: source.file,
      line: source.lineOf(['outline', headings.indexOf(missing)]),
      item: missing.id,
      message: `heading “${missing.heading}” does not stand in the report text where the outline has it`,
      remedy:
        'copy the heading from report.txt, keep the order of the text, and set runIn: true if a sentence follows on the same line',
    });
    // One missing heading makes every later one unfindable: naming the first is enough.
    break;
  }
  return { paragraphs, sections };
}

function joinCutParagraphs(
  lines: readonly string[],
  headings: ReadonlySet<string>,
  continuations: readonly string[],
) {
  const joined: { text: string; cuts: number[] }[] = [];
  // Front matter ends without a full stop and is whole: joining begins with the first heading.
  let started = false;
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn = open || continuations.some((words) => line.startsWith(words));
    if (goesOn && last && !headings.has(line)) {
      last.cuts.push(last.text.length);
      last.text += line;
    } else {
      joined.push({ text: line, cuts: [] });
    }
    started ||= headings.has(line);
    open = started && !headings.has(line) && !endsSentence.test(line);
  }
  return joined;
}

function withoutNumber(heading: string): string {
  return heading.replace(/^([一二三四五六七八九十]+、|\d+\.)/u, '').replace(/。$/u, '');
}

function leadOf(text: string): string {
  const [first = ''] = text.split('。', 1);
  return first.length <= maxLeadLength && first.length + 1 < text.length && !/^\d/u.test(first) ? first : '';
}

function ordinalOf(text: string): number | null {
  const match = /^(\d{1,2})\./u.exec(text);
  return match ? Number(match[1]) : null;
}

/** Where a quote stands: the paragraph and the offsets in its text. */
export interface QuotePosition {
  paragraph: Paragraph;
  start: number;
  end: number;
}

/**
 * Finds a quote in the report, over blanks, line breaks and the listed misprints (a quote may use the printed or the
 * intended reading). Returns every position; the caller decides what none or several mean.
 */
export function findQuote(
  quote: string,
  paragraphs: readonly Paragraph[],
  errata: ReportSource['errata'],
): QuotePosition[] {
  const asWritten = collapse(quote);
  const asPrinted = errata.reduce(
    (reading, { printed, read }) => reading.replaceAll(collapse(read), collapse(printed)),
    asWritten,
  );
  const readings = new Set([asWritten, asPrinted]);
  const found: QuotePosition[] = [];
  for (const reading of readings) {
    for (const paragraph of paragraphs) {
      for (let at = paragraph.text.indexOf(reading); at >= 0; at = paragraph.text.indexOf(reading, at + 1)) {
        found.push({ paragraph, start: at, end: at + reading.length });
      }
    }
    if (found.length > 0) break;
  }
  return found;
}
