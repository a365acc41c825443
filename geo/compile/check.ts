import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../src/model/dataset.ts';
import { kinds, precisions, progresses, sectors, type Term } from '../../src/model/vocabulary.ts';
import { compile } from './compile.ts';
import { formatProblems } from './problem.ts';

/** `npm run geo:check`: prints every mistake in the data and exits with 1, or prints the totals. */
const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const compiled = compile(root);
if (compiled.ok) {
  console.log(totals(compiled.dataset));
} else {
  console.error(formatProblems(compiled.problems));
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
  ].join('\n');
}
