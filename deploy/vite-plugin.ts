import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { BuiltAtlas } from '../src/model/deploy.ts';
import { type DeployConfig, deployOf, parseDeployConfig } from './config.ts';
import { pageWithPolicy } from './policy.ts';
import { serviceWorkerName } from './service-worker.ts';
import { singleFileMode, singleFileName } from './single-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const moduleId = 'virtual:atlas/deploy';
const resolved = `\0${moduleId}`;

/** The deploy configuration's file: `deploy.config.json`, or the one that the environment variable ATLAS_DEPLOY names. */
function configFile(): string {
  return resolve(root, process.env.ATLAS_DEPLOY || 'deploy.config.json');
}

/** Reads and checks the configuration. Throws an error that names what is wrong with it. */
export function readConfig(): DeployConfig {
  const file = configFile();
  const shown = relative(root, file);
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `${shown}: the deploy configuration cannot be read: ${(error as Error).message}\n    → docs/DEPLOY.md`,
    );
  }
  return parseDeployConfig(source, shown);
}

/**
 * Makes of one deploy configuration what the app is told (`virtual:atlas/deploy`) and, in the build, the page's security
 * policy. While developing there is no policy: the server's live reload needs what it forbids.
 */
export function atlasDeploy(): Plugin {
  let isBuild = false;
  let singleFile = false;
  const told = (): BuiltAtlas => ({
    ...deployOf(readConfig()),
    singleFile,
    singleFileName: singleFileName(),
    serviceWorker: isBuild && !singleFile ? serviceWorkerName : null,
  });
  return {
    name: 'atlas-deploy',
    // After all others, for the policy must know every style element in the page.
    enforce: 'post',
    configResolved({ command, mode }) {
      isBuild = command === 'build';
      singleFile = mode === singleFileMode;
    },
    buildStart() {
      readConfig();
    },
    resolveId: (id) => (id === moduleId ? resolved : undefined),
    load: (id) => (id === resolved ? `export default ${JSON.stringify(told())};` : undefined),
    transformIndexHtml: {
      order: 'post',
      handler: (html) => (isBuild ? pageWithPolicy(html, readConfig()) : html),
    },
    configureServer(server) {
      // There is none while developing, and the server would answer with the page itself.
      server.middlewares.use(`/${singleFileName()}`, (_request, response) => {
        response.statusCode = 404;
        response.end('npm run build writes this file.');
      });
      server.watcher.add(configFile());
      server.watcher.on('change', (file) => {
        if (resolve(file) !== configFile()) return;
        const module = server.moduleGraph.getModuleById(resolved);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
