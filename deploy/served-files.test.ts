import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askedEachTime, cacheControlOf, isCompressible, keptForGood, mediaTypeOf } from './served-files.ts';

const snippet = (name: string) =>
  readFileSync(new URL(`../examples/nginx/snippets/${name}`, import.meta.url), 'utf8');

describe('the headers of a file', () => {
  it.each([
    ['assets/index-BLnAQYWV.js', keptForGood],
    ['assets/maplibre-gl-worker-CZtFQQIV.mjs', keptForGood],
    ['assets/esm-BUx_-E9M.js', keptForGood],
    ['tiles/items-2026-05-01.pmtiles', keptForGood],
    ['assets/index.js', askedEachTime],
    ['assets/more/index-BLnAQYWV.js', askedEachTime],
    ['index.html', askedEachTime],
    ['service-worker.js', askedEachTime],
    ['manifest.webmanifest', askedEachTime],
    ['zhenjiang-report-atlas.html', askedEachTime],
    ['data/items.geojson', askedEachTime],
    ['basemap.pmtiles', askedEachTime],
  ])('let it be kept for good only where its name changes with its content: %s', (path, expected) => {
    expect(cacheControlOf(path)).toBe(expected);
  });

  it('name its kind, and texts as UTF-8', () => {
    expect(mediaTypeOf('a/b.mjs')).toBe('text/javascript; charset=utf-8');
    expect(mediaTypeOf('a.PNG')).toBe('image/png');
    expect(() => mediaTypeOf('assets/a.woff2')).toThrow(/assets\/a\.woff2: no media type/u);
  });

  it('compress texts alone', () => {
    expect(['a.geojson', 'a.svg', 'a.png', 'a.pmtiles'].map(isCompressible)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the example configuration of nginx', () => {
  const types = /^types \{([^}]*)\}/mu.exec(snippet('atlas.conf'))?.[1] ?? '';
  const given = types
    .trim()
    .split(';')
    .filter(Boolean)
    .flatMap((line) => {
      const [type = '', ...endings] = line.trim().split(/\s+/u);
      return endings.map((ending): [string, string] => [ending, type]);
    });

  it('has just these media types', () => {
    expect(given.length).toBeGreaterThan(10);
    for (const [ending, type] of given) expect(mediaTypeOf(`a.${ending}`).split(';')[0]).toBe(type);
  });

  it.each([
    ['atlas.conf', 'gzip_types'],
    ['atlas-brotli.conf', 'brotli_types'],
    ['atlas.conf', 'charset_types'],
  ])('names in %s’s %s all texts but HTML, which is always among them', (file, directive) => {
    const [, list = ''] = new RegExp(`^${directive}\\s([^;]+);`, 'mu').exec(snippet(file)) ?? [];
    const texts = given.filter(([ending, type]) => isCompressible(`a.${ending}`) && type !== 'text/html');
    expect(new Set(list.trim().split(/\s+/u))).toEqual(new Set(texts.map(([, type]) => type)));
  });
});
