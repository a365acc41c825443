/**
 * `npm run deploy:files [-- --framed-by listed|anyone|nobody] [--out folder]`: makes of the built site the folder
 * `dist-server/` for a server or a store: compressed files beside the plain ones, the security policy as headers, and a
 * script that uploads them.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type FramedBy, framings } from './header-policy.ts';
import { readConfig } from './vite-plugin.ts';
import { writeServedFiles } from './write-served-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    'framed-by': { type: 'string', default: 'listed' },
    out: { type: 'string', default: join(root, 'dist-server') },
  },
});
const framedBy = framings.find((each) => each === values['framed-by']);
const built = process.env.ATLAS_DIST ?? join(root, 'dist');
if (!framedBy) stop(`--framed-by is one of ${framings.join(', ')}, not ${values['framed-by']}.`);
else if (!existsSync(join(built, 'index.html')))
  stop(`${built} has no index.html: build the site first (npm run build).`);
else write(framedBy, resolve(values.out));

function write(who: FramedBy, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { files, plain, gzip, brotli } = writeServedFiles(built, folder, who, readConfig().embedOrigins);
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(
    `${folder}: ${files} files, ${megabytes(plain)} plain, ${megabytes(gzip)} as gzip, ${megabytes(brotli)} as Brotli, with policy.conf, headers.json and upload.sh`,
  );
}

function stop(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
