import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type Licenses, licensesFile, licensesText } from '../src/model/licenses.ts';
import { dataLicenses } from './data-licenses.ts';
import { readPackage } from './package-files.ts';
import { type PackageLicenses, packageLicenses } from './package-licenses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const moduleId = 'virtual:atlas/licenses';
const resolved = `\0${moduleId}`;
/** Stands for the list until the build knows what it holds. */
const placeholder = '__atlas_licenses__';

/** Packages of which the build makes something else: the map's icons, and the readings of characters for the search. */
const drawn = { names: ['@mapbox/maki', 'pinyin-pro'], from: root };
/** The bundler's own pieces of code that it puts in, by the beginning of their ids. */
const ownPieces = { '\0rolldown/': 'rolldown', '\0vite/': 'vite' };

/**
 * Lists what is in the build under somebody's terms: as `virtual:atlas/licenses` for the app, and as `licenses.txt` with
 * all texts. The packages are those of which the bundle holds modules, so nobody keeps a list by hand. The build fails
 * where a package's licence is missing or not allowed.
 */
export function atlasLicenses(): Plugin {
  let isBuild = false;
  let made: Licenses | undefined;
  return {
    name: 'atlas-licenses',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === moduleId ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const text = isBuild ? placeholder : JSON.stringify(withData(directDependencies()));
      return `export default JSON.parse(${JSON.stringify(text)});`;
    },
    renderStart() {
      made = undefined;
    },
    // Every chunk's modules are known now, and its name, which its content gives it, is not yet.
    renderChunk(code, _chunk, _options, { chunks }) {
      const modules = Object.values(chunks).flatMap(({ modules: inside }) => Object.keys(inside));
      made ??= withData(packageLicenses(modules.map(withOwner), drawn));
      if (!code.includes(placeholder)) return undefined;
      const text = JSON.stringify(JSON.stringify(made));
      return code.replace(new RegExp(`(["'\`])${placeholder}\\1`, 'u'), () => text);
    },
    generateBundle() {
      if (!made) throw new Error('The build has made no code whose licences could be listed.');
      this.emitFile({ type: 'asset', fileName: licensesFile, source: licensesText(made) });
    },
  };
}

/** A piece of the bundler's own code as a file of its package. */
function withOwner(id: string): string {
  const owner = Object.entries(ownPieces).find(([start]) => id.startsWith(start))?.[1];
  return owner ? `${root}node_modules/${owner}/package.json` : id;
}

function withData(packages: PackageLicenses): Licenses {
  const dataNotices = readFileSync(`${root}geo/LICENSE.md`, 'utf8');
  return { ...packages, data: dataLicenses(dataNotices), dataNotices };
}

/** While developing there is no bundle to read: the app is told of the packages that it names itself. */
function directDependencies(): PackageLicenses {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const packages = Object.keys(dependencies).map((name) => {
    const { version, license, author } = readPackage(`${root}node_modules/${name}`);
    return { name, version, license, author, within: null, text: null };
  });
  return { packages, texts: [] };
}
