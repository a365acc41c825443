import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditVerdict, type LockFile } from './audit-report.ts';

const lock: LockFile = {
  packages: {
    '': { dependencies: { app: '1' }, devDependencies: { tool: '1', '@turf/along': '1' } },
    'node_modules/app': { dependencies: { deep: '1' } },
    'node_modules/app/node_modules/deep': { dependencies: { shared: '1' } },
    'node_modules/deep': {},
    'node_modules/shared': { dependencies: { app: '1' } },
    'node_modules/tool': { dependencies: { deep: '1' } },
    'node_modules/@turf/along': {},
  },
};
const weak = (severity: string, ...nodes: string[]) => ({ severity, nodes, range: '<2' });
const judge = (vulnerabilities: Record<string, ReturnType<typeof weak>>) =>
  auditVerdict({ vulnerabilities }, lock);

describe('an audit', () => {
  it('finds nothing where nothing is known', () => {
    expect(judge({})).toEqual({ kind: 'done', serious: [], ofTools: [] });
  });

  it.each([
    ['node_modules/app'],
    ['node_modules/app/node_modules/deep'],
    ['node_modules/shared'],
    ['node_modules/@turf/along'],
  ])('is serious for what the app may hold, however deep: %s', (folder) => {
    expect(judge({ x: weak('high', folder) })).toEqual({
      kind: 'done',
      serious: [`x <2: high (${folder})`],
      ofTools: [],
    });
  });

  it.each([['node_modules/tool'], ['node_modules/deep']])('tells apart what only builds: %s', (folder) => {
    expect(judge({ x: weak('critical', folder) })).toMatchObject({
      serious: [],
      ofTools: [expect.any(String)],
    });
  });

  it('takes one whose place is not known for serious, and leaves lower grades out', () => {
    expect(judge({ x: weak('critical'), y: weak('moderate', 'node_modules/app') })).toMatchObject({
      serious: ['x <2: critical ()'],
      ofTools: [],
    });
  });

  it.each([
    [{ message: '405 Method Not Allowed', error: { code: null } }, '405 Method Not Allowed'],
    [{}, 'the answer holds no report'],
    [{ vulnerabilities: {}, error: {} }, 'the answer holds no report'],
  ])('says where there was none to be had: %j', (report, why) => {
    expect(auditVerdict(report, lock)).toEqual({ kind: 'unavailable', why });
  });

  it('reads the project’s own lock file', () => {
    const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
    const own = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
    const vulnerabilities = {
      scheduler: weak('high', 'node_modules/scheduler'),
      vitest: weak('high', 'node_modules/vitest'),
    };
    expect(auditVerdict({ vulnerabilities }, own)).toEqual({
      kind: 'done',
      serious: ['scheduler <2: high (node_modules/scheduler)'],
      ofTools: ['vitest <2: high (node_modules/vitest)'],
    });
  });
});
