import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The worker's file, beside the page: its place is what it may answer for. */
export const serviceWorkerName = 'service-worker.js';

/** A file that is kept for use without a network. */
export interface KeptFile {
  /** Its address from the worker's place; `./` is the page. */
  path: string;
  /** The SHA-256 of its content, in base64. */
  sha256: string;
  /** The site works without it: one that cannot be had does not keep the others from being kept. */
  optional: boolean;
}

/** The files of a built site that are kept, in the order of their paths; `without` names those that are not. */
export function keptFiles(folder: string, without: readonly string[]): KeptFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.map'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== serviceWorkerName && !without.includes(path))
    .sort()
    .map((path) => ({
      // Some servers send a browser that asks for index.html to the folder.
      path: path === 'index.html' ? './' : path,
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64'),
      // The open data are for download, and some servers make pages of .md files.
      optional: path.startsWith('data/'),
    }));
}

/** The worker's text: what the build made, and the code that keeps it. Any change of a file makes it another version. */
export function serviceWorker(files: readonly KeptFile[]): string {
  const code = readFileSync(fileURLToPath(new URL('service-worker.js', import.meta.url)), 'utf8');
  const version = createHash('sha256')
    .update(JSON.stringify(files) + code)
    .digest('hex')
    .slice(0, 16);
  return `const built = ${JSON.stringify({ version, files })};\n${code}`;
}
