import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { singleFileName } from '../deploy/single-file.ts';

/**
 * `npm run test:budgets`: the built site's sizes against their budgets, compressed as a server would send them.
 * Exits with 1 when one is exceeded.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const assets = join(root, 'dist/assets');
const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length / 1000;
const kilobytes = (file: string) => gzipped(readFileSync(file));
const sizeOf = (pattern: RegExp) =>
  readdirSync(assets)
    .filter((name) => pattern.test(name))
    .reduce((sum, name) => sum + kilobytes(join(assets, name)), 0);

const mapLibre = ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css']
  .map((name) => kilobytes(join(root, 'node_modules/maplibre-gl/dist', name)))
  .reduce((sum, size) => sum + size, 0);
const data = sizeOf(/^data-.*\.js$/u);
const notes = sizeOf(/^basis-notes-.*\.js$/u);
// The picture that stands in the page before any script, and the whole page around it.
const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
const picture = /<svg\b[^>]*class="still-drawing"[\s\S]*?<\/figure>/u.exec(page)?.[0];
if (!picture) throw new Error('dist/index.html holds no still picture of the map: build the site again.');
// Views and tools that are asked for when somebody opens them.
const lazyParts = [
  'Reader',
  'Statistics',
  'Decks',
  'Stage',
  // What decks and stage share.
  'ScenePicture',
  'pmtiles-file',
  'freehand',
  'PresenterWindow',
  'RehearsalTimes',
  'licenses',
  'ExportDialog',
  'DeckExports',
  'pptx',
  'xlsx',
  // What the last four share, and what packs files.
  'export',
  'browser',
  // What writes Excel files.
  'universal',
];
/** What writes slides: larger than all else that is loaded on use, and only when somebody asks for slides. */
const slideWriter = { name: 'pptxgen.es', most: 140 };
const lazy = [...lazyParts.map((name) => ({ name, most: 40 })), slideWriter].map((part) => ({
  ...part,
  size: sizeOf(new RegExp(`^${part.name.replace('.', '\\.')}-.*\\.(js|css)$`, 'u')),
}));
for (const { name, size } of lazy)
  if (size === 0) throw new Error(`dist/assets has no part ${name} of its own.`);
const code = sizeOf(/\.(js|mjs|css)$/u) - data - notes - lazy.reduce((sum, { size }) => sum + size, 0);

const singleFile = kilobytes(join(root, 'dist', singleFileName()));

const budgets = [
  {
    what: `code before first interaction (maplibre-gl itself: ${mapLibre.toFixed(0)} KB)`,
    size: code,
    most: mapLibre + 160,
  },
  { what: 'data', size: data, most: 150 },
  { what: 'still picture of the map in index.html', size: gzipped(picture), most: 40 },
  { what: 'basis notes, loaded with the first detail', size: notes, most: 150 },
  ...lazy.map(({ name, size, most }) => ({ what: `${name}, loaded when it is opened`, size, most })),
  { what: 'the atlas in a single file', size: singleFile, most: 1200 },
];
for (const { what, size, most } of budgets) {
  const verdict = size > most ? 'TOO LARGE' : 'ok';
  console.log(`${verdict}  ${what}: ${size.toFixed(0)} KB gz of at most ${most.toFixed(0)} KB`);
  if (size > most) process.exitCode = 1;
}
