import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../src/model/dataset.ts';
import { kinds, precisions, progresses, sectors, type Term } from '../../src/model/vocabulary.ts';
import { compile } from './compile.ts';
import { coverageFile, coverageTables, reportStaleCoverage } from './coverage.ts';
import { formatProblems } from './problem.ts';
import { reportStaleReadmes, writeReadmeFigures } from './readme-figures.ts';

/**
 * `npm run geo:check`: prints every mistake in the data and exits with 1, or prints the totals.
 * With `--write` (`npm run geo:write`) it writes what is generated from the data, the coverage tables and
 * the READMEs' figures, before comparing them.
 */
const writes = process.argv.includes('--write');
const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const root = folder ?? fileURLToPath(new URL('..', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));
const compiled = compile(root);
const problems = compiled.ok ? [] : compiled.problems;
if (compiled.ok) {
  const tables = coverageTables(root, compiled.dataset, problems);
  if (writes) for (const [id, table] of tables) writeFileSync(join(root, 'reports', id, coverageFile), table);
  // The project's own READMEs speak of the project's own data.
  if (!folder && writes) writeReadmeFigures(project, compiled.dataset);
  // What follows from the data is compared once nothing else is left to mend.
  if (problems.length === 0) {
    reportStaleCoverage(root, tables, problems);
    if (!folder) reportStaleReadmes(project, compiled.dataset, problems);
  }
}
if (compiled.ok && problems.length === 0) {
  console.log(totals(compiled.dataset));
} else {
  console.error(formatProblems(problems));
  process.exitCode = 1;
}

function totals({ items, city, reports }: Dataset): string {
  const count = (values: readonly string[], vocabulary: Record<string, Term>) =>
    Object.entries(vocabulary)
      .map(([id, term]) => `${term.zh} ${values.filter((value) => value === id).length}`)
      .join(' · ');
  const districts = city.districts
    .map(({ id, name }) => `${name} ${items.filter((item) => item.districts.includes(id)).length}`)
    .join(' · ');
  const mentions = items.reduce((sum, item) => sum + item.mentions.length, 0);
  const located = items.filter((item) => item.place.geometry !== null).length;
  return [
    `${items.length} items, ${mentions} mentions, ${located} with a place; reports: ${reports.map((report) => report.id).join(', ')}`,
    `领域 ${count(
      items.map((item) => item.sector),
      sectors,
    )}`,
    `类别 ${count(
      items.map((item) => item.kind),
      kinds,
    )}`,
    `进展 ${count(
      items.map((item) => item.progress),
      progresses,
    )}`,
    `精度 ${count(
      items.map((item) => item.place.precision),
      precisions,
    )}`,
    `辖区 ${districts}（跨辖区者各计一次）`,
    `半径中位数（米） ${Object.entries(kinds)
      .flatMap(([kind, { zh }]) => {
        const radii = items.flatMap((item) => (item.kind === kind ? (item.place.radiusMeters ?? []) : []));
        return radii.length > 0 ? [`${zh} ${median(radii)}（${radii.length}）`] : [];
      })
      .join(' · ')}`,
  ].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]];
  return (low + high) / 2;
}
