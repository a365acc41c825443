import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';

/** What the finders may ask of the computer that they run on; tests hand in a made-up one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Where Playwright keeps, or would keep, the browser that it downloads. */
  readonly downloadedBrowser: string;
  /** The command, before its arguments, that runs Playwright's own tool. */
  readonly playwrightCommand: readonly [command: string, script: string];
  exists(path: string): boolean;
  /** Runs a program to its end, without a shell. */
  run(command: string, args: readonly string[], minutes?: number): Outcome;
  /** Tells the reader of the test run one line. */
  say(line: string): void;
}

/** How a program ended: `output` is what it printed, or why it could not be run. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** The computer that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    downloadedBrowser: chromium.executablePath(),
    playwrightCommand: [process.execPath, createRequire(import.meta.url).resolve('@playwright/test/cli')],
    exists: existsSync,
    run(command, args, minutes = 1) {
      const { error, status, stdout, stderr } = spawnSync(command, args, {
        encoding: 'utf8',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        maxBuffer: 64 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: minutes * 60_000,
      });
      const ok = status === 0;
      return {
        ok,
        output: (ok ? stdout : [stdout, stderr, error?.message].filter(Boolean).join('\n')).trim(),
      };
    },
    say: (line) => console.log(line),
  };
}

/** Why a program failed, in the line of its output that most likely says so. */
export function failure({ output }: Outcome): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /^E:|error/i.test(line)) || lines.at(-1) || 'it printed nothing';
}
