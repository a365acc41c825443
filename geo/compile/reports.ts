import type { Figure, Mention, Report } from '../../src/model/dataset.ts';
import { sectionPath } from '../../src/model/quotes.ts';
import { type Entry, type KnownIds, parse, readList, yaml } from './entries.ts';
import { checkFigure } from './figures.ts';
import type { Problem } from './problem.ts';
import { collapse, findQuote, readReportText } from './report-text.ts';
import { type MentionSource, mentionSchema, type ReportSource, reportSchema } from './schema.ts';
import { listFiles, readSource, readText } from './sources.ts';

/** A mention that still says which item it is about. */
export type LocatedMention = Mention & { item: string };

/** A report with what it says of items. */
export interface CompiledReport {
  report: Report;
  mentions: LocatedMention[];
}

/** Reads one report folder: its text, outline and mentions. Gives nothing where one of the first two is missing. */
export function compileReport(
  root: string,
  id: string,
  itemIds: KnownIds,
  problems: Problem[],
): CompiledReport[] {
  const folder = `reports/${id}`;
  const text = readText(root, `${folder}/report.txt`, problems);
  const source = readSource(root, `${folder}/report.yaml`, problems);
  const meta = source && parse(reportSchema, source.data, source, [], problems);
  if (text === undefined || !source || !meta) return [];
  for (const [index, { id: section }] of meta.outline.entries()) {
    if (meta.outline.findIndex((other) => other.id === section) === index) continue;
    problems.push({
      file: source.file,
      line: source.lineOf(['outline', index, 'id']),
      item: section,
      message: `two sections of the outline have the id ${section}`,
      remedy: 'give one of them another id',
    });
  }
  const { paragraphs, sections } = readReportText(text, meta, source, problems);
  const { title, titleEn, issuer, issuerEn, date } = meta;
  const report: Report = { id, title, titleEn, issuer, issuerEn, date, sections, paragraphs };
  const mentions = listFiles(root, `${folder}/mentions`, yaml)
    .flatMap((file) => readList(root, file, mentionSchema, problems))
    .flatMap((entry) => compileMention(entry, { report, meta, itemIds, problems }));
  return [{ report, mentions }];
}

function compileMention(
  { value, source, index }: Entry<MentionSource>,
  context: { report: Report; meta: ReportSource; itemIds: KnownIds; problems: Problem[] },
): LocatedMention[] {
  const { report, meta, itemIds, problems } = context;
  const complain = (path: PropertyKey[], message: string, remedy: string) =>
    problems.push({
      file: source.file,
      line: source.lineOf([index, ...path]),
      item: value.item,
      message,
      remedy,
    });

  if (!itemIds.has(value.item)) {
    complain(
      ['item'],
      `mentions the item ${value.item}, which no file in items/ has`,
      'correct the id, or enter the item',
    );
  }
  const hint = value.paragraph ? collapse(value.paragraph) : '';
  const candidates = report.paragraphs.filter((paragraph) => paragraph.text.startsWith(hint));
  const found = findQuote(value.quote, candidates, meta.errata);
  const [position, another] = found;
  if (!position) {
    complain(
      ['quote'],
      `quote is not in the report: “${value.quote}”`,
      'copy it from report.txt without changing a character; blanks and line breaks do not count',
    );
    return [];
  }
  if (another) {
    complain(
      ['quote'],
      `quote stands ${found.length} times in the report: “${value.quote}”`,
      'quote more of the sentence, or add paragraph: <first words of its paragraph>',
    );
    return [];
  }
  const section = report.sections.find((candidate) => candidate.id === position.paragraph.section);
  if (!section || section.year === null || section.tense === null) {
    complain(
      ['quote'],
      'quote stands in a part of the report that has no year and tense',
      'give the section a year and a tense in report.yaml',
    );
    return [];
  }
  const quote = position.paragraph.text.slice(position.start, position.end);
  const figures = value.figures.map((figure, at): Figure => {
    const mistake = checkFigure(figure, quote);
    if (mistake) complain(['figures', at], mistake.message, mistake.remedy);
    const { growth, text, measure, ...rest } = figure;
    return { ...rest, text: text ?? null, measure: measure ?? null, ...(growth ? { growth } : {}) };
  });
  return [
    {
      item: value.item,
      report: report.id,
      paragraph: position.paragraph.id,
      sections: sectionPath(report, section.id).map(({ id }) => id),
      start: position.start,
      end: position.end,
      year: section.year,
      tense: section.tense,
      progress: value.progress,
      figures,
    },
  ];
}

/**
 * The reports, oldest first, with section ids that no two of them share: an id that an older report has used already
 * becomes `<report>/<id>`. Older reports keep theirs, so that links to their sections stay true.
 */
export function withDistinctSections(compiled: readonly CompiledReport[]): CompiledReport[] {
  const used = new Set<string>();
  return [...compiled]
    .sort((a, b) => a.report.date.localeCompare(b.report.date) || a.report.id.localeCompare(b.report.id))
    .map(({ report, mentions }) => {
      const distinct = new Map(
        report.sections.map(({ id }) => [id, used.has(id) ? `${report.id}/${id}` : id]),
      );
      const rename = (id: string) => distinct.get(id) ?? id;
      const renameAny = (id: string | null) => (id === null ? null : rename(id));
      const sections = report.sections.map((section) => ({
        ...section,
        id: rename(section.id),
        parent: renameAny(section.parent),
      }));
      const paragraphs = report.paragraphs.map((paragraph) => ({
        ...paragraph,
        section: renameAny(paragraph.section),
      }));
      for (const { id } of sections) used.add(id);
      return {
        report: { ...report, sections, paragraphs },
        mentions: mentions.map((mention) => ({ ...mention, sections: mention.sections.map(rename) })),
      };
    });
}
