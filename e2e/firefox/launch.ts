import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { Setting } from './check.ts';
import type { Screen } from './screen.ts';

/** A Firefox with a profile of its own, and a folder of its own with the `downloads` in it. */
export interface Firefox {
  readonly browser: Browser;
  readonly folder: string;
  /** Closes it and removes its profile. */
  close(): Promise<void>;
}

type Preferences = Readonly<Record<string, string | number | boolean>>;

/** What sets each Firefox apart. */
export const settings: Readonly<Record<Setting, Preferences>> = {
  // A browser that keeps the site has a check of its own; the others ask the server.
  usual: { 'dom.serviceWorkers.enabled': false },
  'without WebGL': { 'dom.serviceWorkers.enabled': false, 'webgl.disabled': true },
  'keeping the site': {},
};

/** The viewport of a small laptop. */
export const laptop = { width: 1280, height: 720, deviceScaleFactor: 1 } as const;

/** Starts a Firefox on the screen, over WebDriver BiDi; `more` are preferences beside those that every one has. */
export async function launchFirefox(
  path: string,
  screen: Screen | null,
  more: Preferences,
): Promise<Firefox> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-firefox-'));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', clear);
  const downloads = join(folder, 'downloads');
  // Firefox keeps some things beside its profile: a home of its own leaves the person's alone.
  for (const name of [downloads, join(folder, 'home'), join(folder, 'profile')]) mkdirSync(name);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    userDataDir: join(folder, 'profile'),
    // Without a screen Firefox has no WebGL.
    headless: false,
    args: ['--width', '1500', '--height', '1100'],
    env: {
      ...process.env,
      HOME: join(folder, 'home'),
      ...(screen && { DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_ENABLE_WAYLAND: '0' }),
    },
    extraPrefsFirefox: { ...common(downloads), ...more },
    defaultViewport: laptop,
    protocolTimeout: 240_000,
    // A signal ends this process, and with it all that it started.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  // Once more, after what ends Firefox.
  process.once('exit', clear);
  return {
    browser,
    folder,
    async close() {
      await browser.close();
      clear();
    },
  };
}

/** https://firefox-source-docs.mozilla.org/ and about:config name these. */
function common(downloads: string): Preferences {
  return {
    'intl.accept_languages': 'zh-CN',
    'webgl.force-enabled': true,
    // No network beside this computer.
    'network.proxy.type': 0,
    'network.dns.disabled': true,
    // The camera jumps instead of flying.
    'ui.prefersReducedMotion': 1,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream',
  };
}
