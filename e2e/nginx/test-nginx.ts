/**
 * `npm run test:nginx`: runs Debian's nginx on this computer alone with the shipped example configuration and the built
 * site, and asks it for everything that docs/DEPLOY.md promises: every file in every encoding, at the root and on a
 * subpath, with and without Brotli; what must be refused; and the app itself in Chromium, until it works without nginx.
 */
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, canUseSandbox, prepareBrowser } from '../browser.ts';
import { builtApp, requireBuiltApp } from '../built-app.ts';
import { thisMachine } from '../machine.ts';
import { checkFiles } from './file-checks.ts';
import { Findings } from './findings.ts';
import { checkHttps, checkSecureApp } from './https-checks.ts';
import { checkNeighbours, checkRanges, checkRefusals } from './refusal-checks.ts';
import { checkReleases } from './release-checks.ts';
import { NginxServer, type Options } from './server.ts';
import { nginx, prepareTool } from './tools.ts';
import { checkFrame, checkWithoutServer, openAndKeep } from './visits.ts';

const machine = thisMachine();
const findings = new Findings();

async function main(): Promise<void> {
  requireBuiltApp();
  const program = prepareTool(machine, nginx);
  const found = program && prepareBrowser(machine);
  if (!program || !found) {
    process.exitCode = 1;
    return;
  }
  await part('without Brotli, compressed on the way', { program, built: builtApp, bare: true }, (server) =>
    checkAnswers(server, true),
  );
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: canUseSandbox(machine, found),
    // For the certificate of the test, with which Chromium would keep nothing.
    args: [...browserFlags, '--ignore-certificate-errors'],
  });
  try {
    await part(
      'with Brotli, compressed beforehand, and in Chromium',
      { program, built: builtApp },
      async (server) => {
        await checkAnswers(server, false);
        await checkReleases(findings, server);
        await checkApp(server, browser);
      },
    );
    await part('over https', { program, built: builtApp, site: 'atlas-https' }, async (server) => {
      const listed = [new URL(server.other).origin];
      await checkFiles(findings, { address: server.root, built: builtApp, bare: false }, listed);
      await checkHttps(findings, server);
      await checkSecureApp(findings, server, browser);
    });
  } finally {
    await browser.close();
  }
  findings.tell();
}

/** One part of the test with a server of its own, which is stopped whatever comes. */
async function part(
  name: string,
  options: Options,
  check: (server: NginxServer) => Promise<void>,
): Promise<void> {
  const before = findings.looked;
  const server = await NginxServer.start(options);
  try {
    await check(server);
    findings.same(`${name}: complaints of nginx`, server.seriousComplaints(), []);
  } catch (error) {
    // What was found until then is told all the same.
    findings.holds(`${name}: ${(error as Error).message}`, false);
  } finally {
    await server.stop();
  }
  console.log(`${name}: ${findings.looked - before} looked at`);
}

async function checkAnswers(server: NginxServer, bare: boolean): Promise<void> {
  const listed = [new URL(server.other).origin];
  for (const address of [server.root, server.subpath]) {
    await checkFiles(findings, { address, built: builtApp, bare }, listed);
    await checkRefusals(findings, address);
    await checkRanges(findings, {
      address,
      put: (path, content) => server.put(path, content),
      comparesVersions: true,
    });
  }
  await checkNeighbours(findings, server.other);
}

/** The app at both places: opened, kept, and opened again when nginx is gone. */
async function checkApp(server: NginxServer, browser: Browser): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });
  const origins = [new URL(server.root).origin, new URL(server.other).origin];
  const pages = [];
  for (const address of [server.root, server.subpath])
    pages.push(await openAndKeep(findings, context, address, origins));
  const framing = await browser.newContext({ locale: 'zh-CN' });
  await checkFrame(findings, framing, `${server.other}frame.html`, true);
  await checkFrame(findings, framing, `${server.other.replace('127.0.0.1', 'localhost')}frame.html`, false);
  await framing.close();
  await server.halt();
  for (const page of pages) await checkWithoutServer(findings, page);
  await context.close();
}

await main();
