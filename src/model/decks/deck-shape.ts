/** A part of a file that is not as it must be: where it stands, as `decks[0].title`, and what it must be. */
export class ShapeError extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path}: ${expected}`);
  }
}

/** A value of a parsed JSON text with its place in it. Only what the text itself holds is read, nothing inherited. */
export interface Found {
  value: unknown;
  path: string;
}

/** A property of an object; undefined as its value where it is missing or null. Throws for what is no object. */
export function property({ value, path }: Found, name: string): Found {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ShapeError(path, 'object');
  const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return { value: own ?? undefined, path: path ? `${path}.${name}` : name };
}

/** The names of an object's properties. */
export function namesIn({ value, path }: Found): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ShapeError(path, 'object');
  return Object.keys(value);
}

/** The parts of a list of at most so many. */
export function listOf({ value, path }: Found, most: number): Found[] {
  if (!Array.isArray(value)) throw new ShapeError(path, 'array');
  if (value.length > most) throw new ShapeError(path, `at most ${most}`);
  return value.map((each: unknown, index) => ({ value: each, path: `${path}[${index}]` }));
}

/** A text; `missing` where there is none. */
export function textOf({ value, path }: Found, missing?: string): string {
  if (value === undefined && missing !== undefined) return missing;
  if (typeof value !== 'string') throw new ShapeError(path, 'string');
  return value;
}

/** A finite number between two others. */
export function numberOf({ value, path }: Found, least: number, most: number): number {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw new ShapeError(path, `number ${least} to ${most}`);
  return value;
}

/** One of some words; the first where there is none. */
export function wordOf<Word extends string>({ value, path }: Found, words: readonly [Word, ...Word[]]): Word {
  if (value === undefined) return words[0];
  const word = words.find((each) => each === value);
  if (word === undefined) throw new ShapeError(path, words.join(' | '));
  return word;
}
