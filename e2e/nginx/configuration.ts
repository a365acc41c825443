import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathsIn } from '../../deploy/write-served-files.ts';

const examples = fileURLToPath(new URL('../../examples/nginx', import.meta.url));

/** What of the example configuration is the publisher's own, and what stands there in a test. */
export type Placeholders = Readonly<Record<string, string>>;

/** A text with each placeholder replaced; `seen` learns which of them stood in it. */
export function withPlaces(text: string, places: Placeholders, seen: Set<string>): string {
  return Object.entries(places).reduce((whole, [placeholder, place]) => {
    if (whole.includes(placeholder)) seen.add(placeholder);
    return whole.replaceAll(placeholder, () => place);
  }, text);
}

/** The shipped sites that have the atlas at the root: one of them is enabled. */
export type Site = 'atlas' | 'atlas-https' | 'atlas-store';

/** Ports of the site at the root, of the one with the atlas on a subpath, and of https. */
export interface Ports {
  root: number;
  subpath: number;
  secure: number;
}

/** How nginx is set up beside the example configuration. */
export interface Setting {
  /** The folder that stands for /etc/nginx. */
  folder: string;
  /** The folder that stands for /srv/atlas: `site/` and `policy.conf`. */
  served: string;
  /** The folder of the other pages of the site with the atlas on a subpath. */
  others: string;
  ports: Ports;
  /** Which of the shipped sites has the atlas at the root. */
  site: Site;
  /** Listen at the IPv6 address of this computer as well. */
  withSix: boolean;
  /** Without the file for Brotli, as where its modules are not installed. */
  withoutBrotli: boolean;
  /** The place in a store of which `atlas-store` asks, as `http://host:port/bucket/atlas`. */
  store: string | null;
  /** The file with the certificate of `atlas-https`, and that with its key. */
  certificate: readonly [certificate: string, key: string];
  /** Where each request is noted, or null. */
  accessLog: string | null;
}

/**
 * Writes the shipped example configuration as it would lie in /etc/nginx, with nothing changed but ports and folders,
 * and around it a main file in the place of Debian's; gives the path of that.
 */
export function writeConfiguration(setting: Setting): string {
  const { folder, served, others, ports, site, withSix, withoutBrotli, store, certificate } = setting;
  const seen = new Set<string>();
  const { origin, pathname } = new URL(store ?? 'http://127.0.0.1/nothing');
  const places = (port: number): Placeholders => ({
    '/srv/atlas/': `${served}/`,
    '/var/www/html': others,
    '/var/cache/nginx/atlas': join(folder, 'cache'),
    'https://store.example.org': origin,
    '/BUCKET/atlas': pathname,
    '/etc/letsencrypt/live/atlas.example.org/fullchain.pem': certificate[0],
    '/etc/letsencrypt/live/atlas.example.org/privkey.pem': certificate[1],
    'listen 80;': `listen 127.0.0.1:${port};`,
    'listen 443 ssl http2;': `listen 127.0.0.1:${ports.secure} ssl http2;`,
    'listen [::]:80;': withSix ? `listen [::1]:${port};` : '',
    'listen [::]:443 ssl http2;': withSix ? `listen [::1]:${ports.secure} ssl http2;` : '',
  });
  for (const path of pathsIn(examples)) {
    if (withoutBrotli && path === 'snippets/atlas-brotli.conf') continue;
    const port = path === 'sites-available/atlas-subpath' ? ports.subpath : ports.root;
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, withPlaces(readFileSync(join(examples, path), 'utf8'), places(port), seen));
  }
  for (const placeholder of Object.keys(places(0))) {
    if (!seen.has(placeholder))
      throw new Error(
        `examples/nginx has no “${placeholder}” any more: it is what a publisher changes there.`,
      );
  }
  mkdirSync(join(folder, 'sites-enabled'));
  for (const enabled of [site, 'atlas-subpath'])
    symlinkSync(join('..', 'sites-available', enabled), join(folder, 'sites-enabled', enabled));
  cpSync('/etc/nginx/mime.types', join(folder, 'mime.types'));
  const main = join(folder, 'nginx.conf');
  writeFileSync(main, mainFile(setting));
  return main;
}

/** What stands in for Debian's nginx.conf: the same order of things, in folders of its own. */
function mainFile({ folder, accessLog }: Setting): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `    ${name}_temp_path ${join(folder, name)};`)
    .join('\n');
  // Its workers are to see folders that are only for whoever runs the test.
  const user = process.getuid?.() === 0 ? `user ${userInfo().username};\n` : '';
  return `${user}daemon off;
worker_processes auto;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')} warn;
include /etc/nginx/modules-enabled/*.conf;

events {
    worker_connections 1024;
}

http {
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include mime.types;
    default_type application/octet-stream;
    log_format visit escape=json '{"method":"$request_method","path":"$request_uri","status":$status,"bytes":$bytes_sent,'
        '"encoding":"$http_accept_encoding","known":"$http_if_none_match"}';
    access_log ${accessLog ? `${accessLog} visit` : 'off'};
    gzip on;
${temporary}
    include conf.d/*.conf;
    include sites-enabled/*;
}
`;
}
