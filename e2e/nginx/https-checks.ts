import { connect } from 'node:http2';
import { connect as connectSecurely, type TLSSocket } from 'node:tls';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { ask } from './ask.ts';
import type { Findings } from './findings.ts';
import { hasSix, type NginxServer } from './server.ts';
import { checkWithoutServer, openAndKeep } from './visits.ts';

/** Asks for the way from http to https, HTTP/2, old versions of TLS, and IPv6. */
export async function checkHttps(findings: Findings, server: NginxServer): Promise<void> {
  const redirected = await ask(server.plain, '/items.html?lang=en');
  findings.same(
    'from http to https',
    [redirected.status, redirected.headers.location],
    [301, 'https://127.0.0.1/items.html?lang=en'],
  );
  const { hostname, port } = new URL(server.root);
  const session = connect(server.root, { rejectUnauthorized: false });
  const stream = session.request({ ':path': '/', 'accept-encoding': 'gzip, deflate, br' });
  const headers = await new Promise<Record<string, unknown>>((done, failed) => {
    stream.once('response', done);
    stream.once('error', failed);
    session.once('error', failed);
  });
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  session.close();
  findings.same(
    'over HTTP/2: status and encoding',
    [headers[':status'], headers['content-encoding']],
    [200, 'br'],
  );
  const page = brotliDecompressSync(Buffer.concat(parts)).toString();
  findings.same('over HTTP/2: the page', page, (await ask(server.root, '/')).body.toString());
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
    findings.same(`${version}`, await spoken(version), version);
  findings.same('TLSv1.1', await spoken('TLSv1.1'), null);
  if (hasSix) {
    const answer = await ask(server.root.replace('127.0.0.1', '[::1]'), '/');
    findings.same('over IPv6', [answer.status, answer.body.toString()], [200, page]);
    const plain = await ask(server.plain.replace('127.0.0.1', '[::1]'), '/');
    findings.same('over IPv6 without https', plain.status, 301);
  } else console.log('IPv6: not looked at, for this computer has no address of it');

  /** The version that is spoken where only this one is offered, or null where it is refused. */
  function spoken(version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<string | null> {
    return new Promise((done) => {
      const socket: TLSSocket = connectSecurely(
        {
          host: hostname,
          port: Number(port),
          minVersion: version,
          maxVersion: version,
          rejectUnauthorized: false,
          // Without this, the client itself would be too strict for the old version.
          ciphers: 'DEFAULT@SECLEVEL=0',
        },
        () => {
          done(socket.getProtocol());
          socket.end();
        },
      );
      socket.once('error', () => done(null));
    });
  }
}

/** Opens the app over https, where browsers ask for Brotli and speak HTTP/2, and once more when nginx is gone. */
export async function checkSecureApp(
  findings: Findings,
  server: NginxServer,
  browser: Browser,
): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', ignoreHTTPSErrors: true });
  const encodings = new Set<string | null>();
  context.on('response', async (response) => {
    if (response.url() === server.root) encodings.add(await response.headerValue('content-encoding'));
  });
  const page = await openAndKeep(findings, context, server.root, []);
  const protocols = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => (entry as PerformanceResourceTiming).nextHopProtocol,
    ),
  );
  findings.same('the encoding that Chromium is sent over https', [...encodings], ['br']);
  findings.holds(
    'Chromium does not speak HTTP/2',
    protocols.includes('h2') && !protocols.includes('http/1.1'),
  );
  await server.halt();
  await checkWithoutServer(findings, page);
  await context.close();
}
