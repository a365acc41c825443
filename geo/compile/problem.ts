/** One mistake in the data: where it stands, what is wrong, and what to do about it. */
export interface Problem {
  /** The file, relative to the data folder; `../` leads to the project's own files. */
  file: string;
  /** The line in that file, from 1, where one is known. */
  line?: number;
  /** The id of the item, section or scene concerned, where there is one. */
  item?: string;
  message: string;
  remedy: string;
}

/** One problem as one readable block of text: `items/transport.yaml:12 [id] message → remedy`. */
export function formatProblem(problem: Problem): string {
  const where = problem.line ? `${problem.file}:${problem.line}` : problem.file;
  const whom = problem.item ? ` [${problem.item}]` : '';
  const path = where.startsWith('../') ? where.slice(3) : `geo/${where}`;
  return `${path}${whom}\n    ${problem.message}\n    → ${problem.remedy}`;
}

/** All problems as text, ordered by file and line, with their number at the end. */
export function formatProblems(problems: readonly Problem[]): string {
  const ordered = [...problems].sort(
    (a, b) =>
      a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || a.message.localeCompare(b.message),
  );
  const total = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data`;
  return [...ordered.map(formatProblem), total].join('\n');
}
