import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { featuresByLine, itemsToCsv, itemsToGeoJson, reportsToJson } from '../../src/model/open-data.ts';
import { pack } from '../../src/model/packed.ts';
import { type Compiled, compile } from './compile.ts';
import { coverageTables, reportStaleCoverage } from './coverage.ts';
import { formatProblems, type Problem } from './problem.ts';

const dataRoot = fileURLToPath(new URL('..', import.meta.url));
const modules = ['virtual:atlas/dataset', 'virtual:atlas/base-layers', 'virtual:atlas/basis-notes'] as const;
const resolved = (id: string) => `\0${id}`;

/** Layers that are published as files of their own under `data/base/`. */
const publishedLayers = ['boundaries', 'neighbours', 'water', 'rail', 'roads', 'towns', 'hills'] as const;

/** What other plugins may ask of this one, through Vite's list of plugins. */
export interface AtlasDataApi {
  /** The compiled data; throws with all mistakes where there are any. */
  compiled(): Extract<Compiled, { ok: true }>;
}

/**
 * Compiles the data folder into virtual modules, so that editing a data file reloads the map and a mistake shows in the
 * overlay and fails the build; and emits the open-data files.
 */
export function atlasData(): Plugin {
  let compiled: Compiled | undefined;
  const compileOnce = () => {
    compiled ??= compile(dataRoot);
    if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
    return compiled;
  };
  const checkCoverage = () => {
    const problems: Problem[] = [];
    reportStaleCoverage(dataRoot, coverageTables(dataRoot, compileOnce().dataset, problems), problems);
    if (problems.length > 0) throw new Error(formatProblems(problems));
  };
  return {
    name: 'atlas-data',
    // For other plugins of this build: the data is compiled once for all.
    api: { compiled: compileOnce } satisfies AtlasDataApi,
    buildStart() {
      compiled = undefined;
      compileOnce();
    },
    resolveId: (id) => ((modules as readonly string[]).includes(id) ? resolved(id) : undefined),
    load(id) {
      if (id === resolved(modules[0])) return packedModule(compileOnce().dataset, 5);
      if (id === resolved(modules[1])) return packedModule(compileOnce().base, 4);
      if (id === resolved(modules[2])) return jsonModule(compileOnce().basisNotes);
      return undefined;
    },
    configureServer(server) {
      server.watcher.add(dataRoot);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(dataRoot) || !/\.(ya?ml|geojson|txt)$/u.test(file)) return;
        compiled = undefined;
        for (const id of modules) {
          const module = server.moduleGraph.getModuleById(resolved(id));
          if (module) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
    generateBundle() {
      // Only for what is published: while an editor works, the table may lag behind.
      checkCoverage();
      const { dataset, basisNotes, base, published } = compileOnce();
      const files: Record<string, string> = {
        'items.geojson': featuresByLine(itemsToGeoJson(dataset.items, dataset, basisNotes)),
        'items.csv': itemsToCsv(dataset.items, dataset, basisNotes),
        'report.json': reportsToJson(dataset),
        // The notices travel with the data.
        'LICENSE.md': readFileSync(join(dataRoot, 'LICENSE.md'), 'utf8'),
        ...Object.fromEntries(
          publishedLayers.map((name) => [`base/${name}.geojson`, featuresByLine(published[name])]),
        ),
        // Computed from the towns, not kept as a file.
        'base/zones.geojson': featuresByLine(base.zones),
        'base/SOURCES.md': readFileSync(join(dataRoot, 'base/SOURCES.md'), 'utf8'),
      };
      for (const [name, source] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source });
      }
    },
  };
}

/** The data with their coordinates packed, and the code that unpacks them. */
function packedModule(value: unknown, decimals: number): string {
  const unpacker = fileURLToPath(new URL('../../src/model/packed.ts', import.meta.url));
  const packed = JSON.stringify(JSON.stringify(pack(value, decimals)));
  return `import { unpack } from ${JSON.stringify(unpacker)};\nexport default unpack(JSON.parse(${packed}));`;
}

/** JSON.parse of a string is parsed faster by engines than the same object as code. */
function jsonModule(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
