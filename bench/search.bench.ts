/**
 * `npm run bench:search`: how long a search takes per key, on the real data and on synthetic items made of it. A typing
 * session types each query key by key, as a person does; the index keeps what it remembers between keys. Times are those
 * of the processor, so that they mean something on a machine that does other things, too; the clock's stand beside them.
 * Prints tables; decides nothing.
 */
import { fileURLToPath } from 'node:url';
import { compile } from '../geo/compile/compile.ts';
import { formatProblems } from '../geo/compile/problem.ts';
import type { Dataset } from '../src/model/dataset.ts';
import { buildSearchIndex, type SearchIndex, search } from '../src/model/search/index.ts';
import { syntheticDataset } from './synthetic-dataset.ts';

/** What is typed, by what it is to show. A blank ends a word. */
const sessions: Record<string, string[]> = {
  Han: ['句容', '长江大桥', '污水处理厂', '新能源汽车'],
  'one letter': ['a', 'e', 'g', 'j', 'x', 'z', '5'],
  'one character': ['江', '大', '区', '的', '圌'],
  'full pinyin': ['zhenjiang', 'jurong', 'wufengshan', 'jianbi', 'xinnengyuan'],
  initials: ['zj', 'wfs', 'dgjd', 'cjdq'],
  mixed: ['丹yang', '句容xian', 'zhenj', 'wfshan', 'zhjxq'],
  English: ['yangtze river', 'high-tech', 'bridge', 'school', 'ange'],
  'several words': ['丹阳 学校', 'danyang xuexiao', 'a b', '镇江 bridge', 'zj da q'],
  homophones: ['句荣', '单阳', '长将大桥'],
  'no hit': ['qqqq', 'vvvv', '龘龘', 'zhenjiangx', '江江江江', 'eeee', 'x1x1 e'],
  pasted: ['加快推进重点产业项目建设，确保全年完成投资，推动镇江经济高质量发展', 'zhongdianchanyexiangmu'],
};

const compiled = compile(fileURLToPath(new URL('../geo', import.meta.url)));
if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
const { dataset, base } = compiled;

/** A frame of a screen that shows 60 a second, in milliseconds: typing must not take longer. */
const frame = 16;

/** Each key is timed so many times, and the least counts: the rest is what the machine does besides. */
const repetitions = 3;

const rows = [
  row('real', dataset),
  ...[1_000, 10_000, 100_000].map((count) => row('synthetic', syntheticDataset(dataset, count))),
];
console.table(rows.map(({ summary }) => summary));
console.log('Milliseconds a key (median / p95 / most) by kind of query:');
console.table(
  Object.fromEntries(
    Object.keys(sessions).map((kind) => [
      kind,
      Object.fromEntries(
        rows.map(({ name, keys }) => [name, statistics(keys.filter((key) => key.kind === kind))]),
      ),
    ]),
  ),
);

interface Time {
  clock: number;
  processor: number;
}

interface Key extends Time {
  kind: string;
  typed: string;
}

interface Row {
  name: string;
  summary: Record<string, string | number>;
  keys: Key[];
}

function row(name: string, data: Dataset): Row {
  const [index, built] = timed(() => buildSearchIndex(data, base.towns));
  const rounds = Array.from({ length: repetitions + 1 }, () => typeAll(index));
  // The first round lets the engine compile the code.
  const keys = (rounds[0] ?? []).map((key, number) => ({
    ...key,
    clock: Math.min(...rounds.slice(1).map((round) => round[number]?.clock ?? 0)),
    processor: Math.min(...rounds.slice(1).map((round) => round[number]?.processor ?? 0)),
  }));
  const clock = keys.map((key) => key.clock);
  const processor = keys.map((key) => key.processor);
  const slowest = keys.reduce((most, key) => (key.processor > most.processor ? key : most));
  return {
    name: `${name} ${data.items.length}`,
    keys,
    summary: {
      data: name,
      items: data.items.length,
      paragraphs: data.reports.flatMap(({ paragraphs }) => paragraphs).length,
      'index, ms': Math.round(built.processor),
      keys: keys.length,
      'median, ms': quantile(processor, 0.5).toFixed(2),
      'p95, ms': quantile(processor, 0.95).toFixed(2),
      'most, ms': quantile(processor, 1).toFixed(2),
      'by the clock': `${quantile(clock, 0.5).toFixed(2)} / ${quantile(clock, 0.95).toFixed(2)}`,
      'over 16 ms': processor.filter((time) => time > frame).length,
      'slowest key': slowest.typed,
    },
  };
}

/** Types every query key by key, each with an empty memory at its beginning. */
function typeAll(index: SearchIndex): Key[] {
  return Object.entries(sessions).flatMap(([kind, queries]) =>
    queries.flatMap((query) => {
      for (const group of [index.items, index.areas, index.paragraphs]) group.catalogue.recent = [];
      return Array.from({ length: query.length }, (_, last) => {
        const typed = query.slice(0, last + 1);
        const [, time] = timed(() => search(index, typed));
        return { kind, typed, ...time };
      });
    }),
  );
}

/** What a function gives, and its time in milliseconds by the clock and of the processor. */
function timed<T>(work: () => T): [T, Time] {
  const [clock, usage] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(usage);
  return [result, { clock: performance.now() - clock, processor: (user + system) / 1000 }];
}

function statistics(keys: readonly Key[]): string {
  const times = keys.map(({ processor }) => processor);
  return [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(2)).join(' / ');
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
