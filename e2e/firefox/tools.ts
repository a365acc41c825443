import { posix } from 'node:path';
import { canInstallPackages, installPackages } from '../debian.ts';
import { failure, type Machine } from '../machine.ts';

/** What Firefox on a screen in memory consists of on Debian; Mesa draws WebGL there without a graphics card. */
const packages = ['firefox-esr', 'xvfb', 'libegl1', 'libegl-mesa0', 'libgl1-mesa-dri', 'libgles2'] as const;

/** Programs of these systems stand in one place; on Linux they are looked for in PATH. */
const elsewhere: Partial<Record<NodeJS.Platform, string>> = {
  darwin: '/Applications/Firefox.app/Contents/MacOS/firefox',
  win32: 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
};

/** A Firefox, and the program that gives it a screen in memory where the system is Linux. */
export interface FirefoxTools {
  readonly firefox: string;
  readonly xvfb: string | null;
}

/**
 * Finds Firefox and its screen, or installs them where packages can be; says what it did, or the remedy. Null when
 * something is missing still. FIREFOX_PATH names a Firefox, and then no other is looked for.
 */
export function prepareFirefox(machine: Machine): FirefoxTools | null {
  const isDebian = machine.platform === 'linux' && onPath(machine, ['dpkg-query']) !== null;
  const missing = () => (isDebian ? packages.filter((name) => !isWanted(machine, name)) : []);
  const absent = missing();
  if (absent.length > 0 && canInstallPackages(machine)) installPackages(machine, 'firefox', absent);

  const firefox = findFirefox(machine);
  const xvfb = machine.platform === 'linux' ? onPath(machine, ['Xvfb']) : null;
  const version = firefox ? machine.run(firefox, ['--version']) : null;
  const still = missing();
  const hasScreen = machine.platform !== 'linux' || xvfb !== null;
  // On Windows `--version` prints nothing.
  if (firefox && hasScreen && still.length === 0 && (version?.ok || machine.platform === 'win32')) {
    machine.say(`firefox: found ${firefox} (${version?.output || 'version not told'})`);
    return { firefox, xvfb };
  }
  if (firefox && version && !version.ok)
    machine.say(`firefox: ${firefox} does not start: ${failure(version)}`);
  const lacking = still.length > 0 ? still : packages;
  machine.say(
    machine.platform === 'linux'
      ? `firefox: not there: ${lacking.join(', ')} (Debian, as root: apt-get install ${lacking.join(' ')})`
      : 'firefox: not there. Install Firefox, or set FIREFOX_PATH to its program.',
  );
  return null;
}

/** Whether a package is there, or not needed since another Firefox is. */
function isWanted(machine: Machine, name: string): boolean {
  if (name === 'firefox-esr' && findFirefox(machine)) return true;
  const answer = machine.run('dpkg-query', ['--status', name]);
  return answer.ok && /^Status: .* installed$/mu.test(answer.output);
}

function findFirefox(machine: Machine): string | null {
  if (machine.env.FIREFOX_PATH) return machine.env.FIREFOX_PATH;
  const place = elsewhere[machine.platform];
  if (place) return machine.exists(place) ? place : null;
  return onPath(machine, ['firefox-esr', 'firefox']);
}

function onPath(machine: Machine, programs: readonly string[]): string | null {
  const folders = (machine.env.PATH ?? '').split(':').filter(Boolean);
  const files = programs.flatMap((program) => folders.map((folder) => posix.join(folder, program)));
  return files.find((file) => machine.exists(file)) ?? null;
}
