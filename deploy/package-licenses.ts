import type { PackageLicense } from '../src/model/licenses.ts';
import { isAllowedLicense } from './license-terms.ts';
import {
  carriedInside,
  neededFolder,
  type PackageFacts,
  packageFolder,
  readPackage,
} from './package-files.ts';

/** The packages in a build, with their licence texts, each of which is kept once. */
export interface PackageLicenses {
  packages: PackageLicense[];
  texts: string[];
}

/**
 * Lists the packages of which something is in a build, by name. `modules` are the ids of the build's modules; `drawn`
 * names packages of which the build makes something else, as pictures of icons, with the folder they are found from.
 * Throws an error that names every package whose licence is missing or not allowed.
 */
export function packageLicenses(
  modules: Iterable<string>,
  drawn: { names: readonly string[]; from: string },
): PackageLicenses {
  const found = new Map<string, { facts: PackageFacts; within: string | null }>();
  const add = (folder: string, within: string | null): PackageFacts => {
    const known = found.get(folder);
    if (known) {
      // What the build takes in by itself needs no bearer.
      if (within === null) known.within = null;
      return known.facts;
    }
    const facts = readPackage(folder);
    found.set(folder, { facts, within });
    return facts;
  };
  const addCarried = (name: string, bearer: PackageFacts, withNeeds: boolean) => {
    if (name.startsWith('@types/')) return;
    const folder = neededFolder(bearer.folder, name);
    if (!folder) {
      throw new Error(
        `${bearer.name} ${bearer.version} carries ${name} inside, which is not installed: its licence cannot be read. Run npm ci, or pin ${name} as a development dependency.`,
      );
    }
    if (found.has(folder)) return;
    const facts = add(folder, bearer.name);
    if (!withNeeds) return;
    for (const needed of facts.needs) if (neededFolder(folder, needed)) addCarried(needed, facts, true);
  };
  for (const id of modules) {
    const file = moduleFile(id);
    const folder = file && packageFolder(file);
    if (!folder) continue;
    const facts = add(folder, null);
    const { names, withNeeds } = carriedInside(file, facts.needs);
    for (const name of names) if (name !== facts.name) addCarried(name, facts, withNeeds);
  }
  for (const name of drawn.names) {
    const folder = neededFolder(drawn.from, name);
    if (!folder) throw new Error(`${name}, of which the build draws, is not installed: run npm ci.`);
    add(folder, null);
  }
  const listed = [...found.values()].sort((a, b) => (a.facts.name < b.facts.name ? -1 : 1));
  refuseUnlicensed(listed.map(({ facts }) => facts));
  const texts = [...new Set(listed.map(({ facts }) => facts.text).filter(Boolean))];
  return {
    texts,
    packages: listed.map(({ facts: { name, version, license, author, text }, within }) => ({
      name,
      version,
      license,
      author,
      within,
      text: text ? texts.indexOf(text) : null,
    })),
  };
}

/** A module's file: `\0worker:/…/node_modules/a/b.mjs?url` → `/…/node_modules/a/b.mjs`; null outside of packages. */
function moduleFile(id: string): string | null {
  const [, file = null] = /((?:[A-Za-z]:)?[\\/][^\0?]*node_modules[\\/][^\0?]+)/u.exec(id) ?? [];
  return file;
}

function refuseUnlicensed(packages: readonly PackageFacts[]): void {
  const refused = packages.filter(({ license }) => !isAllowedLicense(license));
  if (refused.length === 0) return;
  const lines = refused.map(
    ({ name, version, license }) =>
      `  ${name} ${version}: ${license ? `“${license}” is not among the licences allowed` : 'declares no licence'}`,
  );
  throw new Error(
    `These packages may not be in the build:\n${lines.join('\n')}\n    → use another package, or add the licence to deploy/license-terms.ts after reading it`,
  );
}
