import type { Visit } from './visit-log.ts';
import type { Run } from './wrk.ts';

/** A run of one kind of visit. */
export interface LoadRun {
  kind: 'first' | 'again';
  connections: number;
  run: Run;
}

/** What the runs were made of, and on what. */
export interface Load {
  /** A first visit without what is kept for use without a network; with it; and a later visit. */
  visits: { page: Visit; first: Visit; again: Visit };
  runs: readonly LoadRun[];
  seconds: number;
  machine: string;
}

/** Bits in a second that a common server’s line takes, for what follows from bytes alone. */
const line = 100e6;

/** Visits in a minute that a rate of requests is enough for. */
export function visitsPerMinute(requestsPerSecond: number, visit: Visit): number {
  return (requestsPerSecond / visit.requests.length) * 60;
}

/** Visits in a minute that a line of so many bits in a second carries. */
export function visitsOnLine(bitsPerSecond: number, visit: Visit): number {
  return (bitsPerSecond / 8 / visit.bytes) * 60;
}

/** The figures of a load run as Markdown. */
export function loadReport({ visits, runs, seconds, machine }: Load): string {
  const { page, first, again } = visits;
  const kinds = { first: 'first visit', again: 'later visit' };
  const rows = runs.map(({ kind, connections, run }) => {
    const rate = run.requests / run.duration;
    return [
      kinds[kind],
      connections,
      count(rate),
      (run.bytes / run.duration / 1e6).toFixed(1),
      run.median.toFixed(1),
      run.p99.toFixed(1),
      run.errors,
      count(visitsPerMinute(rate, visits[kind])),
    ].join(' | ');
  });
  const asked = ({ requests, bytes }: Visit) =>
    `${requests.length} ${requests.length === 1 ? 'request' : 'requests'}, ${kilobytes(bytes)}`;
  return [
    'Measured by `npm run bench:load`: the requests of a visit in Chromium, as nginx noted them, asked for again and again.',
    '',
    `- First visit, until the map has settled: ${asked(page)}.`,
    `- First visit with all that is kept for use without a network: ${asked(first)}.`,
    `- Later visit of the same browser: ${asked(again)}.`,
    '',
    '| visit | connections | requests/s | MB/s | median ms | 99th percentile ms | errors | visits a minute |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
    '',
    `${machine}, wrk with one thread on the same cores, loopback, plain http, ${seconds} s each after a warm-up, connections kept open, files compressed beforehand, no access log. The load generator takes its share of the processor, so that a server of this size alone does more; https takes some of it back.`,
    '',
    `A line of 100 Mbit/s carries ${count(visitsOnLine(line, first))} whole first visits a minute (${count(visitsOnLine(line, page))} where nothing is kept), and ${count(visitsOnLine(line, again))} later ones: ${bottleneck(runs, visits)}`,
  ].join('\n');
}

/** Which gives out first for first visits, the line or the server. */
function bottleneck(runs: readonly LoadRun[], { first }: Load['visits']): string {
  const rates = runs.filter(({ kind }) => kind === 'first').map(({ run }) => run.requests / run.duration);
  const served = visitsPerMinute(Math.max(...rates), first);
  const carried = visitsOnLine(line, first);
  return served > carried
    ? `this server could fill ${count(served / carried)} such lines with first visits.`
    : 'this server gives out before such a line is full.';
}

/** A number with three digits that matter, and thousands apart. */
function count(value: number): string {
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
  return (Math.round(value / digits) * digits).toLocaleString('en');
}

function kilobytes(bytes: number): string {
  return `${count(bytes / 1000)} KB`;
}
