/** Which part may know which: the arrows of the architecture, read from the code itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Node {
  type: string;
  [key: string]: unknown;
}

interface SourceFile {
  /** Path from the root, with forward slashes. */
  file: string;
  /** The part it belongs to: `model`, `views`, `compile`, or the file itself at the top. */
  part: string;
  /** What it imports, statically, dynamically or as a type: a path from the root, or a package. */
  imports: string[];
  /** Names that it uses without a dot before them, and not as keys. */
  names: Set<string>;
  /** Names that it uses after a dot, as `window.name`, with what stands before the dot where that is a name. */
  members: { of: string; name: string }[];
  /** The elements of its JSX, as `<button>`, and their attributes. */
  markup: Set<string>;
  /** Its texts and numbers, as strings. */
  literals: string[];
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (value: unknown): string =>
  isNode(value) && typeof value.name === 'string' ? value.name : '';

/** Keys are no names that are looked up: `{ window: … }`, `city.window`, `interface { window: … }`. */
const keyHolders = new Set([
  'Property',
  'PropertyDefinition',
  'MethodDefinition',
  'TSPropertySignature',
  'TSMethodSignature',
]);

function readSource(file: string): SourceFile {
  const { program, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const source: SourceFile = {
    file,
    part: partOf(file),
    imports: [],
    names: new Set(),
    members: [],
    markup: new Set(),
    literals: [],
  };
  const request = (value: unknown) => {
    if (isNode(value) && typeof value.value === 'string') {
      const path = value.value;
      source.imports.push(
        path.startsWith('.')
          ? normalize(join(dirname(file), path))
              .split(sep)
              .join('/')
          : path,
      );
    }
  };
  const walk = (node: Node) => {
    const imported =
      node.source ?? (node.type === 'TSImportType' ? (node.argument ?? node.source) : undefined);
    if (/^(Import|Export|TSImport)/u.test(node.type)) request(imported);
    if (node.type === 'Identifier') source.names.add(nameOf(node));
    if (node.type === 'Literal') source.literals.push(String(node.value));
    if (node.type === 'JSXText') source.literals.push(String(node.value));
    if (node.type === 'JSXOpeningElement') source.markup.add(`<${nameOf(node.name)}>`);
    if (node.type === 'JSXAttribute') source.markup.add(nameOf(node.name));
    if (node.type === 'TemplateElement')
      source.literals.push(String((node.value as { cooked?: string }).cooked ?? ''));
    if (node.type === 'MemberExpression') {
      const { property } = node;
      const name = isNode(property) && node.computed ? String(property.value ?? '') : nameOf(property);
      source.members.push({ of: nameOf(node.object), name });
    }
    for (const [key, value] of Object.entries(node)) {
      const isKey = key === 'key' && keyHolders.has(node.type) && !node.computed && !node.shorthand;
      const isMember = key === 'property' && node.type === 'MemberExpression' && !node.computed;
      if (isKey && isNode(value) && typeof value.value === 'string') source.literals.push(value.value);
      // The addresses of imports are no texts.
      if (isKey || isMember || value === imported) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child);
    }
  };
  walk(program as unknown as Node);
  return source;
}

/** `src/model/view.ts` → model · `geo/compile/compile.ts` → compile · `deploy/policy.ts` → deploy · `src/main.tsx` → main.tsx */
function partOf(file: string): string {
  const [folder, part = file] = file.split('/');
  return folder === 'deploy' ? folder : part;
}

const isCode = (file: string) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts');
const isTest = (file: string) => /\.test\.tsx?$/u.test(file);
const isLocal = (path: string) => /^(src|geo|deploy|e2e|public)\//u.test(path);
const isStyle = (path: string) => path.endsWith('.css');
const all = [...listFiles('src'), ...listFiles('geo'), ...listFiles('deploy')].filter(isCode).map(readSource);
const product = all.filter(({ file, part }) => !isTest(file) && part !== 'testing');
const inSource = product.filter(({ file }) => file.startsWith('src/'));

/** The imports of a part that lead out of it: other parts, and packages. */
function leaving(part: string): { file: string; to: string }[] {
  return product
    .filter((source) => source.part === part)
    .flatMap(({ file, imports }) => imports.map((to) => ({ file, to })))
    .filter(({ to }) => !(isLocal(to) && partOf(to) === part));
}

