import type { Plugin, ResolvedConfig } from 'vite';
import { type DrawnSprite, drawIconSprite } from './icon-sprite.ts';
import { iconSymbols } from './icons.ts';
import { alphaToPng } from './png.ts';

const module = 'virtual:atlas/icon-sprite';
const resolved = `\0${module}`;

/**
 * Draws the icons at build time: into one PNG for the map, which the module above tells about, and into symbols at the
 * top of the page for everything that is SVG. The PNG is a file of its own, or a data URL where the build writes all
 * assets of its size so (`build.assetsInlineLimit`) and while developing.
 */
export function atlasIcons(): Plugin {
  let config: ResolvedConfig;
  let drawn: Promise<DrawnSprite> | undefined;
  return {
    name: 'atlas-icons',
    configResolved(settings) {
      config = settings;
    },
    resolveId: (id) => (id === module ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      drawn ??= drawIconSprite();
      const { alpha, width, height, cell, positions } = await drawn;
      const data = alphaToPng(alpha, width, height);
      const url =
        config.command === 'serve' || isInlined(config, data)
          ? JSON.stringify(`data:image/png;base64,${data.toString('base64')}`)
          : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: 'icons.png', source: data })}`;
      return `export default { url: ${url}, cell: ${cell}, positions: ${JSON.stringify(positions)} };`;
    },
    // After all others, so that nothing in the page stands before the symbols that it uses.
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!/<body[^>]*>/u.test(html))
          throw new Error('The page has no <body> to put the icon symbols into.');
        return html.replace(/<body[^>]*>/u, (body) => `${body}\n    ${iconSymbols()}`);
      },
    },
  };
}

function isInlined({ build }: ResolvedConfig, data: Buffer): boolean {
  const { assetsInlineLimit: limit } = build;
  return typeof limit === 'function' ? (limit('icons.png', data) ?? false) : data.length < limit;
}
