import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { themeTokens } from '../drawing/tokens.ts';
import type { BaseLayers } from '../model/base-layers.ts';
import { testCity } from '../testing/atlas.ts';
import {
  basemapPrefix,
  districtGround,
  keepLettersLocal,
  layersThatGiveWay,
  mapZoom,
  rasterParts,
  styleParts,
  UnusableBasemap,
  usesArchives,
} from './basemap-parts.ts';
import { mapFont } from './lettering.ts';
import { mapStyle } from './style.ts';

const address = 'https://maps.example.org/styles/plain/style.json';
const style: StyleSpecification = {
  version: 8,
  glyphs: '../fonts/{fontstack}/{range}.pbf',
  sprite: './sprite',
  sources: {
    water: { type: 'vector', url: '/tiles/water.json' },
    hills: { type: 'raster', tiles: ['tiles/{z}/{x}/{y}@2x.png', 'https://b.example.org/{z}/{x}/{y}'] },
    marks: { type: 'geojson', data: 'marks.geojson' },
  },
  layers: [
    { id: 'ground', type: 'background' },
    { id: 'water', type: 'fill', source: 'water', 'source-layer': 'water' },
    { id: 'marks', type: 'symbol', source: 'marks', layout: { 'icon-image': 'dot', 'text-field': 'a' } },
  ],
};

describe('a MapLibre style as parts', () => {
  const parts = styleParts(style, address);

  it('has ids of its own for sources and layers, and its layers still draw from its sources', () => {
    const ids = [...Object.keys(parts.sources), ...parts.layers.map(({ id }) => id)];
    expect(ids.every((id) => id.startsWith(basemapPrefix))).toBe(true);
    for (const layer of parts.layers) {
      if ('source' in layer) expect(Object.keys(parts.sources)).toContain(layer.source);
    }
    expect(parts.layers.map(({ type }) => type)).toEqual(['background', 'fill', 'symbol']);
    expect(parts.layers[1]).toMatchObject({ 'source-layer': 'water' });
  });

  it('has whole addresses, whose templates are still templates', () => {
    expect(parts.sources).toMatchObject({
      'basemap:water': { url: 'https://maps.example.org/tiles/water.json' },
      'basemap:hills': {
        tiles: [
          'https://maps.example.org/styles/plain/tiles/{z}/{x}/{y}@2x.png',
          'https://b.example.org/{z}/{x}/{y}',
        ],
      },
      'basemap:marks': { data: 'https://maps.example.org/styles/plain/marks.geojson' },
    });
    expect(parts.glyphs).toBe('https://maps.example.org/styles/fonts/{fontstack}/{range}.pbf');
  });

  it('keeps its sprites under the names by which its layers know their pictures', () => {
    expect(parts.sprites).toEqual([{ id: 'default', url: 'https://maps.example.org/styles/plain/sprite' }]);
    const several = styleParts({ ...style, sprite: [{ id: 'roads', url: '/roads' }] }, address);
    expect(several.sprites).toEqual([{ id: 'roads', url: 'https://maps.example.org/roads' }]);
    expect(styleParts({ ...style, sprite: undefined }, address).sprites).toEqual([]);
  });

  it('leaves the style that it was made from as it was', () => {
    expect(Object.keys(style.sources)).toEqual(['water', 'hills', 'marks']);
    expect(style.layers[0]?.id).toBe('ground');
  });

  it('tells archives on servers, and leaves them marked', () => {
    const url = 'pmtiles://https://a.example.org/a.pmtiles';
    const withArchive = styleParts({ ...style, sources: { a: { type: 'vector', url } } }, address);
    expect(withArchive.sources).toEqual({ 'basemap:a': { type: 'vector', url } });
    expect([usesArchives(withArchive), usesArchives(parts)]).toEqual([true, false]);
  });

  it.each([
    ['no object', 'style'],
    ['nothing', null],
    ['another version', { ...style, version: 7 }],
    ['no layers', { version: 8, sources: {} }],
    ['layers that are none', { version: 8, sources: {}, layers: [1] }],
    ['a page of a web server', { message: 'not found' }],
  ])('is refused when it is %s', (_name, value) => {
    expect(() => styleParts(value, address)).toThrow(UnusableBasemap);
  });
});

describe('raster tiles as parts', () => {
  const tiles = { tileSize: 256, minzoom: 1, maxzoom: 18 };
  const parts = rasterParts([
    { ...tiles, tiles: ['https://t/{z}/{x}/{y}'] },
    { ...tiles, tiles: ['https://n/{z}/{x}/{y}'] },
  ]);

  it('lie over each other in the order in which they are given', () => {
    expect(parts.layers.map(({ id }) => id)).toEqual(['basemap:raster-0', 'basemap:raster-1']);
    expect(parts.sources['basemap:raster-1']).toMatchObject({
      type: 'raster',
      tileSize: 256,
      minzoom: 1,
      maxzoom: 18,
      tiles: ['https://n/{z}/{x}/{y}'],
    });
  });

  it('begin at the zoom of the map that their size means', () => {
    expect(mapZoom(10, 512)).toBe(10);
    expect(mapZoom(10, 256)).toBe(9);
    expect(parts.minzoom).toBe(0);
  });
});

describe('the atlas’s own layers under a basemap in sight', () => {
  const nothing = { type: 'FeatureCollection', features: [] };
  const base = new Proxy({}, { get: () => nothing }) as BaseLayers;
  const looks = { tokens: themeTokens.light, language: 'zh', scale: 1 } as const;
  const { layers } = mapStyle(base, testCity, looks);
  const sourceOf = (id: string) => {
    const layer = layers.find((candidate) => candidate.id === id);
    return layer && 'source' in layer ? layer.source : undefined;
  };
  const hidden = layersThatGiveWay(layers);
  const staying = layers.map(({ id }) => id).filter((id) => !hidden.includes(id));

  it('give way where they are ground, water, rail, roads or towns', () => {
    expect(hidden).toEqual(expect.arrayContaining(['ground', 'water', 'water-names', 'town-names']));
    const sources = new Set(hidden.map(sourceOf));
    for (const source of ['water', 'rail', 'roads', 'towns', 'hills', 'neighbours']) {
      expect(sources).toContain(source);
      expect(staying.map(sourceOf)).not.toContain(source);
    }
  });

  it('stay where they are the city’s outline, the districts and their names, or items', () => {
    expect(staying).toEqual(
      expect.arrayContaining([districtGround, 'city-outline', 'district-lines', 'district-names', 'marks']),
    );
    const sources = new Set(staying.map(sourceOf));
    for (const source of ['boundaries', 'veil', 'names', 'extents', 'shapes', 'marks', 'selected']) {
      expect(sources).toContain(source);
    }
  });

  it('are told from those of a basemap that has the same names', () => {
    expect(layersThatGiveWay([{ id: `${basemapPrefix}water`, source: `${basemapPrefix}water` }])).toEqual([]);
  });
});

describe('the letters of the atlas’s own names', () => {
  it('are not asked of a glyph server; those of the basemap are', () => {
    const url = (font: string) => `https://fonts.example.org/${font}/0-255.pbf`;
    expect(() => keepLettersLocal(url(mapFont.join(',')), 'Glyphs')).toThrow(/local fonts/u);
    expect(keepLettersLocal(url('Noto Sans Regular'), 'Glyphs')).toEqual({ url: url('Noto Sans Regular') });
    expect(keepLettersLocal('https://t/1/2/3', 'Tile')).toEqual({ url: 'https://t/1/2/3' });
  });
});