/** Those imports of a part that the rule does not allow. */
function forbidden(part: string, allowed: (to: string) => boolean): string[] {
  return leaving(part)
    .filter(({ to }) => !allowed(to))
    .map(({ file, to }) => `${file} imports ${to}`);
}

const inPart =
  (...parts: string[]) =>
  (to: string) =>
    isLocal(to) && to.startsWith('src/') && parts.includes(partOf(to));
const isOneOf =
  (...names: string[]) =>
  (to: string) =>
    names.some((name) => to === name || to.startsWith(`${name}/`));

describe('this reading of the code', () => {
  it('finds every part and its imports', () => {
    const parts = new Set(product.map((source) => source.part));
    for (const part of [
      'model',
      'drawing',
      'state',
      'map',
      'export',
      'views',
      'ui',
      'i18n',
      'compile',
      'deploy',
    ])
      expect(parts).toContain(part);
    const panel = all.find(({ file }) => file === 'src/views/atlas-map/MapPanel.tsx');
    expect(panel?.imports).toContain('src/map/index.ts');
    const plugin = all.find(({ file }) => file === 'geo/compile/vite-plugin.ts');
    expect(plugin?.imports).toContain('src/model/open-data.ts');
  });

  it('finds every import that stands in the text', () => {
    for (const { file, imports } of all) {
      const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
      const written = [...text.matchAll(/^(?:import|export)\b[^;'"`]*?from\s+'([^']+)'/gmu)].length;
      expect([file, imports.length >= written]).toEqual([file, true]);
    }
  });

  it('leaves no import that leads to no file', () => {
    const files = new Set([...listFiles('src'), ...listFiles('geo'), ...listFiles('deploy')]);
    const lost = all.flatMap(({ file, imports }) =>
      imports.filter((to) => isLocal(to) && !files.has(to)).map((to) => `${file} imports ${to}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('the arrows', () => {
  it('lead from the model nowhere: it needs no package but types', () => {
    expect(forbidden('model', isOneOf('geojson'))).toEqual([]);
  });

  it('lead from the texts of the interface to the model only', () => {
    expect(forbidden('i18n', inPart('model'))).toEqual([]);
  });

  it('lead from the state to model and texts only, with react and zustand', () => {
    const allowed = inPart('model', 'i18n');
    expect(forbidden('state', (to) => allowed(to) || isOneOf('react', 'zustand')(to))).toEqual([]);
  });

  it('lead from the drawing (tokens, marks, the still picture) to the model only', () => {
    const packages = isOneOf('geojson', '@turf', 'supercluster');
    expect(forbidden('drawing', (to) => inPart('model')(to) || packages(to))).toEqual([]);
  });

  it('lead from the files that are handed out to model, texts and drawing only, and what writes them', () => {
    const packages = isOneOf('pptxgenjs', 'write-excel-file', 'fflate');
    expect(forbidden('export', (to) => inPart('model', 'i18n', 'drawing')(to) || packages(to))).toEqual([]);
  });

  it('lead from the map to model and drawing only, and never to react', () => {
    const allowed = inPart('model', 'drawing');
    const packages = isOneOf('maplibre-gl', 'pmtiles', 'supercluster', '@turf', 'geojson', 'virtual:atlas');
    expect(forbidden('map', (to) => allowed(to) || packages(to))).toEqual([]);
  });

  it('lead from the small shared primitives to model, texts and drawing only', () => {
    const allowed = inPart('model', 'i18n', 'drawing');
    const packages = isOneOf('react', 'lucide-react', 'virtual:atlas');
    expect(forbidden('ui', (to) => allowed(to) || packages(to) || isStyle(to))).toEqual([]);
  });

  it('lead from the views to everything below them, and to no page of their own making', () => {
    const allowed = inPart('model', 'i18n', 'state', 'drawing', 'export', 'map', 'ui');
    const packages = isOneOf('react', 'react-dom', 'lucide-react', 'perfect-freehand', 'virtual:atlas');
    expect(forbidden('views', (to) => allowed(to) || packages(to))).toEqual([]);
  });

  it('lead from the compiler to model and drawing only', () => {
    const allowed = inPart('model', 'drawing');
    const isPackage = (to: string) => !isLocal(to) && !isOneOf('react', 'zustand', 'maplibre-gl')(to);
    expect(forbidden('compile', (to) => allowed(to) || isPackage(to))).toEqual([]);
  });

  it('lead from the deploy configuration to the model only', () => {
    const isPackage = (to: string) => !isLocal(to) && !isOneOf('react', 'zustand', 'maplibre-gl')(to);
    expect(forbidden('deploy', (to) => inPart('model')(to) || isPackage(to))).toEqual([]);
  });

  it('lead from nowhere to the page that puts everything together, nor to an editor’s script', () => {
    const upwards = product.flatMap(({ file, imports }) =>
      imports
        .filter(isOneOf('src/main.tsx', 'geo/base/extract', 'geo/compile/check.ts', 'e2e'))
        .flatMap((to) => (dirname(to) === dirname(file) ? [] : [`${file} imports ${to}`])),
    );
    expect(upwards).toEqual([]);
  });

  it('lead from the product to no test', () => {
    const toTests = product.flatMap(({ file, imports }) =>
      imports
        .filter((to) => isTest(to) || to.startsWith('src/testing/'))
        .map((to) => `${file} imports ${to}`),
    );
    expect(toTests).toEqual([]);
  });

  it('lead from the app to no package that only builds it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const types = new Set(['geojson']);
    // A bundled helper of the map may be a development dependency, since the build carries it along.
    const bundled = /^@turf\//u;
    const missing = inSource.flatMap(({ file, imports }) =>
      imports
        .filter((to) => !isLocal(to) && !to.startsWith('virtual:') && !types.has(to) && !bundled.test(to))
        .filter((to) => !Object.keys(dependencies).some((name) => isOneOf(name)(to)))
        .map((to) => `${file} imports ${to}`),
    );
    expect(missing).toEqual([]);
  });

  it('form no circle between folders', () => {
    // A file at the top is a part of its own.
    expect(circles((file) => (dirname(file) === 'src' ? file : dirname(file)))).toEqual([]);
  });

  it('form no circle between files', () => {
    expect(circles((file) => file)).toEqual([]);
  });
});

/** The circles in which folders or files import each other, each as a path that ends where it began. */
function circles(nodeOf: (file: string) => string): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { file, imports } of product) {
    for (const to of imports.filter((path) => isLocal(path) && isCode(path))) {
      const [from, target] = [nodeOf(file), nodeOf(to)];
      if (from !== target) edges.set(from, (edges.get(from) ?? new Set()).add(target));
    }
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]) => {
    if (path.includes(node)) {
      found.push([...path.slice(path.indexOf(node)), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return found;
}

describe('the browser', () => {
  const uses = (sources: readonly SourceFile[], names: readonly string[]) =>
    sources.flatMap(({ file, names: used, members }) => [
      ...names.filter((name) => used.has(name)).map((name) => `${file}: ${name}`),
      ...members
        .filter(
          ({ of, name }) =>
            /^(window|globalThis|self|document|top|parent)$/u.test(of) && names.includes(name),
        )
        .map(({ of, name }) => `${file}: ${of}.${name}`),
    ]);
  const page = ['window', 'document', 'navigator', 'globalThis', 'self', 'matchMedia', 'getComputedStyle'];
  const address = ['history', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'cookie'];

  it('is unknown to the model, the texts, the drawing and the files that are handed out', () => {
    const pure = product.filter(({ part }) => ['model', 'i18n', 'drawing', 'export'].includes(part));
    expect(uses(pure, [...page, ...address, 'fetch', 'XMLHttpRequest', 'Worker'])).toEqual([]);
  });

  it('keeps address, history and storage in the hands of the state alone', () => {
    const others = inSource.filter(({ part }) => part !== 'state');
    expect(uses(others, address)).toEqual([]);
    const writes = others.flatMap(({ file, members }) =>
      members
        .filter(({ name }) => ['pushState', 'replaceState', 'popstate'].includes(name))
        .map(({ name }) => `${file}: ${name}`),
    );
    expect(writes).toEqual([]);
    // The rule bites: the state does use them.
    expect(uses(inSource, address)).not.toEqual([]);
  });

  it('has one part that knows the map library: map', () => {
    const others = product
      .filter(({ part }) => part !== 'map')
      .flatMap(({ file, imports }) =>
        imports.filter(isOneOf('maplibre-gl')).map((to) => `${file} imports ${to}`),
      );
    expect(others).toEqual([]);
  });

  it('is given no HTML and no code that is put together of texts', () => {
    const asked =
      /^((inner|outer|insertAdjacent|set)HTML(Unsafe)?|srcdoc|execCommand|createContextualFragment|parseFromString|insertRule|adoptedStyleSheets)$/u;
    const written = /^(dangerouslySetInnerHTML|srcDoc|<(style|script|iframe|object|embed)>)$/u;
    const used = inSource.flatMap((source) =>
      [
        ...['eval', 'Function', 'DOMParser'].filter((name) => source.names.has(name)),
        ...source.members.flatMap(({ of, name }) =>
          asked.test(name) || (of === 'document' && /^write/u.test(name)) ? name : [],
        ),
        ...[...source.markup].filter((name) => written.test(name)),
      ].map((name) => `${source.file}: ${name}`),
    );
    // There the page is read as it was built, to be given out as a file with a reader's own decks in it.
    expect(used).toEqual(['src/state/own-page.ts: outerHTML']);
    expect(product.some(({ markup }) => markup.has('className') && markup.has('<button>'))).toBe(true);
  });

  it('is asked for the time only to run clocks and to say when a deck was changed, never for the data', () => {
    const asked = uses(inSource, ['Date', 'performance']).map((use) => use.split(':')[0] ?? '');
    const clocks =
      /^src\/(views\/(present|presenter)\/|state\/(speaking|stage-channel|own-decks)\.ts|ui\/now\.ts)/u;
    // The date of a report, in English.
    const others = new Set(asked.filter((file) => !clocks.test(file)));
    expect([...others]).toEqual(['src/i18n/en.ts']);
  });

  it('gets nothing from another origin', () => {
    const remote = [
      ...inSource.flatMap(({ file, literals }) =>
        literals.filter((text) => /^(https?:)?\/\/[a-z]/iu.test(text)).map((text) => `${file}: ${text}`),
      ),
      ...listFiles('src')
        .filter(isStyle)
        .filter((file) => /(https?:)?\/\/[a-z]/iu.test(readFileSync(join(root, file), 'utf8'))),
    ];
    expect(remote).toEqual([]);
  });
});

describe('next year’s report', () => {
  const city = parse(readFileSync(join(root, 'geo/city.yaml'), 'utf8')) as {
    name: string;
    nameEn: string;
    districts: { name: string; nameEn: string }[];
    zones: { name: string; nameEn: string }[];
  };
  const shortName = (name: string) => (name.length > 2 ? name.replace(/[市区]$/u, '') : name);
  const areas = [city, ...city.districts];
  const names = [
    ...areas.flatMap(({ name, nameEn }) => [shortName(name), nameEn]),
    ...city.zones.flatMap(({ name, nameEn }) => [name, nameEn]),
  ].map((name) => name.toLowerCase());
  // The dictionaries hold the title of the site.
  const code = inSource.filter(({ file }) => !/^src\/i18n\/(zh|en)\.ts$/u.test(file));

  it('needs no change of code for the names of city, districts and zones', () => {
    expect(names).toContain('丹阳');
    const named = code.flatMap(({ file, literals }) =>
      literals
        .filter((text) => names.some((name) => text.toLowerCase().includes(name)))
        .map((text) => `${file}: ${text.trim()}`),
    );
    expect(named).toEqual([]);
  });

  it('needs no change of code for its year', () => {
    const dated = inSource.flatMap(({ file, literals }) =>
      literals
        .filter((text) => /(?<![\d.#])20[12]\d(?!\d)/u.test(text))
        .map((text) => `${file}: ${text.trim()}`),
    );
    expect(dated).toEqual([]);
  });

  it('needs in the dictionaries the name of the city in the title only', () => {
    const texts = inSource
      .filter(({ file }) => /^src\/i18n\/(zh|en)\.ts$/u.test(file))
      .flatMap(({ literals }) => literals)
      .filter((text) => names.some((name) => text.toLowerCase().includes(name)));
    expect(texts.sort()).toEqual(['Zhenjiang Report Atlas', '镇江报告地图']);
  });
});
