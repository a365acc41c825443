import type { Browser, Page } from '@playwright/test';
import type { Form } from './forms.ts';
import type { PacedServer } from './paced-server.ts';
import { province } from './province.ts';
import type { Result } from './tiles-report.ts';

/** After this a browser has given up, whatever it is still doing. */
const patience = 180_000;
const viewport = { width: 1280, height: 800 };

/** What bench/tiles/page/main.ts puts into its window. */
interface Bench {
  settledAfter?: number;
  look?: (lng: number, lat: number, zoom: number) => Promise<number>;
}

/** Opens the page with the data of the server, in this form, and looks at three more places; null where that fails. */
export async function visit(
  browser: Browser,
  server: PacedServer,
  form: Form,
  city: { lng: number; lat: number },
): Promise<Result | null> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    const crashed = new Promise<never>((_, failed) =>
      page.once('crash', () => failed(new Error('the tab died'))),
    );
    const measured = await Promise.race([measure(page, server, form, city), crashed, giveUp()]);
    if (problems.length > 0) throw new Error(problems.join('; '));
    return measured;
  } catch (error) {
    console.error(`${form}: ${(error as Error).message.split('\n')[0]}`);
    return null;
  } finally {
    await context.close();
  }
}

async function measure(
  page: Page,
  server: PacedServer,
  form: Form,
  { lng, lat }: { lng: number; lat: number },
): Promise<Result> {
  server.sent = { requests: 0, bytes: 0 };
  const query = new URLSearchParams({ form, data: `data/${server.data?.name}`, bounds: province.join(',') });
  await page.goto(`${server.address}?${query}`, { timeout: patience });
  await page.locator('html[data-drawn]').waitFor({ state: 'attached' });
  const drawn = Number(await page.locator('html').getAttribute('data-drawn'));
  if (drawn < 10) throw new Error(`only ${drawn} marks are drawn`);
  const settled = await page.evaluate(() => (window as { bench?: Bench }).bench?.settledAfter ?? Number.NaN);
  const first = { ...server.sent };
  const views: [number, number, number][] = [
    [lng, lat, 9.5],
    [lng, lat, 12],
    [lng + 0.15, lat, 12],
  ];
  let looking = 0;
  for (const view of views)
    looking += await page.evaluate(
      (at) => (window as { bench?: Bench }).bench?.look?.(...at) ?? Number.NaN,
      view,
    );
  const all = { ...server.sent };
  return {
    firstBytes: first.bytes,
    firstRequests: first.requests,
    settled,
    allBytes: all.bytes,
    allRequests: all.requests,
    looking,
    memory: await memoryOf(page),
  };
}

/** The memory of page and workers in bytes, or null where the browser does not tell. */
function memoryOf(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const { performance: asked } = window as unknown as {
      performance: { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> };
    };
    const measured = await Promise.race([
      asked.measureUserAgentSpecificMemory?.(),
      new Promise<undefined>((done) => {
        setTimeout(done, 20_000);
      }),
    ]);
    return measured?.bytes ?? null;
  });
}

function giveUp(): Promise<never> {
  return new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`not done after ${patience / 1000} s`)), patience).unref();
  });
}
