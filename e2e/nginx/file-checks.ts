import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headerPolicy, pagePolicies, policyInPage } from '../../deploy/header-policy.ts';
import { isCompressible } from '../../deploy/served-files.ts';
import { type KeptFile, serviceWorkerName } from '../../deploy/service-worker.ts';
import { pathsIn, servedHeaders } from '../../deploy/write-served-files.ts';
import { type Answer, ask } from './ask.ts';
import type { Findings } from './findings.ts';

/** What a client says it can unpack, and what it gets then of a file that is worth compressing. */
const encodings = [
  { accepted: 'gzip, deflate, br', brotli: 'br', bare: 'gzip' },
  { accepted: 'gzip', brotli: 'gzip', bare: 'gzip' },
  { accepted: undefined, brotli: undefined, bare: undefined },
] as const;

/** Below this a server leaves a file as it is, where it has to compress on the way (`gzip_min_length`). */
const leastLength = 1024;

/** Asks for every file of the built site in every encoding: content, kind, how long it is kept, policy, and 304. */
export async function checkFiles(
  findings: Findings,
  { address, built, bare }: { address: string; built: string; bare: boolean },
  embedOrigins: readonly string[],
): Promise<void> {
  const paths = pathsIn(built);
  const read = (path: string) => readFileSync(join(built, path));
  const pages = paths.filter((path) => path.endsWith('.html'));
  const policies = pagePolicies(
    Object.fromEntries(pages.map((path) => [path, read(path).toString()])),
    'listed',
    embedOrigins,
  );
  const headers = servedHeaders(paths, policies);
  const listed = new Map(
    keptList(read(serviceWorkerName).toString()).map(({ path, sha256 }) => [path, sha256]),
  );
  const { pathname } = new URL(address);
  for (const path of paths) {
    const own = read(path);
    for (const { accepted, brotli, bare: onTheWay } of encodings) {
      const name = `${pathname}${path} for ${accepted ?? 'no encoding'}`;
      const asked: Record<string, string> = accepted ? { 'accept-encoding': accepted } : {};
      const answer = await ask(address, `${pathname}${path === 'index.html' ? '' : path}`, asked);
      const { 'content-encoding': encoding, etag } = answer.headers;
      findings.same(`${name}: status`, answer.status, 200);
      const content = unpacked(answer);
      findings.holds(`${name}: is not as it was built`, content?.equals(own) ?? false);
      const kept = listed.get(path === 'index.html' ? './' : path);
      if (kept) findings.same(`${name}: SHA-256 in the service worker’s list`, digest(content), kept);
      const isSmall = own.length < leastLength;
      if (!isCompressible(path)) findings.same(`${name}: encoding`, encoding, undefined);
      else if (!isSmall) findings.same(`${name}: encoding`, encoding, bare ? onTheWay : brotli);
      for (const [header, value] of Object.entries(headers[path] ?? {}))
        findings.same(`${name}: ${header}`, answer.headers[header], value);
      if (isCompressible(path) && !isSmall)
        findings.holds(`${name}: vary`, /accept-encoding/iu.test(String(answer.headers.vary)));
      findings.holds(`${name}: names the server’s version`, !/\d/u.test(String(answer.headers.server)));
      const again = await ask(address, `${pathname}${path}`, { ...asked, 'if-none-match': etag ?? '' });
      findings.same(`${name}: the same again`, [again.status, again.body.length], [304, 0]);
      findings.same(`${name}: kept`, again.headers['cache-control'], headers[path]?.['cache-control']);
    }
  }
  const page = read('index.html').toString();
  const answer = await ask(address, pathname);
  findings.same(
    'the policy of the page, as a header',
    answer.headers['content-security-policy'],
    headerPolicy(policyInPage(page) ?? 'none', 'listed', embedOrigins),
  );
}

/** The list in a built service worker. */
function keptList(worker: string): KeptFile[] {
  const [, json] = /^const built = (\{.*\});$/mu.exec(worker) ?? [];
  if (!json) throw new Error(`${serviceWorkerName} does not begin with its list.`);
  return (JSON.parse(json) as { files: KeptFile[] }).files;
}

function digest(content: Buffer | null): string | null {
  return content && createHash('sha256').update(content).digest('base64');
}

/** The content of an answer, or null where it cannot be unpacked. */
function unpacked({ headers, body }: Answer): Buffer | null {
  const encoding = headers['content-encoding'];
  try {
    if (encoding === 'br') return brotliDecompressSync(body);
    return encoding === 'gzip' ? gunzipSync(body) : body;
  } catch (error) {
    console.error(`${encoding}: ${(error as Error).message}`);
    return null;
  }
}
