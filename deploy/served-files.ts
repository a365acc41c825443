import { extname } from 'node:path';

/** `Cache-Control` of a file whose name changes with its content. */
export const keptForGood = 'public, max-age=31536000, immutable';
/** `Cache-Control` of all others: kept, and asked for each time whether it is still the same. */
export const askedEachTime = 'no-cache';

/** Media types of all kinds of files that a built site or a folder of tiles has, by ending. Texts are UTF-8. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  // As the specification recommends: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
  '.pmtiles': 'application/vnd.pmtiles',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** The `Content-Type` of a file, by its path. Throws for a kind that a site has not had: every server must be told of it. */
export function mediaTypeOf(path: string): string {
  const type = mediaTypes[extname(path).toLowerCase()];
  if (!type) {
    throw new Error(
      `${path}: no media type is known for this kind of file; add it to deploy/served-files.ts and examples/nginx/snippets/atlas.conf`,
    );
  }
  return type;
}

/** The `Cache-Control` of a file, by its path from the site: only names with a hash in them never change their content. */
export function cacheControlOf(path: string): string {
  return /^assets\/[^/]+-[\w-]{8}\.\w+$/u.test(path) || /^tiles\/[^/]+\.pmtiles$/u.test(path)
    ? keptForGood
    : askedEachTime;
}

/** Whether a file is worth compressing: pictures and archives of tiles are compressed already. */
export function isCompressible(path: string): boolean {
  return mediaTypeOf(path).includes('charset=');
}
