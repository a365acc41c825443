import { describe, expect, it } from 'vitest';
import { browserCandidates, canUseSandbox, findBrowser, prepareBrowser } from './browser.ts';
import type { Machine, Outcome } from './machine.ts';

const downloadedBrowser = '/cache/playwright/chrome';
const aptGet = '/usr/bin/apt-get';
const works: Outcome = { ok: true, output: 'Chromium 140.0.1' };

interface Fake {
  machine: Machine;
  commands: string[];
  lines: string[];
}

/** A computer with these files, on which running a command can make more of them appear. */
function fake(
  files: string[],
  given: Partial<Machine> = {},
  run: (command: string, files: Set<string>) => Outcome = () => works,
): Fake {
  const present = new Set(files);
  const commands: string[] = [];
  const lines: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    downloadedBrowser,
    playwrightCommand: ['node', 'cli.js'],
    exists: (path) => present.has(path),
    run(command, args) {
      const line = [command, ...args].join(' ');
      if (!line.endsWith('--version')) commands.push(line);
      return run(line, present);
    },
    say: (line) => lines.push(line),
    ...given,
  };
  return { machine, commands, lines };
}

describe('the choice of a browser', () => {
  it('takes the one that CHROMIUM_PATH names and no other', () => {
    const { machine } = fake(['/mine/chrome', '/usr/bin/chromium'], {
      env: { PATH: '/usr/bin', CHROMIUM_PATH: '/mine/chrome' },
    });
    expect(browserCandidates(machine)).toEqual(['/mine/chrome']);
  });

  it('prefers Chromium to Chrome to Edge to the downloaded one', () => {
    const { machine } = fake([
      downloadedBrowser,
      '/usr/bin/microsoft-edge',
      '/usr/local/bin/google-chrome',
      '/usr/bin/chromium',
    ]);
    expect(browserCandidates(machine)).toEqual([
      '/usr/bin/chromium',
      '/usr/local/bin/google-chrome',
      '/usr/bin/microsoft-edge',
      downloadedBrowser,
    ]);
  });

  it('knows the usual places of macOS and Windows', () => {
    const mac = '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(
      browserCandidates(fake([mac], { platform: 'darwin', env: { HOME: '/Users/li' } }).machine),
    ).toEqual([mac]);

    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { platform: 'win32', env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' } } as const;
    expect(findBrowser(fake([edge], windows).machine)?.path).toBe(edge);
  });

  it('passes over one that is there but does not start', () => {
    const { machine } = fake(['/usr/bin/chromium', '/usr/bin/google-chrome'], {}, (command) =>
      command.startsWith('/usr/bin/chromium') ? { ok: false, output: 'a library is missing' } : works,
    );
    expect(findBrowser(machine)).toEqual({ path: '/usr/bin/google-chrome', version: '140.0.1' });
  });
});

describe('getting a browser', () => {
  it('installs nothing when one is there', () => {
    const { machine, commands } = fake(['/usr/bin/chromium', aptGet], { isRoot: true });
    expect(prepareBrowser(machine)?.path).toBe('/usr/bin/chromium');
    expect(commands).toEqual([]);
  });

  it('says so and stops when CHROMIUM_PATH is wrong', () => {
    const { machine, commands, lines } = fake([aptGet], { isRoot: true, env: { CHROMIUM_PATH: '/gone' } });
    expect(prepareBrowser(machine)).toBeNull();
    expect(commands).toEqual([]);
    expect(lines.join('\n')).toContain('/gone does not start: there is no such file');
  });

  it("installs Debian's package where it may", () => {
    const { machine, commands } = fake([aptGet], { isRoot: true }, (command, files) => {
      if (command.includes(' install ')) files.add('/usr/bin/chromium');
      return works;
    });
    expect(prepareBrowser(machine)?.path).toBe('/usr/bin/chromium');
    expect(commands).toEqual([`${aptGet} update`, expect.stringMatching(/ install .* chromium$/)]);
  });

  it("falls back on Playwright's download, with system libraries only where it may install them", () => {
    const download = (command: string, files: Set<string>): Outcome => {
      if (command.startsWith(aptGet)) return { ok: false, output: 'no such package' };
      if (command.includes('cli.js install')) files.add(downloadedBrowser);
      return works;
    };
    const root = fake([aptGet], { isRoot: true }, download);
    expect(prepareBrowser(root.machine)?.path).toBe(downloadedBrowser);
    expect(root.commands.at(-1)).toBe('node cli.js install --no-shell --with-deps chromium');

    const user = fake([aptGet], {}, download);
    expect(prepareBrowser(user.machine)?.path).toBe(downloadedBrowser);
    expect(user.commands).toEqual(['node cli.js install --no-shell chromium']);
  });

  it('tells the remedy when nothing helps', () => {
    const { machine, lines } = fake([], {}, () => ({ ok: false, output: 'no network' }));
    expect(prepareBrowser(machine)).toBeNull();
    expect(lines.at(-2)).toContain('no network');
    expect(lines.at(-1)).toContain('set CHROMIUM_PATH');
  });
});

it('uses the sandbox unless it runs as root, in CI or from a download', () => {
  const sandbox = (given: Partial<Machine>, path = '/usr/bin/chromium') =>
    canUseSandbox(fake([], given).machine, { path, version: '140.0.1' });
  expect(sandbox({})).toBe(true);
  expect(sandbox({ isRoot: true })).toBe(false);
  expect(sandbox({ env: { CI: 'true' } })).toBe(false);
  expect(sandbox({}, downloadedBrowser)).toBe(false);
});
