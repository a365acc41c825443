import { randomBytes } from 'node:crypto';
import { ask } from './ask.ts';
import type { Findings } from './findings.ts';

/** Paths that lead out of the site, or to what is no file of it; from the site's own path. */
const nowhere = [
  'no-such-page',
  'assets/no-such-BLnAQYWV.js',
  'assets',
  'assets/',
  'data/',
  'data/base/',
  'index.html/',
  '../policy.conf',
  '../../etc/passwd',
  '%2e%2e/policy.conf',
  '..%2fpolicy.conf',
  'assets/..%2f..%2fpolicy.conf',
  'assets/%2e%2e/%2e%2e/policy.conf',
  'assets/..\\..\\policy.conf',
  './/..//policy.conf',
  '%00',
];

/** Asks for what must not be had: unknown files, folders, and ways out of the site. */
export async function checkRefusals(findings: Findings, address: string): Promise<void> {
  const { pathname } = new URL(address);
  // The last ones go by the path of the site without its slash, the classic slip of an alias.
  const paths = [
    ...nowhere.map((path) => pathname + path),
    `${pathname.slice(0, -1)}../policy.conf`,
    '/..;/policy.conf',
  ];
  for (const path of paths) {
    const { status, headers, body } = await ask(address, path);
    findings.holds(`${path}: answered with ${status}, neither 400 nor 404`, status === 404 || status === 400);
    findings.holds(
      `${path}: gives away what it should not`,
      !/atlas_policy|root:|items\.geojson/u.test(body.toString()),
    );
    if (status === 404 && path.startsWith(pathname) && !path.includes('..') && !path.includes('%')) {
      findings.same(`${path}: kept`, headers['cache-control'], 'no-cache');
      findings.same(`${path}: nosniff`, headers['x-content-type-options'], 'nosniff');
      findings.holds(`${path}: has no policy`, headers['content-security-policy'] !== undefined);
    }
  }
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const { status } = await ask(address, `${pathname}index.html`, {}, method);
    findings.holds(`${method} is answered with ${status}`, status === 405);
  }
}

const archive = 'tiles/items-1.pmtiles';

/** The published site, where an archive of tiles can be put into it, and be taken out again (`null`). */
interface Shelf {
  address: string;
  put: (path: string, content: Buffer | null) => void | Promise<void>;
  /** Whether what serves it looks at `If-Range`. Maps do not ask so: an archive is never changed under its name. */
  comparesVersions: boolean;
}

/** Puts an archive of tiles into the site, and asks for parts of it as a map does. */
export async function checkRanges(
  findings: Findings,
  { address, put, comparesVersions }: Shelf,
): Promise<void> {
  const content = randomBytes(100_000);
  await put(archive, content);
  try {
    const path = `${new URL(address).pathname}${archive}`;
    const asked = (range: string, headers = {}) =>
      ask(address, path, { range, 'accept-encoding': 'gzip, deflate, br', ...headers });
    const part = await asked('bytes=500-1499');
    findings.same('a part: status', part.status, 206);
    findings.holds('a part: is another one', part.body.equals(content.subarray(500, 1500)));
    findings.same('a part: range', part.headers['content-range'], 'bytes 500-1499/100000');
    findings.same('a part: encoding', part.headers['content-encoding'], undefined);
    findings.same('a part: kind', part.headers['content-type'], 'application/vnd.pmtiles');
    findings.same('a part: readers', part.headers['access-control-allow-origin'], '*');
    findings.same('a part: kept', part.headers['cache-control'], 'public, max-age=31536000, immutable');
    const same = await asked('bytes=0-9', { 'if-range': part.headers.etag ?? '' });
    findings.same('a part of the same version', same.status, 206);
    if (comparesVersions) {
      const other = await asked('bytes=0-9', { 'if-range': '"another"' });
      findings.same('a part of another version', [other.status, other.body.length], [200, content.length]);
    } else console.log('If-Range: not looked at, for the store of this test does not know it');
    findings.same('a part beyond the end', (await asked('bytes=100000-100009')).status, 416);
  } finally {
    await put(archive, null);
  }
}

/** The site around the atlas on a subpath goes its own way, and leads to it. */
export async function checkNeighbours(findings: Findings, other: string): Promise<void> {
  const page = await ask(other, '/');
  findings.same(
    'another page of the site',
    [page.status, page.headers['content-security-policy']],
    [200, undefined],
  );
  const toAtlas = await ask(other, '/atlas?sector=transport');
  findings.same('/atlas', [toAtlas.status, toAtlas.headers.location], [301, '/atlas/?sector=transport']);
  findings.same('/atlasx', (await ask(other, '/atlasx')).status, 404);
}
