import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pathsIn } from '../../deploy/write-served-files.ts';
import type { Machine, Outcome } from '../machine.ts';
import { withPlaces } from './configuration.ts';
import { nginx, prepareTool } from './tools.ts';

/** A computer on which the program is there, or is once it was installed; it notes what was run. */
function made({ isRoot = true, present = false, installs = true, policy = false } = {}) {
  const ran: string[] = [];
  const said: string[] = [];
  let there = present;
  const run = (command: string, args: readonly string[]): Outcome => {
    const line = [command, ...args].join(' ');
    ran.push(line);
    if (line.includes(' install ')) there = installs;
    if (line.includes('command -v')) return { ok: there, output: there ? '/usr/sbin/nginx' : '' };
    return { ok: true, output: '' };
  };
  const machine: Machine = {
    platform: 'linux',
    env: {},
    isRoot,
    downloadedBrowser: '',
    playwrightCommand: ['', ''],
    exists: (path) => (path.includes('policy-rc.d') ? policy : path === '/usr/bin/apt-get' || there),
    run,
    say: (line) => said.push(line),
  };
  return { machine, ran, said };
}

describe('nginx', () => {
  it('is taken where it is, modules and all', () => {
    const { machine, ran } = made({ present: true });
    expect(prepareTool(machine, nginx)).toBe('/usr/sbin/nginx');
    expect(ran.some((line) => line.includes('apt-get'))).toBe(false);
  });

  it('is installed where it may be, without being started', () => {
    const { machine, ran } = made();
    expect(prepareTool(machine, nginx)).toBe('/usr/sbin/nginx');
    const steps = ['exit 101', 'apt-get install', 'rm /usr/sbin/policy-rc.d'].map((part) =>
      ran.findIndex((line) => line.includes(part)),
    );
    expect(steps.every((at) => at >= 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('leaves a policy on starting services that stands there already', () => {
    const { machine, ran } = made({ policy: true });
    prepareTool(machine, nginx);
    expect(ran.some((line) => line.includes('exit 101'))).toBe(false);
  });

  it.each([{ isRoot: false }, { installs: false }])('is missed aloud: nothing was tested (%j)', (options) => {
    const { machine, said } = made(options);
    expect(prepareTool(machine, nginx)).toBeNull();
    expect(said.at(-1)).toMatch(/NOTHING WAS TESTED.*apt-get install nginx libnginx-mod-http-brotli-static/u);
  });
});

describe('the example configuration', () => {
  const folder = new URL('../../examples/nginx/', import.meta.url);
  const texts = pathsIn(fileURLToPath(folder)).map((path) => readFileSync(new URL(path, folder), 'utf8'));

  it('has the places that a publisher changes, and a test with them', () => {
    const seen = new Set<string>();
    const [text = ''] = texts.map((each) => withPlaces(each, { '/srv/atlas/': '/tmp/$1/' }, seen));
    expect(seen).toEqual(new Set(['/srv/atlas/']));
    expect(text).toContain('include /tmp/$1/policy.conf;');
  });

  it('lists no folder, and holds no file open that a newer version has replaced', () => {
    for (const text of texts) expect(text).not.toMatch(/autoindex\s+on|open_file_cache/u);
  });
});
