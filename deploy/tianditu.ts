import type { RasterTiles } from '../src/model/deploy.ts';

/**
 * 天地图 (National Platform for Common Geospatial Information Services), its map tile service: WMTS, key-value requests,
 * layers `vec` (map) and `cva` (Chinese names) in tile matrix set `w`, which is Web Mercator; levels 1 to 18; hosts t0 to
 * t7. Described at http://lbs.tianditu.gov.cn (地图服务). Its datum is CGCS2000, which for a map at these
 * scales is WGS-84: nothing has to be shifted.
 */
const layers = ['vec', 'cva'];
const hosts = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`);

/** The origins that serve 天地图's tiles. */
export const tiandituOrigins: readonly string[] = hosts;

/** 天地图's map and its names as raster layers, lowest first, asked for with the deployer's own key. */
export function tiandituLayers(key: string): RasterTiles[] {
  return layers.map((layer) => ({
    tiles: hosts.map((host) => `${host}/${layer}_w/wmts?${tileQuery(layer, key)}`),
    tileSize: 256,
    minzoom: 1,
    maxzoom: 18,
  }));
}

function tileQuery(layer: string, key: string): string {
  return Object.entries({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    TILEMATRIX: '{z}',
    TILEROW: '{y}',
    TILECOL: '{x}',
    tk: encodeURIComponent(key),
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
