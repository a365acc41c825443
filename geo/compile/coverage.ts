import type { Dataset, Paragraph, Report } from '../../src/model/dataset.ts';
import { parse } from './entries.ts';
import type { Problem } from './problem.ts';
import { collapse } from './report-text.ts';
import { reportSchema } from './schema.ts';
import { readSource, readText } from './sources.ts';

/** The file in a report's folder that holds its generated table. */
export const coverageFile = 'COVERAGE.md';

/**
 * How well each report is covered: for every paragraph how many mentions it holds, and for each without any, why.
 * Returns the tables by report id; a paragraph with neither, and a reason that no longer holds, become problems.
 */
export function coverageTables(root: string, dataset: Dataset, problems: Problem[]): Map<string, string> {
  const tables = new Map<string, string>();
  for (const report of dataset.reports) {
    const file = `reports/${report.id}/report.yaml`;
    const source = readSource(root, file, problems);
    const meta = source && parse(reportSchema, source.data, source, [], problems);
    if (!source || !meta) continue;
    const counts = countByParagraph(dataset, report);
    const reasons = new Map<string, string>();
    meta.withoutMentions.forEach(({ begins, why }, index) => {
      const paragraph = report.paragraphs.find(({ text }) => text.startsWith(collapse(begins)));
      const complain = (message: string, remedy: string) =>
        problems.push({
          file,
          line: source.lineOf(['withoutMentions', index]),
          item: begins,
          message,
          remedy,
        });
      if (!paragraph)
        complain('no paragraph begins with these words', 'copy the first words from report.txt');
      else if (counts.has(paragraph.id))
        complain('this paragraph does hold mentions', 'take it from the list');
      else reasons.set(paragraph.id, why);
    });
    const body = report.paragraphs.filter((paragraph) => paragraph.role === 'body');
    for (const paragraph of body.filter(({ id }) => !counts.has(id) && !reasons.has(id))) {
      problems.push({
        file,
        item: paragraph.id,
        message: `paragraph “${openingOf(paragraph)}” holds no mention and no reason is given`,
        remedy: 'enter what it names, or add it to withoutMentions with the reason',
      });
    }
    tables.set(report.id, table(report, body, counts, reasons));
  }
  return tables;
}

/** Problems where a table in the folder is not the generated one. */
export function reportStaleCoverage(
  root: string,
  tables: ReadonlyMap<string, string>,
  problems: Problem[],
): void {
  for (const [id, expected] of tables) {
    const file = `reports/${id}/${coverageFile}`;
    const actual = readText(root, file, []);
    if (actual === expected) continue;
    problems.push({
      file,
      message: actual === undefined ? 'is missing' : 'does not agree with the mentions any more',
      remedy: 'run npm run geo:write and commit the file',
    });
  }
}

interface Count {
  mentions: number;
  items: Set<string>;
  figures: number;
}

function countByParagraph(dataset: Dataset, report: Report): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const item of dataset.items) {
    for (const mention of item.mentions.filter((candidate) => candidate.report === report.id)) {
      const count = counts.get(mention.paragraph) ?? { mentions: 0, items: new Set<string>(), figures: 0 };
      count.mentions += 1;
      count.items.add(item.id);
      count.figures += mention.figures.length;
      counts.set(mention.paragraph, count);
    }
  }
  return counts;
}

function table(
  report: Report,
  body: readonly Paragraph[],
  counts: ReadonlyMap<string, Count>,
  reasons: ReadonlyMap<string, string>,
): string {
  const titles = new Map(report.sections.map((section) => [section.id, section.title]));
  const rows = body.map((paragraph) => {
    const count = counts.get(paragraph.id);
    const cells = count
      ? [count.mentions, count.items.size, count.figures, '']
      : [0, 0, 0, reasons.get(paragraph.id) ?? ''];
    return `| ${[paragraph.id, titles.get(paragraph.section ?? '') ?? '', openingOf(paragraph), ...cells].join(' | ')} |`;
  });
  const all = [...counts.values()];
  const sum = (of: (count: Count) => number) => all.reduce((total, count) => total + of(count), 0);
  return [
    `# ${report.title}：原文覆盖情况`,
    '',
    '由 `npm run geo:write` 生成，请勿手改。逐段列出出处（mentions）、事项、数据的个数；没有出处的段落写明原因。',
    '',
    `共 ${body.length} 段，其中 ${counts.size} 段有出处：出处 ${sum((count) => count.mentions)} 条，数据 ${sum((count) => count.figures)} 个。`,
    '',
    '| 段 | 章节 | 段首 | 出处 | 事项 | 数据 | 没有出处的原因 |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function openingOf({ lead, text }: Paragraph): string {
  return lead || `${text.slice(0, 14)}…`;
}
