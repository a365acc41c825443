import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageWithPolicy } from './policy.ts';
import { pathsIn, writeServedFiles } from './write-served-files.ts';

let folder: string;
const long = 'const a = 1;\n'.repeat(200);
const page = pageWithPolicy('<html><head><meta charset="utf-8" /></head></html>', { basemaps: [] });
const built = () => join(folder, 'dist');
const out = () => join(folder, 'out');

function put(path: string, content: string): void {
  const file = join(built(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-served-'));
  put('index.html', page);
  put('assets/a-BLnAQYWV.js', long);
  put('assets/b-BLnAQYWV.js', 'x');
  put('icon.png', long);
  put('data/items.json', long);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the files for a server', () => {
  it('are those of the build, and beside each that gets smaller its compressed ones', () => {
    const before = pathsIn(built());
    const written = writeServedFiles(built(), out(), 'listed', []);
    expect(pathsIn(built())).toEqual(before);
    const twice = (path: string) => [path, `${path}.br`, `${path}.gz`];
    expect(pathsIn(join(out(), 'site'))).toEqual(
      [
        ...twice('assets/a-BLnAQYWV.js'),
        'assets/b-BLnAQYWV.js',
        ...twice('data/items.json'),
        'icon.png',
        ...twice('index.html'),
      ].sort(),
    );
    const site = (path: string) => readFileSync(join(out(), 'site', path));
    expect(gunzipSync(site('assets/a-BLnAQYWV.js.gz')).toString()).toBe(long);
    expect(brotliDecompressSync(site('assets/a-BLnAQYWV.js.br')).toString()).toBe(long);
    expect(written.files).toBe(5);
    expect(written.brotli).toBeLessThan(written.plain);
  });

  it('keep their times, so that what is published again keeps its ETag', () => {
    utimesSync(join(built(), 'index.html'), 1e9, 1e9);
    writeServedFiles(built(), out(), 'listed', []);
    for (const ending of ['', '.gz', '.br'])
      expect(statSync(join(out(), 'site', `index.html${ending}`)).mtimeMs).toBe(1e12);
  });

  it('leave nothing of the time before in the site, and what else lies in the folder alone', () => {
    writeServedFiles(built(), out(), 'listed', []);
    writeFileSync(join(out(), 'site/old.html'), '');
    writeFileSync(join(out(), 'own.txt'), '');
    writeServedFiles(built(), out(), 'nobody', []);
    expect(pathsIn(out())).not.toContain('site/old.html');
    expect(pathsIn(out())).toContain('own.txt');
    expect(readFileSync(join(out(), 'policy.conf'), 'utf8')).toContain("frame-ancestors 'none'");
  });

  it('come with the headers of each, for stores that are told of every file', () => {
    writeServedFiles(built(), out(), 'listed', ['https://news.example.org']);
    const headers = JSON.parse(readFileSync(join(out(), 'headers.json'), 'utf8'));
    expect(Object.keys(headers)).toEqual(pathsIn(built()));
    expect(headers['assets/a-BLnAQYWV.js']).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': expect.stringContaining("frame-ancestors 'self' https://news.example.org"),
    });
    expect(headers['data/items.json']).toMatchObject({ 'access-control-allow-origin': '*' });
  });

  it('are refused where a file is of a kind that no server is told of', () => {
    put('assets/font.woff2', 'x');
    expect(() => writeServedFiles(built(), out(), 'listed', [])).toThrow(/font\.woff2: no media type/u);
  });
});
