import { gzipSync } from 'node:zlib';
import Supercluster from 'supercluster';
import { pmtilesArchive, vectorTile } from '../../src/testing/pmtiles-archive.ts';
import { columnsOf, featuresOf, type PointProperties } from './columns.ts';
import { clusterRadius, nearestClusters, tileExtent, tileZooms } from './grouping.ts';
import { type ProvincePoint, province } from './province.ts';

/** The forms in which the same points are handed out. */
export const forms = ['geojson', 'columns', 'pmtiles'] as const;
export type Form = (typeof forms)[number];

/** A form's file, ready to be sent; gzip stands around whole files, and inside an archive around each tile. */
export interface FormFile {
  name: string;
  content: Uint8Array;
  encoding: 'gzip' | null;
}

/** The file of a form of these points. */
export function formFile(form: Form, points: readonly ProvincePoint[]): FormFile {
  if (form === 'pmtiles') return { name: 'points.pmtiles', content: archiveOf(points), encoding: null };
  const columns = columnsOf(points);
  const content = form === 'columns' ? JSON.stringify(columns) : geojsonText(points);
  return { name: `points.${form}`, content: gzipSync(content), encoding: 'gzip' };
}

/** GeoJSON piece by piece: a million features in one go would need more memory than the text itself. */
function geojsonText(points: readonly ProvincePoint[]): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < points.length; from += 10_000) {
    const { features } = featuresOf(columnsOf(points.slice(from, from + 10_000)));
    parts.push(Buffer.from((from > 0 ? ',' : '') + features.map((each) => JSON.stringify(each)).join(',')));
  }
  return Buffer.concat([
    Buffer.from('{"type":"FeatureCollection","features":['),
    ...parts,
    Buffer.from(']}'),
  ]);
}

/**
 * An archive of vector tiles: near points together with their number down to the level before the last, and every point
 * with its properties on the last. MapLibre groups a GeoJSON source by the same rules.
 */
function archiveOf(points: readonly ProvincePoint[]): Uint8Array {
  const index = new Supercluster({
    radius: (clusterRadius * tileExtent) / 512,
    extent: tileExtent,
    maxZoom: nearestClusters,
  });
  index.load(featuresOf(columnsOf(points)).features);
  const tiles = tileZooms.flatMap((z) =>
    [...tilesWith(index, z)].flatMap((key) => {
      const [x, y] = [key % 2 ** z, Math.floor(key / 2 ** z)];
      const features = index.getTile(z, x, y)?.features ?? [];
      const data = vectorTile([
        {
          name: 'points',
          features: features.map(({ geometry, tags }) => ({
            type: 'point',
            path: geometry as [number, number][],
            tags: tagsOf(tags as PointProperties | { point_count: number }),
          })),
        },
      ]);
      return { z, x, y, data };
    }),
  );
  const metadata = { vector_layers: [{ id: 'points', fields: {} }] };
  return pmtilesArchive({ type: 'vector', tiles, bounds: province, metadata, gzip: gzipSync });
}

/** A group says how many it stands for; a point says all it has. */
function tagsOf(tags: PointProperties | { point_count: number }): Record<string, string | number> {
  return 'point_count' in tags ? { point_count: tags.point_count } : { ...tags };
}

/** The tiles of a level that something stands in, as numbers: rows of `2 ** z`. */
function tilesWith(index: Supercluster, z: number): Set<number> {
  const side = 2 ** z;
  return new Set(
    index.getClusters([-180, -85, 180, 85], z).map(({ geometry: { coordinates } }) => {
      const [lng = 0, lat = 0] = coordinates;
      // Web Mercator: https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames
      const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
      return Math.floor(y * side) * side + Math.floor(((lng + 180) / 360) * side);
    }),
  );
}
