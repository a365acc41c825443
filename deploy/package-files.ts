import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a package's own files say of it. */
export interface PackageFacts {
  /** The folder it is installed in. */
  folder: string;
  name: string;
  version: string;
  /** Empty where it declares none. */
  license: string;
  author: string;
  /** The words of its licence and notice files; empty where it carries none. */
  text: string;
  /** The packages it declares to need at run time. */
  needs: string[];
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  author?: string | { name?: string };
  dependencies?: Record<string, string>;
}

/** A tool tells below this heading what it holds itself; of that nothing comes into what it builds. */
const ofTheTool = /^#+ licenses of bundled dependencies$/imu;
const licenseFile = /^(licen[cs]e|copying|notice|unlicense)([.-].*)?$/iu;

/** A name as packages are installed under: `name` or `@scope/name`. A folder inside one may call itself `name/part`. */
const installedName = /^(?:@[^/]+\/)?[^/@]+$/u;

/** The folder of the package that holds a file under `node_modules`: the nearest above it with a named package.json. */
export function packageFolder(file: string): string | null {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const { name, version } = manifestOf(folder) ?? {};
    if (name && version && installedName.test(name)) return folder;
  }
  return null;
}

/** Reads a package's name, version, licence and texts from the folder that it is installed in. */
export function readPackage(folder: string): PackageFacts {
  const manifest = manifestOf(folder);
  if (!manifest?.name || !manifest.version)
    throw new Error(`${folder} holds no package.json with name and version: run npm ci.`);
  const { name, version, author, dependencies } = manifest;
  return {
    folder,
    name,
    version,
    license: declared(manifest),
    author: (typeof author === 'string' ? author : author?.name) ?? '',
    text: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && licenseFile.test(entry.name))
      .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n'))
      .map((text) => (text.split(ofTheTool)[0] ?? '').trim())
      .sort()
      .join('\n\n'),
    needs: Object.keys(dependencies ?? {}),
  };
}

/** The folder in which a package finds another one that it needs, as Node looks for it; null where it is not installed. */
export function neededFolder(folder: string, name: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const found = join(at, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (dirname(at) === at) return null;
  }
}

/**
 * The names of the packages whose code a published file carries inside: those that its source map names or, where a
 * minified file has none, all that its package declares to need, which may in turn stand for all that they need.
 */
export function carriedInside(
  file: string,
  needs: readonly string[],
): { names: readonly string[]; withNeeds: boolean } {
  const map = `${file}.map`;
  if (existsSync(map)) {
    const { sources = [] } = JSON.parse(readFileSync(map, 'utf8')) as { sources?: (string | null)[] };
    const names = new Set(sources.flatMap((source) => packageName(source ?? '') ?? []));
    return { names: [...names], withNeeds: false };
  }
  return { names: /\.min\.[cm]?js$/u.test(file) ? needs : [], withNeeds: true };
}

/** `../node_modules/@scope/name/file.js` → `@scope/name` */
function packageName(path: string): string | null {
  const [, name = null] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path) ?? [];
  return name;
}

function manifestOf(folder: string): Manifest | null {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}

function declared({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license;
  return license?.type ?? (licenses ?? []).flatMap(({ type }) => type ?? []).join(' OR ');
}
