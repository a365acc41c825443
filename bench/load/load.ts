/**
 * `npm run bench:load [-- --seconds 30] [-- --write]`: how many visits Debian's nginx serves with the shipped example
 * configuration, on this computer alone, with bounds of count and time. It reports and never fails on a number; `--write`
 * puts the figures into docs/DEPLOY.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserFlags, canUseSandbox, prepareBrowser } from '../../e2e/browser.ts';
import { builtApp, requireBuiltApp } from '../../e2e/built-app.ts';
import { failure, thisMachine } from '../../e2e/machine.ts';
import { NginxServer } from '../../e2e/nginx/server.ts';
import { nginx, prepareTool, wrk } from '../../e2e/nginx/tools.ts';
import { openSettled, waitUntilKept } from '../../e2e/nginx/visits.ts';
import { withSection } from '../marked-section.ts';
import { type Load, type LoadRun, loadReport } from './load-report.ts';
import { readVisits, type Visit, visitOf } from './visit-log.ts';
import { type Run, readRun, wrkScript } from './wrk.ts';

const document = fileURLToPath(new URL('../../docs/DEPLOY.md', import.meta.url));
const connections = [16, 64, 256];
const machine = thisMachine();
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '30' }, write: { type: 'boolean', default: false } },
});
/** Seconds of each run: at least one, and never long enough to wear a computer out. */
const seconds = Math.min(60, Math.max(1, Number(values.seconds) || 30));
const warmUp = Math.ceil(seconds / 3);

async function main(): Promise<void> {
  requireBuiltApp();
  const program = prepareTool(machine, nginx);
  const generator = program && prepareTool(machine, wrk);
  if (!program || !generator) {
    process.exitCode = 1;
    return;
  }
  const visits = await recordVisits(program);
  if (!visits) {
    process.exitCode = 1;
    return;
  }
  const runs = await runLoads(program, generator, visits);
  const report = loadReport({ visits, runs, seconds, machine: machineName(program) });
  console.log(`\n${report}\n`);
  const [load = 0] = loadavg();
  console.log(
    `load of the last minute ${load.toFixed(1)}: the runs alone make about ${availableParallelism()}`,
  );
  if (values.write) writeFileSync(document, withSection(readFileSync(document, 'utf8'), 'load', report));
}

/** What Chromium asks for: the page without a service worker, the whole first visit, and the next one. */
async function recordVisits(program: string): Promise<Load['visits'] | null> {
  const found = prepareBrowser(machine);
  if (!found) return null;
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: canUseSandbox(machine, found),
    args: [...browserFlags],
  });
  const server = await NginxServer.start({ program, built: builtApp, log: true });
  let read = 0;
  const sinceThen = async (): Promise<Visit> => {
    const noted = () => readVisits(readFileSync(server.accessLog, 'utf8'));
    // nginx notes a request when its answer is out; the browser looks for a newer version when it finds the time.
    for (let quiet = 0, before = read, tries = 0; tries < 60 && (quiet < 4 || before === read); tries += 1) {
      await wait(1000);
      const now = noted().length;
      quiet = now === before ? quiet + 1 : 0;
      before = now;
    }
    const requests = noted();
    const from = read;
    read = requests.length;
    return visitOf(requests.slice(from).filter(({ method }) => method === 'GET'));
  };
  try {
    const bare = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
    await openSettled(await bare.newPage(), server.root);
    const page = await sinceThen();
    await bare.close();
    const context = await browser.newContext({ locale: 'zh-CN' });
    const tab = await context.newPage();
    await openSettled(tab, server.root);
    await waitUntilKept(tab);
    const first = await sinceThen();
    await tab.close();
    await openSettled(await context.newPage(), server.root);
    const again = await sinceThen();
    return { page, first, again };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function runLoads(program: string, generator: string, visits: Load['visits']): Promise<LoadRun[]> {
  const server = await NginxServer.start({ program, built: builtApp });
  const folder = mkdtempSync(join(tmpdir(), 'atlas-load-'));
  try {
    const runs: LoadRun[] = [];
    for (const kind of ['first', 'again'] as const) {
      const script = join(folder, `${kind}.lua`);
      writeFileSync(script, wrkScript(visits[kind].requests));
      const load = (open: number, time: number): Run => {
        const args = ['-t1', `-c${open}`, `-d${time}s`, '--latency', '-s', script, server.root];
        const outcome = machine.run(generator, args, 3);
        if (!outcome.ok) throw new Error(`wrk failed: ${failure(outcome)}`);
        return readRun(outcome.output);
      };
      load(64, warmUp);
      for (const open of connections) {
        runs.push({ kind, connections: open, run: load(open, seconds) });
        console.log(`${kind} visit, ${open} connections: done`);
      }
    }
    return runs;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function machineName(program: string): string {
  const [cpu] = cpus();
  // nginx writes its version to the error output.
  const version =
    machine
      .run('sh', ['-c', `${program} -v 2>&1`])
      .output.split('/')
      .pop() ?? '';
  return `${availableParallelism()} cores of ${cpu?.model ?? 'an unknown processor'}, nginx ${version}`;
}

await main();
