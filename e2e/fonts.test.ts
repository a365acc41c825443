import { expect, it } from 'vitest';
import { prepareFonts } from './fonts.ts';
import type { Machine } from './machine.ts';

/** A Linux computer on which `fc-list` gives these answers in turn; null when it is not there. */
function computer(isRoot: boolean, ...answers: (string | null)[]) {
  const lines: string[] = [];
  const installed: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: {},
    isRoot,
    downloadedBrowser: '',
    playwrightCommand: ['node', 'cli.js'],
    exists: () => true,
    run(command, args) {
      if (command === 'fc-list') {
        const answer = answers.shift() ?? null;
        return { ok: answer !== null, output: answer ?? 'no such program' };
      }
      if (args[0] === 'install') installed.push(...args.slice(-2));
      return { ok: true, output: '' };
    },
    say: (line) => lines.push(line),
  };
  return { machine, lines, installed };
}

it('is content with the fonts that are there', () => {
  const { machine, installed } = computer(true, 'NotoSansCJK.ttc');
  expect(prepareFonts(machine)).toBe(true);
  expect(installed).toEqual([]);
});

it.each([null, ''])('installs fonts as root when fc-list answers %o', (answer) => {
  const { machine, installed } = computer(true, answer, 'NotoSansCJK.ttc');
  expect(prepareFonts(machine)).toBe(true);
  expect(installed).toEqual(['fontconfig', 'fonts-noto-cjk']);
});

it('warns of boxes when it may not install', () => {
  const { machine, lines, installed } = computer(false, '');
  expect(prepareFonts(machine)).toBe(false);
  expect(installed).toEqual([]);
  expect(lines.at(-1)).toContain('boxes');
});
