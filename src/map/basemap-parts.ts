import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Bounds } from '../model/dataset.ts';
import type { RasterTiles } from '../model/deploy.ts';
import { mapFont } from './lettering.ts';
import type { Looks } from './looks.ts';

/** Stands before the ids of a basemap's sources and layers: none of them can be mistaken for one of the atlas's own. */
export const basemapPrefix = 'basemap:';

/** What a basemap brings into the style of the map. */
export interface BasemapParts {
  /** By prefixed id. */
  sources: Record<string, SourceSpecification>;
  /** Lowest first, with prefixed ids. */
  layers: LayerSpecification[];
  glyphs: string | null;
  /** Kept under their own ids: layers name the pictures in them by these. */
  sprites: { id: string; url: string }[];
  /** The map's zoom from which the basemap has anything. */
  minzoom: number;
}

/** A basemap that has been got and looks usable. */
export interface LoadedBasemap {
  /** Plain text. */
  credits: string;
  /** West, south, east, north in degrees, where it is known. */
  bounds: Bounds | null;
  parts(looks: Looks): BasemapParts;
}

/** Something that was to be a basemap and cannot be one; the message says why. */
export class UnusableBasemap extends Error {
  override name = 'UnusableBasemap';
}

/** Layers of raster tiles as parts of a style, lowest first; their colours are held back, for the items are to be loud. */
export function rasterParts(rasters: readonly RasterTiles[]): BasemapParts {
  const named = rasters.map((raster, index) => ({ ...raster, id: `${basemapPrefix}raster-${index}` }));
  return {
    sources: Object.fromEntries(
      named.map(({ id, tiles, tileSize, minzoom, maxzoom }) => [
        id,
        { type: 'raster', tiles: [...tiles], tileSize, minzoom, maxzoom },
      ]),
    ),
    layers: named.map(({ id }) => ({ id, type: 'raster', source: id, paint: { 'raster-saturation': -0.3 } })),
    glyphs: null,
    sprites: [],
    minzoom: Math.min(...named.map(({ minzoom, tileSize }) => mapZoom(minzoom, tileSize))),
  };
}

/** The map's zoom, which counts tiles of 512 pixels, from which tiles of a level are asked for. */
export function mapZoom(level: number, tileSize: number): number {
  return level - Math.log2(512 / tileSize);
}

/**
 * A MapLibre style as parts of the map's own: sources and layers under prefixed ids, addresses made absolute against the
 * style's own. Throws {@link UnusableBasemap} where it is no style.
 */
export function styleParts(style: unknown, address: string): BasemapParts {
  if (!isStyle(style)) throw new UnusableBasemap(`${address} is no MapLibre style of version 8`);
  const absolute = (url: string) => absoluteUrl(url, address);
  const sprites = typeof style.sprite === 'string' ? [{ id: 'default', url: style.sprite }] : style.sprite;
  return {
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([id, source]) => [
        basemapPrefix + id,
        absoluteSource(source, absolute),
      ]),
    ),
    layers: style.layers.map((layer) => ({
      ...layer,
      id: basemapPrefix + layer.id,
      ...('source' in layer && typeof layer.source === 'string'
        ? { source: basemapPrefix + layer.source }
        : {}),
    })) as LayerSpecification[],
    glyphs: style.glyphs ? absolute(style.glyphs) : null,
    sprites: (sprites ?? []).map(({ id, url }) => ({ id, url: absolute(url) })),
    minzoom: 0,
  };
}

function isStyle(value: unknown): value is StyleSpecification {
  if (typeof value !== 'object' || value === null) return false;
  const { version, sources, layers } = value as Partial<StyleSpecification>;
  const isObject = (part: unknown) => typeof part === 'object' && part !== null;
  return version === 8 && isObject(sources) && Array.isArray(layers) && layers.every(isObject);
}

/** A source whose addresses are absolute: of its description, its tiles, its data. */
function absoluteSource(source: SourceSpecification, absolute: (url: string) => string): SourceSpecification {
  const made: Record<string, unknown> = { ...source };
  if (typeof made.url === 'string') made.url = absolute(made.url);
  if (typeof made.data === 'string') made.data = absolute(made.data);
  if (Array.isArray(made.tiles)) made.tiles = made.tiles.map(String).map(absolute);
  return made as unknown as SourceSpecification;
}

/** An address against another; the braces of a template stay braces, and an archive's address stays marked as one. */
function absoluteUrl(url: string, against: string): string {
  if (url.startsWith(archiveScheme))
    return archiveScheme + absoluteUrl(url.slice(archiveScheme.length), against);
  return new URL(url, against).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

/** Before the address of a PMTiles archive on a server, in a style. */
const archiveScheme = 'pmtiles://';

/** Whether a style draws from PMTiles archives on a server. */
export function usesArchives({ sources }: BasemapParts): boolean {
  return Object.values(sources).some(
    (source) => 'url' in source && typeof source.url === 'string' && source.url.startsWith(archiveScheme),
  );
}

/** Sources of the atlas that stay in sight over a basemap: the city's own lines and names, and the items. */
const staysInSight = new Set([
  'boundaries',
  'veil',
  'zones',
  'names',
  'fade',
  'extents',
  'shapes',
  'marks',
  'selected',
]);

/** The layer that answers which district is under the pointer: it cannot be hidden, only seen through. */
export const districtGround = 'districts';

/** Which of the atlas's own layers, by id, give way to a basemap that is in sight. */
export function layersThatGiveWay(layers: readonly { id: string; source?: unknown }[]): string[] {
  return layers
    .filter(({ id }) => id !== districtGround && !id.startsWith(basemapPrefix))
    .filter(({ source }) => !staysInSight.has(String(source)))
    .map(({ id }) => id);
}

/**
 * A map's `transformRequest`: keeps the atlas's own names from being asked of a basemap's glyph server, which does not
 * have their font and need not know them. The map then draws the letters from the computer's fonts, as it always does.
 */
export function keepLettersLocal(url: string, type?: string): { url: string } {
  if (type === 'Glyphs' && url.includes(mapFont.join(','))) {
    throw new Error('the atlas draws its own names from local fonts');
  }
  return { url };
}
