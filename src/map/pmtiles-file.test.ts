import { beforeEach, describe, expect, it, vi } from 'vitest';
import { themeTokens } from '../drawing/tokens.ts';
import { pmtilesArchive, vectorTile } from '../testing/pmtiles-archive.ts';
import { openPmtilesFile, plainText } from './pmtiles-file.ts';

type Load = (request: { url: string }, abort: AbortController) => Promise<{ data: ArrayBuffer }>;
const protocols = vi.hoisted(() => new Map<string, unknown>());
// The library needs a browser; here only what it is told matters.
vi.mock('maplibre-gl', () => ({
  addProtocol: (scheme: string, load: unknown) => protocols.set(scheme, load),
}));

const bounds = [119, 31, 120, 33] as const;
const looks = { tokens: themeTokens.light, language: 'zh', scale: 1 } as const;
const square: [number, number][] = [
  [0, 0],
  [4096, 0],
  [4096, 4096],
  [0, 4096],
];
const water = vectorTile([{ name: 'water', features: [{ type: 'polygon', path: square }] }]);
const vector = pmtilesArchive({
  type: 'vector',
  bounds,
  tiles: [
    { z: 6, x: 53, y: 25, data: water },
    { z: 7, x: 106, y: 51, data: vectorTile([]) },
  ],
  metadata: {
    attribution: '<a href="https://example.org">&copy; Example</a>',
    vector_layers: [{ id: 'water' }, { id: 'roads' }, { id: 'beacons' }, { id: 'pois' }],
  },
});
const picture = Uint8Array.of(1, 2, 3, 4);
const raster = pmtilesArchive({ type: 'png', bounds, tiles: [{ z: 8, x: 212, y: 103, data: picture }] });
const file = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'city.pmtiles');
const read = (url: string) => {
  const load = protocols.get('atlas-file') as Load;
  return load({ url }, new AbortController());
};

beforeEach(() => protocols.clear());

describe('a PMTiles file', () => {
  it('of vector tiles becomes a source with its zooms, and layers after what their names mean', async () => {
    const opened = await openPmtilesFile('7', file(vector));
    expect(opened.bounds).toEqual(bounds);
    expect(opened.credits).toBe('© Example');
    const { sources, layers, minzoom } = opened.parts(looks);
    expect(sources).toEqual({
      'basemap:file': {
        type: 'vector',
        encoding: 'mvt',
        tiles: ['atlas-file://7/{z}/{x}/{y}'],
        minzoom: 6,
        maxzoom: 7,
      },
    });
    expect(minzoom).toBe(6);
    const drawn = layers.flatMap((layer) => ('source-layer' in layer ? [layer['source-layer']] : []));
    expect(new Set(drawn)).toEqual(new Set(['water', 'roads', 'beacons']));
    expect(drawn.indexOf('water')).toBeLessThan(drawn.indexOf('roads'));
    const ids = layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(layers)).toContain(themeTokens.light.water);
    expect(JSON.stringify(opened.parts({ ...looks, tokens: themeTokens.dark }))).toContain(
      themeTokens.dark.water,
    );
  });

  it('of pictures becomes a raster source', async () => {
    const opened = await openPmtilesFile('8', file(raster));
    expect(opened.credits).toBe('');
    expect(opened.parts(looks).sources).toEqual({
      'basemap:raster-0': {
        type: 'raster',
        tiles: ['atlas-file://8/{z}/{x}/{y}'],
        tileSize: 256,
        minzoom: 8,
        maxzoom: 8,
      },
    });
  });

  it('gives the map its tiles, and an empty one where a vector tile is missing', async () => {
    await openPmtilesFile('9', file(vector));
    expect(new Uint8Array((await read('atlas-file://9/6/53/25')).data)).toEqual(water);
    expect((await read('atlas-file://9/6/1/1')).data.byteLength).toBe(0);
  });

  it('says that a picture is missing as a server would', async () => {
    await openPmtilesFile('10', file(raster));
    expect(new Uint8Array((await read('atlas-file://10/8/212/103')).data)).toEqual(picture);
    await expect(read('atlas-file://10/8/1/1')).rejects.toMatchObject({ status: 404 });
  });

  it('that was cut off says so when a tile is asked for that it no longer holds', async () => {
    await openPmtilesFile('12', file(vector.slice(0, vector.length - 10)));
    await expect(read('atlas-file://12/6/53/25')).rejects.toMatchObject({ name: 'UnusableBasemap' });
  });

  it.each([
    ['is empty', new Uint8Array()],
    ['is something else', new TextEncoder().encode('<!doctype html>'.repeat(40))],
    ['ends in its head', vector.slice(0, 90)],
    ['is of a later version', Uint8Array.from(vector, (byte, index) => (index === 7 ? 9 : byte))],
    ['holds tiles of an unknown kind', Uint8Array.from(vector, (byte, index) => (index === 99 ? 0 : byte))],
  ])('that %s is refused, by its name', async (_name, bytes) => {
    await expect(openPmtilesFile('11', file(bytes))).rejects.toMatchObject({
      name: 'UnusableBasemap',
      message: expect.stringContaining('city.pmtiles'),
    });
  });
});

describe('credits', () => {
  it('are read as text, never as HTML', () => {
    expect(plainText('<b>A</b> &amp;  <a href="x" onclick="y()">B</a>&copy;&unknown;')).toBe(
      'A & B©&unknown;',
    );
  });
});
