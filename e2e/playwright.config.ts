import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browserFlags, canUseSandbox, findBrowser } from './browser.ts';
import { thisMachine } from './machine.ts';

const machine = thisMachine();
const browser = findBrowser(machine);
if (!browser) throw new Error('The journeys need a browser: npm run test:prepare finds or installs one.');

/** The built output that the journeys visit; another one may be named, to leave `dist` alone. */
const folder = process.env.ATLAS_DIST ?? 'dist';

/** The journeys, in Chromium, on the built output. */
export default defineConfig({
  testMatch: '*.journey.ts',
  // Journeys that take long and guard what seldom breaks run with the matrices, in `npm run test:full`.
  grepInvert: /@full/,
  outputDir: '../test-results',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // The map is drawn in software here, which is slow.
  timeout: 150_000,
  expect: { timeout: 30_000 },
  webServer: {
    command: `"${process.execPath}" --import tsx e2e/serve.ts "${folder}"`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    // Playwright puts what the named group catches into the environment variable of that name.
    wait: { stdout: /Serving .+ at (?<atlas_address>\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
  use: {
    browserName: 'chromium',
    baseURL: process.env.ATLAS_ADDRESS,
    locale: 'zh-CN',
    // A small laptop whose pixels are coarse: without a graphics card the time to draw the map grows with
    // their number. Journeys that judge the picture use fine ones.
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: 0.5,
    // Journeys about motion ask for it; in the others the camera jumps instead of flying.
    contextOptions: { reducedMotion: 'reduce' },
    // A browser that keeps the site has journeys of its own; the others ask the server.
    serviceWorkers: 'block',
    // Keeping the page's state at every step would take an eighth of the time: ask for it with `--trace on`.
    trace: 'off',
    launchOptions: {
      executablePath: browser.path,
      // Without a sandbox Playwright adds --no-sandbox by itself.
      chromiumSandbox: canUseSandbox(machine, browser),
      args: [...browserFlags],
    },
  },
});
