import { describe, expect, it } from 'vitest';
import type { Machine, Outcome } from '../machine.ts';
import { prepareFirefox } from './tools.ts';

const all = ['firefox-esr', 'xvfb', 'libegl1', 'libegl-mesa0', 'libgl1-mesa-dri', 'libgles2'];
const programs: Readonly<Record<string, string>> = {
  'firefox-esr': '/usr/bin/firefox-esr',
  xvfb: '/usr/bin/Xvfb',
};

/** A Debian with these packages, on which apt-get installs what it is asked for. */
function debian(present: readonly string[], given: Partial<Machine> = {}) {
  const packages = new Set(present);
  const lines: string[] = [];
  const installed: string[] = [];
  const files = () => ['/usr/bin/dpkg-query', '/usr/bin/apt-get', ...[...packages].map((p) => programs[p])];
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: true,
    downloadedBrowser: '',
    playwrightCommand: ['', ''],
    exists: (path) => files().includes(path),
    run(command, args): Outcome {
      if (command === 'dpkg-query') {
        const ok = packages.has(args.at(-1) ?? '');
        return { ok, output: ok ? 'Package: it\nStatus: install ok installed' : 'not installed' };
      }
      if (args.includes('install'))
        for (const name of args.filter((arg) => all.includes(arg))) {
          packages.add(name);
          installed.push(name);
        }
      return { ok: true, output: args.includes('--version') ? 'Mozilla Firefox 140.0' : '' };
    },
    say: (line) => lines.push(line),
    ...given,
  };
  return { machine, lines, installed };
}

describe('what the journeys in Firefox need', () => {
  it('is found where it is', () => {
    const { machine, lines, installed } = debian(all);
    expect(prepareFirefox(machine)).toEqual({ firefox: '/usr/bin/firefox-esr', xvfb: '/usr/bin/Xvfb' });
    expect(lines).toEqual(['firefox: found /usr/bin/firefox-esr (Mozilla Firefox 140.0)']);
    expect(installed).toEqual([]);
  });

  it('is installed where packages can be, and no more than is missing', () => {
    const { machine, installed } = debian(['libegl1', 'libgles2']);
    expect(prepareFirefox(machine)).not.toBeNull();
    expect(installed).toEqual(['firefox-esr', 'xvfb', 'libegl-mesa0', 'libgl1-mesa-dri']);
  });

  it('is named, with the remedy, where packages cannot be installed', () => {
    const { machine, lines, installed } = debian(['firefox-esr', 'libegl1', 'libgles2'], { isRoot: false });
    expect(prepareFirefox(machine)).toBeNull();
    expect(installed).toEqual([]);
    expect(lines).toEqual([
      'firefox: not there: xvfb, libegl-mesa0, libgl1-mesa-dri (Debian, as root: apt-get install xvfb libegl-mesa0 libgl1-mesa-dri)',
    ]);
  });

  it('is the Firefox that FIREFOX_PATH names, and then no other', () => {
    const { machine } = debian(all.slice(1), {
      isRoot: false,
      env: { PATH: '/usr/bin', FIREFOX_PATH: '/my/firefox' },
    });
    expect(prepareFirefox(machine)?.firefox).toBe('/my/firefox');
  });

  it('does not start: that is said', () => {
    const { machine, lines } = debian(all, {});
    const run: Machine['run'] = (command, args, minutes) =>
      args.includes('--version')
        ? { ok: false, output: 'error: libxul.so is missing' }
        : machine.run(command, args, minutes);
    expect(prepareFirefox({ ...machine, run })).toBeNull();
    expect(lines[0]).toBe('firefox: /usr/bin/firefox-esr does not start: error: libxul.so is missing');
  });

  it('is looked for in its place on other systems, and needs no screen there', () => {
    const path = '/Applications/Firefox.app/Contents/MacOS/firefox';
    const { machine } = debian([], { platform: 'darwin', exists: (file) => file === path });
    expect(prepareFirefox(machine)).toEqual({ firefox: path, xvfb: null });
    const { machine: bare, lines } = debian([], { platform: 'darwin', exists: () => false });
    expect(prepareFirefox(bare)).toBeNull();
    expect(lines.join()).toContain('Install Firefox, or set FIREFOX_PATH');
  });
});
