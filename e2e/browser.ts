import { posix, win32 } from 'node:path';
import { canInstallPackages, installPackages } from './debian.ts';
import { failure, type Machine } from './machine.ts';

/** A browser that was seen to start. */
export interface Browser {
  readonly path: string;
  readonly version: string;
}

/** How the browser is started, by journeys and benchmarks alike. */
export const browserFlags: readonly string[] = [
  // WebGL in software. Adding --use-angle=swiftshader made the first frame several times slower.
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  // A browser that calls home by itself would blur what the journeys prove about the app.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Every file that may be the browser of the journeys, best first: the one that CHROMIUM_PATH names and then
 * no other; else those of the system, and the one that Playwright downloaded.
 */
export function browserCandidates(machine: Machine): string[] {
  const { env } = machine;
  if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH];
  return [...systemCandidates(machine), machine.downloadedBrowser].filter((path) => machine.exists(path));
}

function systemCandidates({ env, platform }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(isText);
    return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
  }
  const folders = (env.PATH ?? '').split(':').filter(isText);
  const onPath = commands.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
  if (platform !== 'darwin') return onPath;
  const roots = ['/', env.HOME].filter(isText);
  const applications = macApplications.flatMap((name) =>
    roots.map((root) => posix.join(root, 'Applications', `${name}.app`, 'Contents/MacOS', name)),
  );
  return [...onPath, ...applications];
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** The first candidate that starts, or null. Installs nothing. */
export function findBrowser(
  machine: Machine,
  onRejected: (path: string, reason: string) => void = () => {},
): Browser | null {
  for (const path of browserCandidates(machine)) {
    if (!machine.exists(path)) {
      onRejected(path, 'there is no such file');
      continue;
    }
    // On Windows `--version` opens a window and prints nothing.
    if (machine.platform === 'win32') return { path, version: 'version not asked' };
    const answer = machine.run(path, ['--version']);
    const version = /\d+(\.\d+)+/.exec(answer.output)?.[0];
    if (answer.ok && version) return { path, version };
    onRejected(path, failure(answer));
  }
  return null;
}

/**
 * Finds a browser or gets one: Debian's `chromium` where packages can be installed, else Playwright's own
 * download. Says each step in one line; null when nothing helped, after saying the remedy.
 */
export function prepareBrowser(machine: Machine): Browser | null {
  const find = () => {
    const browser = findBrowser(machine, (path, reason) =>
      machine.say(`browser: ${path} does not start: ${reason}`),
    );
    if (browser) machine.say(`browser: found ${browser.path} (${browser.version})`);
    return browser;
  };

  const present = find();
  if (present) return present;
  if (machine.env.CHROMIUM_PATH) {
    machine.say(
      'browser: CHROMIUM_PATH must name a Chromium, Chrome or Edge that starts. Mend it or unset it.',
    );
    return null;
  }

  machine.say('browser: no Chromium, Chrome or Edge on this computer');
  if (canInstallPackages(machine) && installPackages(machine, 'browser', ['chromium'])) {
    const installed = find();
    if (installed) return installed;
  }
  if (download(machine)) {
    const downloaded = find();
    if (downloaded) return downloaded;
  }
  machine.say(
    'browser: failed. Install Chromium or Google Chrome (Debian, as root: apt-get install chromium), or set CHROMIUM_PATH to one.',
  );
  return null;
}

function download(machine: Machine): boolean {
  const [command, script] = machine.playwrightCommand;
  machine.say('browser: downloading Chromium with Playwright');
  // Playwright would ask for a password to install the system libraries when it may not do so.
  const libraries = canInstallPackages(machine) ? ['--with-deps'] : [];
  const outcome = machine.run(command, [script, 'install', '--no-shell', ...libraries, 'chromium'], 15);
  machine.say(
    outcome.ok ? 'browser: downloaded Chromium' : `browser: the download failed: ${failure(outcome)}`,
  );
  return outcome.ok;
}

/**
 * Whether the browser can run in its sandbox: never as root, and not where Linux withholds the means, as it
 * does in most CI containers and for a downloaded browser without the system's helper program.
 */
export function canUseSandbox(machine: Machine, browser: Browser): boolean {
  if (machine.platform !== 'linux') return true;
  return !machine.isRoot && !machine.env.CI && browser.path !== machine.downloadedBrowser;
}
