import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptFiles, serviceWorker, serviceWorkerName } from './service-worker.ts';

let folder = '';
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const versionOf = (text: string) => /"version":"([0-9a-f]{16})"/u.exec(text)?.[1];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-kept-'));
  write('index.html', '<!doctype html>');
  write('assets/map-worker.mjs', 'worker');
  write('assets/index.js', 'run()');
  write('assets/index.js.map', '{}');
  write('data/base/towns.geojson', '{}');
  write('.nojekyll', '');
  write('atlas.html', 'everything');
  write(serviceWorkerName, 'an earlier one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the files that are kept', () => {
  it('are all that the site is made of, the page by its folder; not the worker itself, nor what is left out', () => {
    expect(keptFiles(folder, ['atlas.html']).map(({ path, optional }) => [path, optional])).toEqual([
      ['assets/index.js', false],
      ['assets/map-worker.mjs', false],
      ['data/base/towns.geojson', true],
      ['./', false],
    ]);
  });

  it('are known by what stands in them', () => {
    const [first] = keptFiles(folder, []);
    expect(first?.sha256).toBe(createHash('sha256').update('run()').digest('base64'));
  });
});

describe('the worker', () => {
  it('is another version as soon as one file is another, and the same otherwise', () => {
    const before = versionOf(serviceWorker(keptFiles(folder, [])));
    expect(before).toBeDefined();
    expect(versionOf(serviceWorker(keptFiles(folder, [])))).toBe(before);
    write('index.html', '<!doctype html><p>newer</p>');
    expect(versionOf(serviceWorker(keptFiles(folder, [])))).not.toBe(before);
  });

  it('is a script that a browser can read', () => {
    expect(() => new Function(serviceWorker(keptFiles(folder, [])))).not.toThrow();
  });
});
