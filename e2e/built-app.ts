import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built app: `dist/`, or another one that `ATLAS_DIST` names, from where the command was given. */
export const builtApp = resolve(process.env.ATLAS_DIST ?? fileURLToPath(new URL('../dist', import.meta.url)));

/** Throws where the app is not built: what follows would fail for reasons that name nothing. */
export function requireBuiltApp(): void {
  if (!existsSync(join(builtApp, 'index.html')))
    throw new Error(`${builtApp} has no index.html: build the app first (npm run build).`);
}
