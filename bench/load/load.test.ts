import { describe, expect, it } from 'vitest';
import { withSection } from '../marked-section.ts';
import { loadReport, visitsOnLine, visitsPerMinute } from './load-report.ts';
import { readVisits, visitOf } from './visit-log.ts';
import { readRun, wrkScript } from './wrk.ts';

const asked = { method: 'GET', path: '/a?b=1', status: 200, bytes: 1000, encoding: 'gzip, br', known: '' };
const visit = (count: number) => visitOf(Array.from({ length: count }, () => asked));

describe('a visit', () => {
  it('is read from the log, in order, with what was sent', () => {
    const again = { ...asked, path: '/', status: 304, known: '"1-2"', bytes: 200 };
    const log = `${JSON.stringify(asked)}\n${JSON.stringify(again)}\n`;
    expect(visitOf(readVisits(log))).toEqual({ requests: [asked, again], bytes: 1200 });
  });

  it('is none where something failed, or nothing was asked', () => {
    expect(() => visitOf([{ ...asked, status: 404 }])).toThrow(/did not get.*404/u);
    expect(() => visitOf([])).toThrow(/asked for nothing/u);
    expect(() => readVisits('{"path":1}')).toThrow(/is no request/u);
  });

  it('is counted by what it asks for and by what it weighs', () => {
    expect(visitsPerMinute(100, visit(10))).toBe(600);
    // 100 Mbit/s are 12.5 MB/s: 750 MB a minute.
    expect(visitsOnLine(100e6, visit(750))).toBeCloseTo(1000);
  });
});

describe('the load generator', () => {
  it('sends what the browser sent', () => {
    const script = wrkScript([asked, { ...asked, path: '/"', encoding: '', known: 'W/"1"' }]);
    expect(script).toContain('wrk.format("GET", "/a?b=1", { ["Accept-Encoding"] = "gzip, br" })');
    expect(script).toContain('wrk.format("GET", "/\\"", { ["If-None-Match"] = "W/\\"1\\"" })');
    expect(() => wrkScript([{ ...asked, path: '/\n' }])).toThrow(/cannot stand/u);
  });

  it('is read by the line that the script prints', () => {
    const line = 'RUN {"requests":500,"micros":2000000,"bytes":10,"errors":1,"median":1500,"p99":9000}';
    expect(readRun(`Running 2s test\n${line}\n`)).toEqual({
      requests: 500,
      duration: 2,
      bytes: 10,
      errors: 1,
      median: 1.5,
      p99: 9,
    });
    expect(() => readRun('unable to connect')).toThrow(/unable to connect/u);
  });
});

describe('the report', () => {
  const run = { requests: 20_000, duration: 2, bytes: 4e6, errors: 0, median: 1.25, p99: 7 };
  const report = loadReport({
    visits: { page: visit(5), first: visit(20), again: visit(1) },
    runs: [{ kind: 'first', connections: 16, run }],
    seconds: 2,
    machine: '2 cores',
  });

  it('has a row for each run, and what follows from it', () => {
    expect(report).toContain('| first visit | 16 | 10,000 | 2.0 | 1.3 | 7.0 | 0 | 30,000 |');
    expect(report).toContain('carries 37,500 whole first visits a minute');
    expect(report).toContain('this server gives out before such a line is full.');
  });

  it('goes between the marks of a document, as often as it is written', () => {
    const once = withSection('a\n<!-- load -->\nold\n<!-- /load -->\nb', 'load', report);
    expect(once).toBe(`a\n<!-- load -->\n${report}\n<!-- /load -->\nb`);
    expect(withSection(once, 'load', report)).toBe(once);
    expect(() => withSection('a', 'load', '')).toThrow(/must hold <!-- load -->/u);
    expect(() => withSection('<!-- /load --><!-- load -->', 'load', '')).toThrow(/in this order/u);
  });
});
