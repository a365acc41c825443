/**
 * `npm run test:store`: uploads the built site with the script of `npm run deploy:files` to a server that speaks S3's
 * protocol, on this computer alone, and asks for all of it: from the store itself, and through nginx in the place of a CDN
 * with the shipped example configuration. The app is opened in Chromium from both, and when the store is down.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { pathsIn, writeServedFiles } from '../../deploy/write-served-files.ts';
import { browserFlags, canUseSandbox, prepareBrowser } from '../browser.ts';
import { builtApp, requireBuiltApp } from '../built-app.ts';
import { thisMachine } from '../machine.ts';
import { ask } from '../nginx/ask.ts';
import { checkFiles } from '../nginx/file-checks.ts';
import { Findings } from '../nginx/findings.ts';
import { checkRanges, checkRefusals } from '../nginx/refusal-checks.ts';
import { NginxServer } from '../nginx/server.ts';
import { aws, nginx, prepareTool } from '../nginx/tools.ts';
import { checkWithoutServer, openAndKeep, openSettled } from '../nginx/visits.ts';
import { StoreServer, storePackage } from './store-server.ts';

const machine = thisMachine();
const findings = new Findings();

async function main(): Promise<void> {
  requireBuiltApp();
  const client = prepareTool(machine, aws);
  const program = client && prepareTool(machine, nginx);
  const found = program && prepareBrowser(machine);
  const store = found && (await StoreServer.start(client));
  if (!store) {
    if (found) machine.say(`NOTHING WAS TESTED: npm cannot run ${storePackage}, the store of this test.`);
    process.exitCode = 1;
    return;
  }
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: canUseSandbox(machine, found),
    args: [...browserFlags],
  });
  const folder = mkdtempSync(join(tmpdir(), 'atlas-upload-'));
  try {
    await checkAll(store, program, browser, folder);
  } catch (error) {
    // What was found until then is told all the same.
    findings.holds((error as Error).message, false);
  } finally {
    await browser.close();
    await store.stop();
    rmSync(folder, { recursive: true });
  }
  findings.tell();
}

async function checkAll(
  store: StoreServer,
  program: string,
  browser: Browser,
  folder: string,
): Promise<void> {
  const release = join(folder, 'first');
  mkdirSync(release);
  writeServedFiles(builtApp, release, 'listed', []);
  await store.upload(release);
  await part('the store itself', () => checkStore(store, release));
  await part('the app from the store', () => checkApp(browser, `${store.address}/index.html`));
  const server = await NginxServer.start({
    program,
    built: builtApp,
    site: 'atlas-store',
    store: store.address,
  });
  try {
    await part('nginx before the store', async () => {
      // Of a file that nobody has asked for before, so that nginx has no copy of it.
      const { body } = await ask(server.root, '/icon.svg?acl');
      const icon = readFileSync(join(builtApp, 'icon.svg'));
      findings.holds('a query that is a command reaches the store', body.equals(icon));
      await checkFiles(findings, { address: server.root, built: builtApp, bare: false }, [
        new URL(server.other).origin,
      ]);
      await checkRefusals(findings, server.root);
      await checkRanges(findings, {
        address: server.root,
        put: (path, content) => store.put(path, content),
        comparesVersions: false,
      });
    });
    await part('a release and the way back', () => checkReleases(store, server, folder));
    await part('the app through nginx, and when the store is down', async () => {
      const page = await checkApp(browser, server.root);
      await store.stop();
      const context = await browser.newContext({ locale: 'zh-CN' });
      const opened = await openSettled(await context.newPage(), server.root).then(
        () => true,
        () => false,
      );
      findings.holds('the app does not open while the store is down', opened);
      await server.halt();
      await checkWithoutServer(findings, page);
    });
    findings.same('complaints of nginx', server.seriousComplaints(), []);
  } finally {
    await server.stop();
  }
}

async function part(name: string, check: () => Promise<unknown>): Promise<void> {
  const before = findings.looked;
  await check();
  console.log(`${name}: ${findings.looked - before} looked at`);
}

/** Every file as it lies in the store: content, kind and how long it is kept. */
async function checkStore(store: StoreServer, release: string): Promise<void> {
  const headers: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(release, 'headers.json'), 'utf8'),
  );
  const { origin, pathname } = new URL(store.address);
  for (const path of pathsIn(builtApp)) {
    const answer = await ask(origin, `${pathname}/${path}`);
    findings.same(`${path} in the store: status`, answer.status, 200);
    findings.holds(
      `${path} in the store: is not as it was built`,
      answer.body.equals(readFileSync(join(builtApp, path))),
    );
    for (const header of ['content-type', 'cache-control'])
      findings.same(`${path} in the store: ${header}`, answer.headers[header], headers[path]?.[header]);
  }
  findings.same(
    'compressed files in the store',
    (await ask(origin, `${pathname}/index.html.br`)).status,
    404,
  );
}

/** The app, opened and kept. */
async function checkApp(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });
  return openAndKeep(findings, context, address, [new URL(address).origin]);
}

/** Uploads a second release while the atlas is asked for, and then the first one again. */
async function checkReleases(store: StoreServer, server: NginxServer, folder: string): Promise<void> {
  const [, old = ''] = /src="\.\/(assets\/[^"]+\.js)"/u.exec(await pageOf(server)) ?? [];
  const changed = join(folder, 'changed');
  cpSync(builtApp, changed, { recursive: true });
  const page = readFileSync(join(builtApp, 'index.html'), 'utf8');
  writeFileSync(join(changed, 'index.html'), page.replace('<head>', '<head><!-- second -->'));
  rmSync(join(changed, old));
  const second = join(folder, 'second');
  mkdirSync(second);
  writeServedFiles(changed, second, 'listed', []);
  findings.same('pages missed while the second release came', await missedDuring(server, second), 0);
  findings.holds('the second release is not there', (await pageOf(server)).includes('<!-- second -->'));
  findings.same(`a part of the first release, ${old}`, (await ask(server.root, `/${old}`)).status, 200);
  const first = join(folder, 'first');
  findings.same('pages missed while the first release came back', await missedDuring(server, first), 0);
  findings.same('the page of the first release', await pageOf(server), page);

  /** Uploads a release; how many of the questions asked meanwhile had no page for an answer. */
  async function missedDuring({ root }: NginxServer, release: string): Promise<number> {
    let missed = 0;
    let isOver = false;
    const visitor = async () => {
      while (!isOver) {
        missed += (await ask(root, '/')).status === 200 ? 0 : 1;
        await wait(20);
      }
    };
    const visiting = visitor();
    try {
      await store.upload(release);
      // nginx hands out its copy for a second, and once more while it asks the store.
      await wait(1500);
      await ask(root, '/');
      await wait(500);
    } finally {
      isOver = true;
      await visiting;
    }
    return missed;
  }
}

async function pageOf(server: NginxServer): Promise<string> {
  return (await ask(server.root, '/')).body.toString();
}

await main();
