import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ask } from './ask.ts';
import { withPlaces } from './configuration.ts';
import type { Findings } from './findings.ts';
import type { NginxServer } from './server.ts';

const script = fileURLToPath(new URL('../../examples/publish.sh', import.meta.url));

/** Publishes a second release with the shipped script, which is asked for meanwhile, and goes back to the first. */
export async function checkReleases(findings: Findings, server: NginxServer): Promise<void> {
  const before = await ask(server.root, '/');
  const [, old = ''] = /src="\.\/(assets\/[^"]+\.js)"/u.exec(before.body.toString()) ?? [];
  server.writeRelease('2', (site, policy) => {
    writeFileSync(`${site}/index.html`, before.body.toString().replace('<head>', '<head><!-- second -->'));
    writeFileSync(
      policy,
      readFileSync(policy, 'utf8').replaceAll("frame-ancestors 'self'", "frame-ancestors 'none'"),
    );
    return [old];
  });
  let failures = 0;
  let isOver = false;
  const visitor = async () => {
    for (; !isOver; ) failures += (await ask(server.root, '/')).status === 200 ? 0 : 1;
  };
  const publish = async (name: string) => {
    isOver = false;
    const visiting = visitor();
    try {
      await server.runScript((places) => withPlaces(readFileSync(script, 'utf8'), places, new Set()), name);
    } finally {
      isOver = true;
      await visiting;
    }
    return ask(server.root, '/');
  };
  const second = await publish('2');
  findings.holds('the second release is not there', second.body.includes('<!-- second -->'));
  findings.holds(
    'the policy of the second release is not there',
    /frame-ancestors 'none'/u.test(String(second.headers['content-security-policy'])),
  );
  findings.same(`a part of the first release, ${old}`, (await ask(server.root, `/${old}`)).status, 200);
  const first = await publish('1');
  findings.holds('the first release is not back', first.body.equals(before.body));
  findings.same(
    'the policy of the first release',
    first.headers['content-security-policy'],
    before.headers['content-security-policy'],
  );
  findings.same('pages that a visitor missed meanwhile', failures, 0);
  const refused = await publish('no-such-release').then(
    () => '',
    (error: Error) => error.message,
  );
  findings.holds('a release that is not there is published', /no-such-release is no release/u.test(refused));
}
