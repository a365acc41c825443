import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

/** A parsed data file that can still say on which line a value stands. */
export interface SourceFile {
  /** Path relative to the data folder, with forward slashes. */
  file: string;
  data: unknown;
  /** The line, from 1, of the value at a path such as `[3, 'place', 'radius']`; of its nearest parent if it is missing. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Lists the files of a folder with one of the given endings, sorted; an empty list if there is no such folder. */
export function listFiles(root: string, folder: string, endings: readonly string[]): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => toRelative(root, join(path, name)));
}

/** Reads one YAML or JSON file. A syntax error becomes a problem and gives `undefined`. */
export function readSource(root: string, file: string, problems: Problem[]): SourceFile | undefined {
  const text = readText(root, file, problems);
  if (text === undefined) return undefined;
  // JSON is read by the same parser, so that both kinds of file can name a line.
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      problems.push({
        file,
        line: error.linePos?.[0].line,
        message: `cannot be read: ${error.message.split('\n')[0]}`,
        remedy: 'mend the syntax at this line (indentation, quotes, brackets)',
      });
    }
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    }
    return undefined;
  };
  return { file, data: document.toJS(), lineOf };
}

/** Reads a text file; a missing file becomes a problem and gives `undefined`. */
export function readText(root: string, file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (error) {
    problems.push({
      file,
      message: `cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'add the file, or take away what refers to it',
    });
    return undefined;
  }
}

function toRelative(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
