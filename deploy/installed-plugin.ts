import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { type AppFace, appIcons, iconSvg, manifestName, webManifest } from './manifest.ts';
import { keptFiles, serviceWorker, serviceWorkerName } from './service-worker.ts';
import { singleFileMode, singleFileName } from './single-file.ts';

/** Draws an SVG as a PNG whose edge has so many pixels. */
export type DrawPng = (svg: string, size: number) => Promise<Uint8Array>;

/**
 * Makes the built site one that can be installed and works without a network: the manifest with its icons, drawn of the
 * site's own, and the service worker with the list of all files. The single file needs none of it.
 */
export function atlasInstalled(face: AppFace, drawPng: DrawPng): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'atlas-installed',
    apply: (_config, { command, mode }) => command === 'build' && mode !== singleFileMode,
    configResolved(settings) {
      config = settings;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        { tag: 'link', attrs: { rel: 'manifest', href: `./${manifestName}` }, injectTo: 'head' },
        // Apple’s systems may take an icon from here alone.
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icons/192.png' }, injectTo: 'head' },
      ],
    },
    async generateBundle() {
      const source = readFileSync(join(config.publicDir, 'icon.svg'), 'utf8');
      for (const icon of appIcons) {
        const png = await drawPng(iconSvg(source, icon, face.ground), icon.size);
        this.emitFile({ type: 'asset', fileName: icon.file, source: png });
      }
      this.emitFile({ type: 'asset', fileName: manifestName, source: webManifest(face) });
    },
    writeBundle: {
      // When everything is on the disk: what is listed is what is served.
      order: 'post',
      sequential: true,
      handler({ dir }) {
        const folder = dir ?? config.build.outDir;
        const files = keptFiles(folder, [singleFileName()]);
        writeFileSync(join(folder, serviceWorkerName), serviceWorker(files));
      },
    },
  };
}
