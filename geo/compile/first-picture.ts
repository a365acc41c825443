import type { Plugin } from 'vite';
import { firstPicture, type PageWords } from './first-picture-page.ts';
import { firstPictureStyle, itemsPageStyle } from './first-picture-style.ts';
import { itemsPage } from './items-page.ts';
import { itemsPageName, type ListPlace, listLinks } from './list-links.ts';
import type { AtlasDataApi } from './vite-plugin.ts';

/** Where the picture goes in `index.html`. */
const place = '<!-- first picture -->';

/**
 * Draws the map's first view into `index.html` at build time, with the style it needs, and writes the list of all items
 * as a page of its own, or inside that one. Without inline scripts; the page holds exactly one style sheet.
 */
export function firstPicturePages(words: PageWords, listPlace: ListPlace): Plugin {
  let data: AtlasDataApi | undefined;
  const compiled = () => {
    if (!data) throw new Error('The first picture needs the plugin atlasData() in the same configuration.');
    return data.compiled();
  };
  const list = () => itemsPage(compiled().dataset, words, itemsPageStyle());
  return {
    name: 'atlas-first-picture',
    configResolved({ plugins }) {
      data = plugins.find(({ name }) => name === 'atlas-data')?.api as AtlasDataApi | undefined;
    },
    transformIndexHtml: {
      // When the addresses of the built sheets stand in the page.
      order: 'post',
      handler(html) {
        const { base, dataset } = compiled();
        if (!html.includes(place)) throw new Error(`index.html has no place for the picture: ${place}`);
        const { page, sheets } = takeSheets(html);
        // A function, for a replacement text would give `$` in the data a meaning.
        return page
          .replace('</head>', () => `  <style>${firstPictureStyle(dataset.city)}</style>\n  </head>`)
          .replace(place, () => `${firstPicture(base, dataset, words, listLinks(listPlace))}\n    ${sheets}`);
      },
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${itemsPageName}`, (_request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(list());
      });
    },
    generateBundle() {
      if (listPlace === 'inside') return;
      this.emitFile({ type: 'asset', fileName: itemsPageName, source: list() });
    },
  };
}

/** The app's sheets hold up what follows them: behind the picture they hold up the app and not the picture. */
function takeSheets(html: string): { page: string; sheets: string } {
  const sheet = /[ \t]*<link rel="stylesheet"[^>]*>\n?/gu;
  return {
    page: html.replaceAll(sheet, ''),
    sheets: [...html.matchAll(sheet)].map(([link]) => link.trim()).join('\n    '),
  };
}
