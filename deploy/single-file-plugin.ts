import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { pageWithPolicy } from './policy.ts';
import { pageInOneFile, singleFileMode, singleFileName } from './single-file.ts';
import { readConfig } from './vite-plugin.ts';

/** A module that is asked for by its address, to be run as a worker. */
const workerRequest = /^(.+-worker\.mjs)\?url$/u;
const workerModule = '\0atlas-worker:';

/**
 * Writes the atlas as one HTML file that opens by double-click, with everything inside and a security policy that lets
 * nothing in from beside it. For the mode `single-file` only.
 */
export function atlasInOneFile(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'atlas-in-one-file',
    apply: (_config, { command, mode }) => command === 'build' && mode === singleFileMode,
    enforce: 'post',
    config: ({ build: own }) => ({
      build: {
        outDir: own?.outDir ?? 'dist-single',
        assetsInlineLimit: () => true,
        copyPublicDir: false,
        cssCodeSplit: false,
        modulePreload: false,
        // What is loaded on use elsewhere is inside, and run on use.
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
    configResolved(settings) {
      config = settings;
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        const [, file] = workerRequest.exec(source) ?? [];
        if (!file) return undefined;
        const found = await this.resolve(file, importer, { skipSelf: true });
        return found ? `${workerModule}${found.id}` : undefined;
      },
    },
    load(id) {
      if (!id.startsWith(workerModule)) return undefined;
      // As text and not as a base64 address, which is half as large again once compressed.
      const code = readFileSync(id.slice(workerModule.length), 'utf8');
      const text = JSON.stringify(code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/u, '\n'));
      return `export default URL.createObjectURL(new Blob([${text}], { type: 'text/javascript' }));`;
    },
    generateBundle: {
      // After all others: the page is complete, and the policy is made anew of what stands in it then.
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build has made no index.html.');
        const inside = new Set<string>();
        const single = pageInOneFile(String(page.source), {
          textOf(path) {
            const part = bundle[path];
            inside.add(path);
            return part?.type === 'chunk' ? part.code : part && String(part.source);
          },
          dataUrlOf: (path) => svgUrl(join(config.publicDir, path)),
        });
        const lost = Object.keys(bundle).filter((path) => path.startsWith('assets/') && !inside.has(path));
        if (lost.length > 0) {
          throw new Error(`The single file would miss ${lost.join(', ')}: the build must write them inline.`);
        }
        for (const path of Object.keys(bundle)) delete bundle[path];
        this.emitFile({
          type: 'asset',
          fileName: singleFileName(),
          source: pageWithPolicy(single, readConfig(), 'single-file'),
        });
      },
    },
  };
}

/** Puts the single file beside the site's page, so that it can be downloaded and made anew with a reader's own decks. */
export function atlasBesideSite(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'atlas-beside-site',
    // A build in another mode, as for a test, goes without.
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    configResolved(settings) {
      config = settings;
    },
    async generateBundle() {
      const { root, configFile } = config;
      const made = await build({
        root,
        configFile,
        mode: singleFileMode,
        logLevel: 'warn',
        build: { write: false },
      });
      const outputs = 'output' in made ? made.output : [];
      for (const { type, fileName, ...rest } of outputs) {
        if (type === 'asset' && 'source' in rest) this.emitFile({ type, fileName, source: rest.source });
      }
    },
  };
}

function svgUrl(file: string): string {
  return `data:image/svg+xml,${encodeURIComponent(readFileSync(file, 'utf8'))}`;
}
