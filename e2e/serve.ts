import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The built app must work on any subpath, so the journeys visit it on one; all else is not found. */
const subpath = '/atlas/';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Serves the folder under the subpath, to this computer only, on a free port; gives the address. */
export function serve(folder: string): Promise<{ server: Server; address: string }> {
  const root = resolve(folder);
  const server = createServer((request, response) => answer(root, request, response));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done({ server, address: `http://127.0.0.1:${port}${subpath}` });
    });
  });
}

function answer(root: string, { method, url = '/' }: IncomingMessage, response: ServerResponse): void {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileOf(root, url);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found');
    return;
  }
  response.writeHead(200, {
    'cache-control': 'no-store',
    'content-length': statSync(file).size,
    'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  if (method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The file that an address means, or null when there is none or it lies outside the folder. */
function fileOf(root: string, url: string): string | null {
  const path = decoded(url.split(/[?#]/, 1)[0] ?? '');
  if (!path?.startsWith(subpath) || path.includes('\0')) return null;
  const name = path.slice(subpath.length);
  const file = resolve(root, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  return file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** `tsx e2e/serve.ts [folder]`: serves until it is stopped. */
async function main(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`${folder} has no index.html: build the app first (npm run build).`);
    process.exit(1);
  }
  const { address } = await serve(folder);
  console.log(`Serving ${folder} at ${address}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2] ?? 'dist');
