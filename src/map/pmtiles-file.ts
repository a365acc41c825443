import { addProtocol } from 'maplibre-gl';
import { FileSource, PMTiles, Protocol, TileType } from 'pmtiles';
import { archiveLayers } from './archive-style.ts';
import { basemapPrefix, type LoadedBasemap, mapZoom, rasterParts, UnusableBasemap } from './basemap-parts.ts';

/** How the map addresses the tiles of an opened file: `atlas-file://<key>/<z>/<x>/<y>`. */
const fileScheme = 'atlas-file';

/** Vector tiles and pictures that the map can draw; vector tiles as MapLibre names their encoding. */
const vectorEncodings: Partial<Record<TileType, 'mvt' | 'mlt'>> = {
  [TileType.Mvt]: 'mvt',
  [TileType.Mlt]: 'mlt',
};
const pictures = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];

const archives = new Map<string, PMTiles>();

/** Reads a file from the disk, and says when it ends before what it should hold: a download that was broken off. */
class WholeFile extends FileSource {
  override async getBytes(offset: number, length: number) {
    // The first reading takes a fixed amount, which a small file need not have.
    if (offset > 0 && offset + length > this.file.size)
      throw new UnusableBasemap(`${this.file.name} ends before its contents do`);
    return super.getBytes(offset, length);
  }
}

/** Opens a PMTiles file (version 3) from the person's disk. Throws {@link UnusableBasemap} where it cannot be drawn. */
export async function openPmtilesFile(key: string, file: File): Promise<LoadedBasemap> {
  const archive = new PMTiles(new WholeFile(file));
  const { header, metadata } = await readArchive(archive, file.name);
  const encoding = vectorEncodings[header.tileType];
  if (!encoding && !pictures.includes(header.tileType))
    throw new UnusableBasemap(`${file.name} holds tiles of a kind that the map cannot draw`);
  // Only one file is open at a time.
  archives.clear();
  archives.set(key, archive);
  addProtocol(fileScheme, ({ url }, abort) => readTile(url, encoding !== undefined, abort.signal));
  const tiles = [`${fileScheme}://${key}/{z}/{x}/{y}`];
  const { minZoom: minzoom, maxZoom: maxzoom } = header;
  const source = `${basemapPrefix}file`;
  return {
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    credits: plainText(String(metadata.attribution ?? '')),
    parts: (looks) =>
      encoding
        ? {
            sources: { [source]: { type: 'vector', tiles, minzoom, maxzoom, encoding } },
            layers: archiveLayers(source, layerNames(metadata), looks),
            glyphs: null,
            sprites: [],
            minzoom: mapZoom(minzoom, 512),
          }
        : rasterParts([{ tiles, tileSize: 256, minzoom, maxzoom }]),
  };
}

/** Lets styles draw from PMTiles archives on servers, by `pmtiles://https://…`. */
export function allowRemoteArchives(): void {
  addProtocol('pmtiles', new Protocol().tile);
}

async function readArchive(archive: PMTiles, name: string) {
  try {
    const [header, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
    return { header, metadata: (metadata ?? {}) as { attribution?: unknown; vector_layers?: unknown } };
  } catch (error) {
    throw new UnusableBasemap(`${name} is no PMTiles file of version 3: ${String(error)}`, { cause: error });
  }
}

/** One tile of the opened file. A vector tile that is not there is empty; a picture is missing, as on a server. */
async function readTile(url: string, isVector: boolean, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const [key = '', ...position] = url.slice(`${fileScheme}://`.length).split('/');
  const [z = 0, x = 0, y = 0] = position.map(Number);
  const tile = await archives.get(key)?.getZxy(z, x, y, signal);
  if (tile) return { data: tile.data };
  if (isVector) return { data: new ArrayBuffer(0) };
  throw Object.assign(new Error(`the file has no tile ${z}/${x}/${y}`), { status: 404 });
}

function layerNames({ vector_layers: layers }: { vector_layers?: unknown }): string[] {
  return Array.isArray(layers) ? layers.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])) : [];
}

/** Credits are often written as HTML: what one would read of it. */
export function plainText(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', copy: '©', nbsp: ' ' };
  return html
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
