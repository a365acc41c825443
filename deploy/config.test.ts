import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deployOf, originsOf, parseDeployConfig } from './config.ts';

const style = {
  kind: 'style',
  id: 'streets',
  name: '街道图',
  nameEn: 'Streets',
  url: 'https://maps.example.org/streets/style.json',
  attribution: '© Example',
};
const tianditu = { kind: 'tianditu', id: 'tianditu', name: '天地图', nameEn: 'Tianditu', key: 'abc123' };
const parse = (config: unknown) => parseDeployConfig(JSON.stringify(config), 'deploy.config.json');
const withBasemaps = (...basemaps: unknown[]) => parse({ reviewNumber: '', basemaps });
const problem = (config: unknown) => {
  try {
    parse(config);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const problemWith = (part: object) => problem({ reviewNumber: '', basemaps: [{ ...style, ...part }] });

describe('the deploy configuration', () => {
  it('lists no basemap and holds no review number as it comes', () => {
    const source = readFileSync(new URL('../deploy.config.json', import.meta.url), 'utf8');
    const config = parseDeployConfig(source, 'deploy.config.json');
    expect(deployOf(config)).toEqual({ reviewNumber: '', basemaps: [], embedOrigins: [] });
  });

  it('passes on the review number and what is listed, in order', () => {
    const config = parse({ reviewNumber: ' 审图号示例 ', basemaps: [tianditu, style] });
    const deploy = deployOf(config);
    expect(deploy.reviewNumber).toBe('审图号示例');
    expect(deploy.basemaps.map(({ id }) => id)).toEqual(['tianditu', 'streets']);
    expect(deploy.basemaps[1]).toEqual({
      id: 'streets',
      name: '街道图',
      nameEn: 'Streets',
      attribution: '© Example',
      source: { kind: 'style', url: style.url },
    });
  });

  it.each([
    ['text that is not JSON', '{', /deploy\.config\.json: is not JSON/],
    ['an empty object', '{}', /reviewNumber is missing\n.*basemaps is missing/],
    ['a list in its place', '[]', /reviewNumber is missing/],
  ])('that is %s is refused, with the file and the page that helps', (_name, source, message) => {
    expect(() => parseDeployConfig(source, 'deploy.config.json')).toThrow(message);
    expect(() => parseDeployConfig(source, 'deploy.config.json')).toThrow('docs/DEPLOY.md');
  });

  it.each([
    [{ kind: 'wmts' }, 'basemaps[0].kind must be style'],
    [{ id: 'My Map' }, 'basemaps[0].id must be lower-case words'],
    [{ nameEn: undefined }, 'basemaps[0].nameEn is missing'],
    [{ name: ' ' }, 'basemaps[0].name must not be empty'],
    [{ attribution: undefined }, 'basemaps[0].attribution is missing'],
    [{ url: 'http://maps.example.org/style.json' }, 'basemaps[0].url must be an address'],
    [{ url: 'javascript:alert(1)' }, 'basemaps[0].url must be an address'],
    [{ url: './style.json' }, 'basemaps[0].url must be an address'],
    [{ origins: ['https://a.example.org/'] }, 'basemaps[0].origins[0] must be an origin alone'],
    [{ origins: ['https://*.example.org'] }, 'basemaps[0].origins[0] must be an origin alone'],
    [{ origins: ["https://a.example.org; script-src 'unsafe-inline'"] }, 'basemaps[0].origins[0] must be'],
    [{ origins: ['*'] }, 'basemaps[0].origins[0] must be'],
    [{ key: 'abc' }, 'basemaps[0].key is not known'],
  ])('names the field and the remedy for %j', (part, message) => {
    expect(problemWith(part)).toContain(message);
  });

  it('wants a key for 天地图, and each id once', () => {
    expect(problem({ reviewNumber: '', basemaps: [{ ...tianditu, key: undefined }] })).toContain(
      'basemaps[0].key is missing',
    );
    expect(problem({ reviewNumber: '', basemaps: [{ ...tianditu, key: 'a&b' }] })).toContain(
      'basemaps[0].key must be the key',
    );
    expect(problem({ reviewNumber: '', basemaps: [style, tianditu, style] })).toContain(
      'basemaps[2] has an id that stands above already',
    );
  });

  it('takes a server on this computer without https, for trying things out', () => {
    const [entry] = withBasemaps({ ...style, url: 'http://127.0.0.1:8080/style.json' }).basemaps;
    expect(entry && originsOf(entry)).toEqual(['http://127.0.0.1:8080']);
  });
});

describe('天地图', () => {
  const [entry] = withBasemaps(tianditu).basemaps;
  if (!entry) throw new Error('the entry was lost');
  const [listed] = deployOf(withBasemaps(tianditu)).basemaps;
  const layers = listed?.source.kind === 'raster' ? listed.source.layers : [];

  it('is the map and over it the names, in Web Mercator, from eight hosts with the own key', () => {
    expect(layers.map(({ tiles }) => tiles.length)).toEqual([8, 8]);
    const [map, names] = layers.map(({ tiles }) => new URL(tiles[3] ?? ''));
    expect([map?.origin, map?.pathname]).toEqual(['https://t3.tianditu.gov.cn', '/vec_w/wmts']);
    expect(names?.pathname).toBe('/cva_w/wmts');
    expect(Object.fromEntries(names?.searchParams ?? [])).toMatchObject({
      SERVICE: 'WMTS',
      REQUEST: 'GetTile',
      LAYER: 'cva',
      TILEMATRIXSET: 'w',
      TILEMATRIX: '{z}',
      TILEROW: '{y}',
      TILECOL: '{x}',
      tk: 'abc123',
    });
    for (const { tileSize, minzoom, maxzoom } of layers) {
      expect([tileSize, minzoom, maxzoom]).toEqual([256, 1, 18]);
    }
  });

  it('is named in the credits, unless the publisher words them', () => {
    expect(listed?.attribution).toContain('天地图');
    const own = deployOf(withBasemaps({ ...tianditu, attribution: '天地图 GS' })).basemaps[0];
    expect(own?.attribution).toBe('天地图 GS');
  });

  it('has just the origins that its tiles come from', () => {
    const used = new Set(layers.flatMap(({ tiles }) => tiles.map((tile) => new URL(tile).origin)));
    expect(originsOf(entry)).toEqual([...used]);
  });
});

describe('a style', () => {
  it('has the origin of its address and those that are listed beside, each once', () => {
    const origins = ['https://tiles.example.org', 'https://maps.example.org'];
    const [entry] = withBasemaps({ ...style, origins }).basemaps;
    expect(entry && originsOf(entry)).toEqual(['https://maps.example.org', 'https://tiles.example.org']);
  });
});
