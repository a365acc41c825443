import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { coverageFile, coverageTables, reportStaleCoverage } from './coverage.ts';
import type { Problem } from './problem.ts';
import { type Files, goodFiles, inFolder, replaced } from './test-folder.ts';

const meta = 'reports/testville-2022/report.yaml';
const table = `reports/testville-2022/${coverageFile}`;

/** The coverage of a folder: its table, what is wrong, and whether the table in the folder is stale. */
function coverageOf(files: Files) {
  return inFolder(files, (root) => {
    const compiled = compile(root);
    if (!compiled.ok) throw new Error('The folder does not compile.');
    const problems: Problem[] = [];
    const tables = coverageTables(root, compiled.dataset, problems);
    const stale: Problem[] = [];
    reportStaleCoverage(root, tables, stale);
    return { text: tables.get('testville-2022') ?? '', problems, stale };
  });
}

/** The good folder with a reason for each of some paragraphs. */
function withReasons(...openings: string[]): Files {
  const list = openings.map((begins) => `  - { begins: ${begins}, why: 口号 }\n`).join('');
  return replaced(goodFiles, meta, 'continuations:\n', `withoutMentions:\n${list}continuations:\n`);
}

const unexplained = coverageOf(goodFiles).problems.map(
  ({ message }) => /“(.+?)…?”/u.exec(message)?.[1] ?? '',
);

describe('the coverage of a report', () => {
  it('asks for a reason for each paragraph that holds no mention, and takes the reason', () => {
    expect(unexplained.length).toBeGreaterThan(0);
    expect(coverageOf(withReasons(...unexplained)).problems).toEqual([]);
    expect(coverageOf(withReasons(...unexplained.slice(1))).problems).toHaveLength(1);
  });

  it('refuses a reason for a paragraph that does hold mentions, and for one that does not exist', () => {
    const messages = coverageOf(withReasons(...unexplained, '重点工程', '不存在的段落')).problems.map(
      ({ message }) => message,
    );
    expect(messages).toEqual(['this paragraph does hold mentions', 'no paragraph begins with these words']);
  });

  it('counts the mentions of every paragraph in a table, and names the reason where there are none', () => {
    const { text } = coverageOf(withReasons(...unexplained));
    expect(text).toMatch(/\| 重点工程 \| [1-9]\d* \| [1-9]\d* \|/u);
    expect(text.match(/\| 0 \| 0 \| 0 \| 口号 \|/gu)).toHaveLength(unexplained.length);
  });

  it('reports a table in the folder that is missing or does not agree with the mentions any more', () => {
    const files = withReasons(...unexplained);
    const { text, stale } = coverageOf(files);
    expect(stale.map(({ file, message }) => [file, message])).toEqual([[table, 'is missing']]);
    expect(coverageOf({ ...files, [table]: text }).stale).toEqual([]);
    expect(coverageOf({ ...files, [table]: `${text}x` }).stale).toHaveLength(1);
  });
});
