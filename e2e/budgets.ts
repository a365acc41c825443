import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * `npm run test:budgets`: the built site's sizes against DESIGN's budgets, compressed as a server would send them.
 * Exits with 1 when one is exceeded.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const assets = join(root, 'dist/assets');
const kilobytes = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length / 1000;
const sizeOf = (pattern: RegExp) =>
  readdirSync(assets)
    .filter((name) => pattern.test(name))
    .reduce((sum, name) => sum + kilobytes(join(assets, name)), 0);

const mapLibre = ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css']
  .map((name) => kilobytes(join(root, 'node_modules/maplibre-gl/dist', name)))
  .reduce((sum, size) => sum + size, 0);
const data = sizeOf(/^data-.*\.js$/u);
const notes = sizeOf(/^basis-notes-.*\.js$/u);
const code = sizeOf(/\.(js|mjs|css)$/u) - data - notes;

const budgets = [
  {
    what: `code before first interaction (maplibre-gl itself: ${mapLibre.toFixed(0)} KB)`,
    size: code,
    most: mapLibre + 160,
  },
  { what: 'data', size: data, most: 150 },
  { what: 'basis notes, loaded with the first detail', size: notes, most: 150 },
];
for (const { what, size, most } of budgets) {
  const verdict = size > most ? 'TOO LARGE' : 'ok';
  console.log(`${verdict}  ${what}: ${size.toFixed(0)} KB gz of at most ${most.toFixed(0)} KB`);
  if (size > most) process.exitCode = 1;
}
