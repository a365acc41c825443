import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { atlasData } from './vite-plugin.ts';

/** What the build writes under `data/`: text by path. */
const emitted = new Map<string, string>();

beforeAll(() => {
  const { generateBundle } = atlasData();
  const emitFile = ({ fileName = '', source = '' }: { fileName?: string; source?: string }) =>
    emitted.set(fileName, source);
  (generateBundle as unknown as (this: object) => void).call({ emitFile });
});

describe('the open data', () => {
  const layers = ['boundaries', 'neighbours', 'water', 'rail', 'roads', 'towns', 'hills', 'zones'];

  it('are these files', () => {
    expect([...emitted.keys()].toSorted()).toEqual(
      [
        'data/LICENSE.md',
        'data/items.csv',
        'data/items.geojson',
        'data/report.json',
        'data/base/SOURCES.md',
        ...layers.map((name) => `data/base/${name}.geojson`),
      ].toSorted(),
    );
  });

  it.each(layers)('hold the layer %s, one feature a line, none of them empty', (name) => {
    const text = emitted.get(`data/base/${name}.geojson`) ?? '';
    const { type, features } = JSON.parse(text) as { type: string; features: unknown[] };
    expect(type).toBe('FeatureCollection');
    expect(features.length).toBeGreaterThan(1);
    expect(text.split('\n').length).toBe(features.length + 3);
  });

  it('are all documented: each layer by its properties, its source and its licence', () => {
    const docs = readFileSync(new URL('../../docs/OPEN-DATA.md', import.meta.url), 'utf8');
    const sources = emitted.get('data/base/SOURCES.md') ?? '';
    for (const name of layers) {
      expect(docs.split(`\`${name}.geojson\``).length, name).toBeGreaterThan(2);
      expect(sources).toContain(`| \`${name}.geojson\``);
    }
  });
});
