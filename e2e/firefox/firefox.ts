/**
 * `npm run test:firefox`: the core journeys in Firefox, on the built app from a server and as the single file from the
 * disk. Firefox has a window on a screen in memory, where Mesa draws WebGL without a graphics card, and is driven over
 * WebDriver BiDi. What is missing is installed where packages can be; where not, the command says what is needed, that
 * nothing was tested, and ends with 2. It ends with 1 when a check fails. `npx tsx e2e/firefox/firefox.ts WORD` makes
 * only the checks that have the word in them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FeatureCollection } from 'geojson';
import { singleFileName } from '../../deploy/single-file.ts';
import type { OpenItem } from '../atlas.ts';
import { builtApp, requireBuiltApp } from '../built-app.ts';
import { prepareFonts } from '../fonts.ts';
import { thisMachine } from '../machine.ts';
import { serve } from '../serve.ts';
import { badDays } from './bad-days.ts';
import { browsing } from './browsing.ts';
import type { Check, Setting, Source } from './check.ts';
import { faces } from './faces.ts';
import { type Firefox, laptop, launchFirefox, settings } from './launch.ts';
import { making } from './making.ts';
import { presenting } from './presenting.ts';
import { reading } from './reading.ts';
import { type Screen, startScreen } from './screen.ts';
import { prepareFirefox } from './tools.ts';
import { Visit } from './visit.ts';
import { watch } from './watch.ts';

const word = process.argv[2] ?? '';
const sources = { served: 'from a server', file: 'the single file, from the disk' } as const;
const checks = [...browsing, ...reading, ...presenting, ...making, ...faces, ...badDays].filter(({ says }) =>
  says.includes(word),
);

/** What became of the checks. */
const tally = { ok: 0, failed: 0 };

async function main(): Promise<void> {
  requireBuiltApp();
  const file = join(builtApp, singleFileName());
  if (!existsSync(file)) throw new Error(`${file} is not there: build the app first (npm run build).`);
  const machine = thisMachine();
  const tools = prepareFirefox(machine);
  if (!tools) {
    console.error('Nothing was tested in Firefox.');
    process.exitCode = 2;
    return;
  }
  prepareFonts(machine);
  const { features } = JSON.parse(
    readFileSync(join(builtApp, 'data/items.geojson'), 'utf8'),
  ) as FeatureCollection;
  const items = features as OpenItem[];
  const { server, address } = await serve(builtApp);
  const homes: Record<Source, string> = { served: address, file: pathToFileURL(file).href };
  let screen: Screen | null = null;
  const begun = Date.now();
  try {
    screen = tools.xvfb ? await startScreen(tools.xvfb) : null;
    for (const setting of Object.keys(settings) as Setting[]) {
      const chosen = checks.filter((check) => (check.setting ?? 'usual') === setting);
      if (chosen.length === 0) continue;
      const firefox = await launchFirefox(tools.firefox, screen, settings[setting]);
      try {
        for (const source of ['served', 'file'] as const) {
          const here = chosen.filter(({ on }) => on.includes(source));
          if (here.length > 0) console.log(`\n${sources[source]}, Firefox ${setting}`);
          for (const check of here) await make(check, firefox, homes[source], items);
        }
      } finally {
        await firefox.close();
      }
    }
  } finally {
    screen?.end();
    server.closeAllConnections();
    server.close();
  }
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
  console.log(
    `\n${tally.ok} ok, ${tally.failed} failed; ${minutes} minutes (${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)})`,
  );
  if (tally.failed > 0 || tally.ok === 0) process.exitCode = 1;
}

/** Makes one check in a tab that shares nothing with the others, and tells what came of it. */
async function make(check: Check, firefox: Firefox, home: string, items: readonly OpenItem[]): Promise<void> {
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(0)} s`;
  const context = await firefox.browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ ...laptop, ...check.viewport });
    if (!check.fullScreen)
      await page.evaluateOnNewDocument(() => {
        Reflect.deleteProperty(Element.prototype, 'requestFullscreen');
      });
    const offences = await watch(context, page, home);
    const visit = new Visit(page, home, items, firefox.folder);
    await check.run(visit);
    await visit.fitsTheWindow();
    if (offences.length > 0) throw new Error(offences.join('\n      '));
    tally.ok += 1;
    console.log(`  ok ${check.says} (${seconds()})`);
  } catch (error) {
    tally.failed += 1;
    const why = error instanceof Error ? error.message : String(error);
    console.log(`  ✗ ${check.says} (${seconds()})\n      ${why}`);
  } finally {
    await context.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
await main();
