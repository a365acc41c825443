import { isDeepStrictEqual } from 'node:util';

/** What a run found: how much it looked at, and what was not as it should be. */
export class Findings {
  looked = 0;
  readonly problems: string[] = [];

  /** Notes a value that is not the expected one. */
  same(what: string, actual: unknown, expected: unknown): void {
    this.looked += 1;
    if (!isDeepStrictEqual(actual, expected))
      this.problems.push(`${what}: ${short(actual)}, not ${short(expected)}`);
  }

  /** Prints what was not as it should be, and how much was looked at; the process fails where there is any. */
  tell(): void {
    for (const problem of this.problems.slice(0, 50)) console.error(`  ✗ ${problem}`);
    if (this.problems.length > 50) console.error('  …');
    console.log(`${this.looked} looked at, ${this.problems.length} not as they should be`);
    if (this.problems.length > 0) process.exitCode = 1;
  }

  /** Notes what is not so. */
  holds(what: string, isSo: boolean): void {
    this.looked += 1;
    if (!isSo) this.problems.push(what);
  }
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
