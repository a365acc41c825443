import { cpSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type FramedBy, nginxPolicies, type PagePolicies, pagePolicies, policyOf } from './header-policy.ts';
import { cacheControlOf, isCompressible, mediaTypeOf } from './served-files.ts';
import { uploadScript } from './store-upload.ts';

/** How much was written, in bytes: the files as built, and as they travel. */
export interface Written {
  files: number;
  plain: number;
  gzip: number;
  brotli: number;
}

/** The paths of a folder's files from it, with forward slashes, sorted. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Makes of a built site a folder for a server: `site/`, the same files with a `.gz` and a `.br` beside each that is
 * smaller so; `policy.conf`, the security policies for nginx; `headers.json`, the headers of every file, for servers
 * and stores that are told of each; `upload.sh`, which puts the site into a store. Without `compress` the server
 * compresses on the way, or not at all. The built site is left as it is: the list in its service worker is of it alone.
 */
export function writeServedFiles(
  built: string,
  folder: string,
  framedBy: FramedBy,
  embedOrigins: readonly string[],
  { compress = true } = {},
): Written {
  const paths = pathsIn(built);
  const pages = paths.filter((path) => path.endsWith('.html'));
  const policies = pagePolicies(
    Object.fromEntries(pages.map((path) => [path, readFileSync(join(built, path), 'utf8')])),
    framedBy,
    embedOrigins,
  );
  // What these would write otherwise is not left half done: a kind of file without a type ends it here.
  const headers = servedHeaders(paths, policies);
  const upload = uploadScript(headers);
  const site = join(folder, 'site');
  rmSync(site, { recursive: true, force: true });
  cpSync(built, site, { recursive: true, preserveTimestamps: true });
  writeFileSync(join(folder, 'policy.conf'), nginxPolicies(policies));
  writeFileSync(join(folder, 'headers.json'), `${JSON.stringify(headers, null, 2)}\n`);
  writeFileSync(join(folder, 'upload.sh'), upload);
  const written: Written = { files: paths.length, plain: 0, gzip: 0, brotli: 0 };
  for (const path of paths) {
    const content = readFileSync(join(site, path));
    const smaller = compress && isCompressible(path) ? compressed(content) : {};
    for (const [ending, bytes] of Object.entries(smaller)) {
      const file = join(site, `${path}${ending}`);
      writeFileSync(file, bytes);
      // Servers make the ETag of time and size: the same file, published again, keeps its own.
      const { atime, mtime } = statSync(join(built, path));
      utimesSync(file, atime, mtime);
    }
    written.plain += content.length;
    written.gzip += smaller['.gz']?.length ?? content.length;
    written.brotli += smaller['.br']?.length ?? content.length;
  }
  return written;
}

/** A content in each encoding that makes it smaller, by the ending of its file. As small as it gets: it is done once. */
function compressed(content: Buffer): { '.gz'?: Buffer; '.br'?: Buffer } {
  const gzip = gzipSync(content, { level: 9 });
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  return {
    ...(gzip.length < content.length && { '.gz': gzip }),
    ...(brotli.length < content.length && { '.br': brotli }),
  };
}

/** The headers of every file, by its path from the site. */
export function servedHeaders(
  paths: readonly string[],
  policies: PagePolicies,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    paths.map((path) => [
      path,
      {
        'content-type': mediaTypeOf(path),
        'cache-control': cacheControlOf(path),
        'content-security-policy': policyOf(path, policies),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        ...(path.startsWith('data/') && { 'access-control-allow-origin': '*' }),
      },
    ]),
  );
}
