import * as v from 'valibot';
import type { Problem } from './problem.ts';
import { readSource, type SourceFile } from './sources.ts';

/** An entry of a list file, with where it stands. */
export interface Entry<T> {
  value: T;
  source: SourceFile;
  index: number;
}

/** The files of hand-edited lists and objects. */
export const yaml = ['.yaml', '.yml'];

/** Reads a file that holds one object. */
export function readOne<S extends v.GenericSchema>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const source = readSource(root, file, problems);
  return source && parse(schema, source.data, source, [], problems);
}

/** Reads a file that holds a list; a wrong entry is reported and left out, the others are still checked. */
export function readList<S extends v.GenericSchema>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): Entry<v.InferOutput<S>>[] {
  const source = readSource(root, file, problems);
  if (!source || source.data === null) return [];
  if (!Array.isArray(source.data)) {
    problems.push({ file, line: 1, message: 'is not a list', remedy: 'begin each entry with “- ”' });
    return [];
  }
  return source.data.flatMap((data: unknown, index) => {
    const value = parse(schema, data, source, [index], problems);
    return value === undefined ? [] : [{ value, source, index }];
  });
}

/** Ids that may be referred to. */
export interface KnownIds {
  has(id: string): boolean;
}

/**
 * The ids under a key of all entries in some list files, whether or not the entries are otherwise right: what refers to
 * a broken entry is not reported once more. If a file cannot be read at all, any id may stand in it.
 */
export function declaredIds(root: string, files: readonly string[], key: 'id' | 'item'): KnownIds {
  const lists = files.map((file) => readSource(root, file, []));
  if (lists.some((source) => source === undefined)) return { has: () => true };
  const entries = lists.flatMap((source) => (Array.isArray(source?.data) ? (source.data as unknown[]) : []));
  return new Set(entries.map((entry) => (entry as Record<string, unknown> | null)?.[key]).map(String));
}

/** Checks data against a schema; every issue becomes a problem at its line, and the result is then `undefined`. */
export function parse<S extends v.GenericSchema>(
  schema: S,
  data: unknown,
  source: SourceFile,
  at: readonly PropertyKey[],
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((step) => step.key as PropertyKey);
    const name = path.map(String).join('.');
    const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
    const missing = issue.received === 'undefined';
    const whole = data as { id?: unknown; item?: unknown } | null;
    const id = whole?.id ?? whole?.item;
    problems.push({
      file: source.file,
      line: source.lineOf([...at, ...path]),
      item: typeof id === 'string' ? id : undefined,
      message: unknownKey
        ? `unknown field ${name}`
        : missing
          ? `${name} is missing`
          : `${name || 'the entry'}: ${valueText(issue.input)} ${issue.message}`,
      remedy: unknownKey
        ? 'remove it, or correct its name; geo/README.md lists the fields'
        : 'see geo/README.md for what may stand here',
    });
  }
  return undefined;
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
