import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Licenses, licensesText } from '../src/model/licenses.ts';
import { dataLicenses } from './data-licenses.ts';
import { isAllowedForData, isAllowedLicense } from './license-terms.ts';
import { atlasLicenses } from './licenses-plugin.ts';
import { packageFolder } from './package-files.ts';
import { packageLicenses } from './package-licenses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'atlas-licences-'));
afterAll(() => rmSync(project, { recursive: true }));

/** A made-up package in `node_modules` of the test's folder. */
function install(name: string, manifest: object, files: Record<string, string> = {}): string {
  const folder = join(project, 'node_modules', name);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}
const nothing = { names: [], from: project };
const list = (...modules: string[]) => packageLicenses(modules, nothing).packages;

describe('the terms', () => {
  it.each([
    'MIT',
    '(MIT OR GPL-3.0-or-later)',
    'GPL-3.0-only OR Apache-2.0',
    '(MIT AND Zlib)',
    'ISC AND (GPL-2.0-only OR 0BSD)',
  ])('let in %s', (expression) => expect(isAllowedLicense(expression)).toBe(true));

  it.each([
    '',
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'SEE LICENSE IN LICENSE.txt',
    'UNLICENSED',
    'MIT OR',
    '(MIT',
    'MIT)',
    'MIT ISC',
    'AND',
    'constructor',
  ])('keep out “%s”', (expression) => expect(isAllowedLicense(expression)).toBe(false));

  it('are others for data', () => {
    expect(['ODbL 1.0', 'CC BY 4.0', 'CC BY-NC 4.0', ''].map(isAllowedForData)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the packages of a build', () => {
  it('are those whose files are in it, by name, each once, whatever stands around the address', () => {
    const b = install('b', { license: 'ISC', author: { name: 'Bee' } }, { LICENSE: 'Words of B\r\n' });
    const a = install('@scope/a', { licenses: [{ type: 'MIT' }], author: 'Ay' });
    const modules = [`\0worker:${b}/dist/w.mjs?url`, `${b}/index.js`, `${a}/dist/x.css`, '/src/main.ts'];
    expect(packageLicenses(modules, nothing)).toEqual({
      packages: [
        { name: '@scope/a', version: '1.2.3', license: 'MIT', author: 'Ay', within: null, text: null },
        { name: 'b', version: '1.2.3', license: 'ISC', author: 'Bee', within: null, text: 0 },
      ],
      texts: ['Words of B'],
    });
  });

  it('include those that a published file carries inside: by its source map', () => {
    const map = JSON.stringify({ sources: ['../src/own.ts', '../node_modules/inner/index.js', null] });
    const outer = install('outer', { license: 'MIT' }, { 'dist/outer.js.map': map });
    install('inner', { license: 'BSD-2-Clause', dependencies: { packed: '1' } });
    install('packed', { license: 'MIT' });
    const found = list(join(outer, 'dist/outer.js'));
    // The map is exact: what the inner one needs is not in it.
    expect(found.map(({ name, within }) => [name, within])).toEqual([
      ['inner', 'outer'],
      ['outer', null],
    ]);
    // What the build takes in by itself as well is not only inside of another.
    const both = list(join(outer, 'dist/outer.js'), join(project, 'node_modules/inner/index.js'));
    expect(both.map(({ within }) => within)).toEqual([null, null]);
  });

  it('include, for a minified file without one, all that its package needs, and they in turn', () => {
    const packed = install('packed', { license: 'MIT', dependencies: { deep: '1', '@types/deep': '1' } });
    install('deep', { license: 'MIT', dependencies: { deeper: '1' } });
    install('deeper', { license: 'MIT', dependencies: { deep: '1' } });
    expect(list(join(packed, 'dist/packed.min.js')).map(({ name }) => name)).toEqual([
      'deep',
      'deeper',
      'packed',
    ]);
    expect(list(join(packed, 'dist/packed.js')).map(({ name }) => name)).toEqual(['packed']);
  });

  it('fail the build when one has no licence or one that is not allowed, and all are named', () => {
    const bare = install('bare', {});
    const strict = install('strict', { license: 'AGPL-3.0-only' });
    const attempt = () => list(`${bare}/index.js`, `${strict}/index.js`);
    expect(attempt).toThrow(/bare 1\.2\.3: declares no licence/u);
    expect(attempt).toThrow(/strict 1\.2\.3: “AGPL-3\.0-only” is not among/u);
    expect(attempt).toThrow(/deploy\/license-terms\.ts/u);
  });

  it('fail the build when what one carries is not installed', () => {
    const lost = install('lost', { license: 'MIT', dependencies: { gone: '1' } });
    expect(() => list(join(lost, 'dist/lost.min.js'))).toThrow(/lost 1\.2\.3 carries gone inside/u);
  });
});

describe('the data', () => {
  const markdown = readFileSync(join(root, 'geo/LICENSE.md'), 'utf8');
  const table = (...rows: string[]) =>
    ['| data | 数据 | files | licence | credit to give |', '| --- | --- | --- | --- | --- |', ...rows].join(
      '\n',
    );

  it('are those of the table in geo/LICENSE.md, with licence and credit', () => {
    const data = dataLicenses(markdown);
    expect(data).toContainEqual({
      name: '铁路',
      nameEn: 'Railways',
      licenses: ['ODbL 1.0'],
      credit: '© OpenStreetMap contributors',
    });
    const said = data.map(({ credit }) => credit).join();
    for (const credited of ['GeoNames', 'JayMuShui', 'jaska', 'modood']) expect(said).toContain(credited);
  });

  it('leave out what is not in the app, and say where nothing is claimed', () => {
    const rows = table('| Checks | — | `x` | MIT | me |', '| Words | 文字 | `y` | none claimed | issuer |');
    expect(dataLicenses(rows)).toEqual([{ name: '文字', nameEn: 'Words', licenses: [], credit: 'issuer' }]);
  });

  it('fail the build when a licence is missing or not allowed, or the table is another', () => {
    expect(() => dataLicenses(table('| Tiles | 瓦片 | `x` | CC BY-NC 4.0 | me |'))).toThrow(
      /“Tiles” “CC BY-NC 4.0”/u,
    );
    expect(() => dataLicenses(table('| Tiles | 瓦片 | `x` |  | me |'))).toThrow(/“Tiles”/u);
    expect(() => dataLicenses(table('| Tiles | 瓦片 | `x` | MIT |  |'))).toThrow(/a cell is empty/u);
    expect(() => dataLicenses('no table')).toThrow(/columns/u);
  });
});

describe('a build', () => {
  let output: Rolldown.OutputBundle[string][];
  beforeAll(async () => {
    writeFileSync(join(project, 'main.js'), mainModule);
    const made = await build({
      root: project,
      configFile: false,
      logLevel: 'silent',
      plugins: [atlasLicenses()],
      build: { write: false, rolldownOptions: { input: join(project, 'main.js') } },
    });
    output = (made as Rolldown.RolldownOutput).output;
  });
  const mainModule =
    `import SuperCluster from ${JSON.stringify(join(root, 'node_modules/supercluster/index.js'))};
    import 'maplibre-gl/dist/maplibre-gl.css';
    globalThis.made = new SuperCluster();
    globalThis.show = () => import('virtual:atlas/licenses');`.replace(
      "'maplibre-gl/",
      `'${root}node_modules/maplibre-gl/`,
    );
  const chunks = () => output.filter((part) => part.type === 'chunk');

  it('tells the app, apart from the page’s first code, of just the packages that are in it', async () => {
    const [first, lazy] = [true, false].map((isEntry) => chunks().find((chunk) => chunk.isEntry === isEntry));
    expect(first?.code).not.toContain('Permission');
    const told = (await import(`data:text/javascript,${encodeURIComponent(lazy?.code ?? '')}`)) as Record<
      string,
      Licenses
    >;
    const licenses = Object.values(told)[0];
    const inBundle = chunks()
      .flatMap(({ modules }) => Object.keys(modules))
      .flatMap((id) => packageFolder(id.replace(/^\0/u, '')) ?? [])
      .map(
        (folder) => (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string }).name,
      );
    const named = licenses?.packages.map(({ name }) => name) ?? [];
    for (const name of ['supercluster', 'kdbush', 'maplibre-gl', '@mapbox/maki'])
      expect(named).toContain(name);
    const byTheBuild = ['@mapbox/maki', 'pinyin-pro', 'rolldown', 'vite'];
    expect(named.filter((name) => !byTheBuild.includes(name))).toEqual([...new Set(inBundle)].sort());
    expect(licenses?.data.length).toBeGreaterThan(5);
  });

  it('writes all texts into a file', () => {
    const file = output.find(({ fileName }) => fileName === 'licenses.txt');
    const text = file?.type === 'asset' ? String(file.source) : '';
    for (const words of ['supercluster 9', 'Licence: BSD-3-Clause', 'Vladimir Agafonkin', 'JayMuShui'])
      expect(text).toContain(words);
  });
});

describe('the text of all licences', () => {
  it('has every package under its name with its own words, and what carries it', () => {
    const one = { version: '1', license: 'MIT', author: '', within: null, text: null };
    const text = licensesText({
      packages: [
        { ...one, name: 'a', author: 'Ay', text: 0 },
        { ...one, name: 'b', within: 'a' },
      ],
      texts: ['Words'],
      data: [],
      dataNotices: '# Notices',
    });
    expect(text).toMatch(/a 1\nLicence: MIT\nAuthor: Ay\n\nWords\n/u);
    expect(text).toMatch(/b 1\nLicence: MIT\nCarried inside: a\n\nThe package carries no licence text/u);
    expect(text).toContain('# Notices');
  });
});
