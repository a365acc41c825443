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
