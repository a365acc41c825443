import type { Figure, Mention, Report } from '../../src/model/dataset.ts';
import { type Entry, type KnownIds, parse, readList, yaml } from './entries.ts';
import { checkFigure } from './figures.ts';
import type { Problem } from './problem.ts';
import { collapse, findQuote, readReportText } from './report-text.ts';
import { type MentionSource, mentionSchema, type ReportSource, reportSchema } from './schema.ts';
import { listFiles, readSource, readText } from './sources.ts';

/** A mention that still says which item it is about. */
export type LocatedMention = Mention & { item: string };

/** Reads one report folder: its text, outline and mentions. Gives nothing where one of the first two is missing. */
export function compileReport(
  root: string,
  id: string,
  itemIds: KnownIds,
  problems: Problem[],
): { report: Report; mentions: LocatedMention[] }[] {
  const folder = `reports/${id}`;
  const text = readText(root, `${folder}/report.txt`, problems);
  const source = readSource(root, `${folder}/report.yaml`, problems);
  const meta = source && parse(reportSchema, source.data, source, [], problems);
  if (text === undefined || !source || !meta) return [];
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
    return { ...figure, text: figure.text ?? null, measure: figure.measure ?? null };
  });
  return [
    {
      item: value.item,
      report: report.id,
      paragraph: position.paragraph.id,
      start: position.start,
      end: position.end,
      year: section.year,
      tense: section.tense,
      progress: value.progress,
      figures,
    },
  ];
}
