import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedEachTime, cacheControlOf, keptForGood, mediaTypeOf } from './served-files.ts';
import { uploadScript } from './store-upload.ts';

const paths = [
  'assets/a-BLnAQYWV.js',
  'assets/b-BLnAQYWV.js',
  'assets/worker-BLnAQYWV.mjs',
  'data/items.json',
  'icon.png',
  'index.html',
  'items.html',
  'service-worker.js',
];
const headersOf = (path: string) => ({
  'content-type': mediaTypeOf(path),
  'cache-control': cacheControlOf(path),
});
const script = uploadScript(Object.fromEntries(paths.map((path) => [path, headersOf(path)])));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas upload-'));
  mkdirSync(join(folder, 'site'));
  mkdirSync(join(folder, 'bin'));
  // In the place of the store's command line: it notes what it is told, and fails where it is told to.
  const aws = '#!/bin/sh\nprintf "%s\\n" "$@" >> "$NOTES"\necho END >> "$NOTES"\n[ "$FAILS" != "$5" ]\n';
  writeFileSync(join(folder, 'bin/aws'), aws);
  chmodSync(join(folder, 'bin/aws'), 0o755);
  writeFileSync(join(folder, 'upload.sh'), script);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script; the calls of the command line, each as its words. */
function uploaded(args: readonly string[], fails = ''): string[][] {
  const notes = join(folder, 'notes');
  writeFileSync(notes, '');
  const env = {
    ...process.env,
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    NOTES: notes,
    FAILS: fails,
  };
  try {
    execFileSync('sh', [join(folder, 'upload.sh'), ...args], { env, stdio: 'pipe' });
  } catch (error) {
    if (!fails) throw error;
  }
  return readFileSync(notes, 'utf8')
    .split('END\n')
    .filter(Boolean)
    .map((call) => call.trimEnd().split('\n'));
}

const valuesOf = (words: readonly string[], option: string) =>
  words.filter((_, index) => words[index - 1] === option);

describe('the script that uploads the site to a store', () => {
  it('sends every file once, with its own type and caching', () => {
    const sent = uploaded(['s3://bucket/atlas']).flatMap((words) =>
      valuesOf(words, '--include').map((path) => [
        path,
        {
          'content-type': valuesOf(words, '--content-type')[0],
          'cache-control': valuesOf(words, '--cache-control')[0],
        },
      ]),
    );
    expect(sent.toSorted()).toEqual(paths.map((path) => [path, headersOf(path)]));
  });

  it('sends parts before pages, the first page late, and the service worker last', () => {
    const sent = uploaded(['s3://bucket/atlas']).map((words) => valuesOf(words, '--include'));
    const turn = (path: string) => sent.findIndex((files) => files.includes(path));
    for (const part of paths.filter((path) => cacheControlOf(path) === keptForGood))
      expect(turn(part)).toBeLessThan(turn('data/items.json'));
    expect(turn('data/items.json')).toBeLessThan(turn('items.html'));
    expect(sent.slice(-2)).toEqual([['index.html'], ['service-worker.js']]);
    expect(cacheControlOf('data/items.json')).toBe(askedEachTime);
  });

  it('goes to the place that is named, with or without a slash, with further options, from any folder', () => {
    const calls = uploaded(['s3://bucket/atlas/', '--endpoint-url', 'https://store.example.org']);
    for (const words of calls) {
      expect(words.slice(0, 5)).toEqual(['s3', 'cp', '.', 's3://bucket/atlas/', '--recursive']);
      expect(valuesOf(words, '--endpoint-url')).toEqual(['https://store.example.org']);
      expect(valuesOf(words, '--exclude')).toEqual(['*']);
      expect(words).not.toContain('--delete');
    }
    expect(uploaded(['s3://bucket/atlas'])[0]?.[3]).toBe('s3://bucket/atlas/');
  });

  it('stops where the store refuses, so that no page comes without its parts', () => {
    const calls = uploaded(['s3://bucket/atlas'], '--recursive');
    expect(calls).toHaveLength(1);
    expect(valuesOf(calls[0] ?? [], '--include')).not.toContain('index.html');
  });

  it('asks for a place where none is named', () => {
    for (const args of [[], ['bucket/atlas'], ['s3://']])
      expect(() => uploaded(args)).toThrow(
        /Name the place in the store: sh upload\.sh s3:\/\/BUCKET\/atlas/u,
      );
  });

  it('is not made for names that would be read as a pattern, or by the shell', () => {
    for (const path of ['assets/*.js', "it's.js", 'a b.js', '[a].js'])
      expect(() => uploadScript({ [path]: headersOf('a.js') })).toThrow(path);
  });
});
