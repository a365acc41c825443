import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { atlasInstalled } from './deploy/installed-plugin.ts';
import { atlasLicenses } from './deploy/licenses-plugin.ts';
import { singleFileMode } from './deploy/single-file.ts';
import { atlasBesideSite, atlasInOneFile } from './deploy/single-file-plugin.ts';
import { atlasDeploy, readConfig } from './deploy/vite-plugin.ts';
import { firstPicturePages } from './geo/compile/first-picture.ts';
import { atlasIcons } from './geo/compile/icon-plugin.ts';
import { svgToPng } from './geo/compile/icon-png.ts';
import { atlasData } from './geo/compile/vite-plugin.ts';
import { themeTokens } from './src/drawing/tokens.ts';
import { dictionary, languageTag } from './src/i18n/index.ts';
import { areaName } from './src/i18n/naming.ts';
import { defaultView } from './src/model/view.ts';

/** The pages that stand before any script are in the language in which the app opens. */
const { language } = defaultView;
const firstPicture = (mode: string) =>
  firstPicturePages(
    {
      lang: languageTag(language),
      texts: dictionary(language),
      areaName: (id, dataset) => areaName(id, dataset, language),
      reviewNumber: () => readConfig().reviewNumber,
    },
    mode === singleFileMode ? 'inside' : 'beside',
  );

/** What makes the site one that can be installed, in the look of the light theme. */
const installed = () => {
  const { title, installed: texts } = dictionary(language);
  const { paper, accent } = themeTokens.light;
  return atlasInstalled(
    {
      name: title,
      shortName: texts.shortName,
      description: texts.description,
      lang: languageTag(language),
      paper,
      ground: accent,
    },
    svgToPng,
  );
};

export default defineConfig(({ mode }) => ({
  // Relative addresses: the built site works on any subpath.
  base: './',
  // The unit tests check the compiler itself: a mistake in the data must not keep them from running.
  plugins: [
    react(),
    ...(process.env.VITEST
      ? []
      : [
          atlasData(),
          firstPicture(mode),
          atlasIcons(),
          atlasLicenses(),
          atlasDeploy(),
          atlasInOneFile(),
          atlasBesideSite(),
          installed(),
        ]),
  ],
  build: {
    target: 'es2022',
    // MapLibre alone is larger than the default limit; budgets are held by a test instead.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Data apart from code: their sizes are budgeted apart, and a change of one leaves the other in the cache.
        codeSplitting: {
          groups: [
            { name: 'basis-notes', test: /virtual:atlas\/basis-notes/u, priority: 2 },
            { name: 'licenses', test: /virtual:atlas\/licenses/u, priority: 2 },
            { name: 'data', test: /virtual:atlas/u, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    // The whole data folder is compiled in some: slow on a busy machine, and no sign of a mistake.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    include: ['{src,geo,deploy,e2e,bench}/**/*.test.{ts,tsx}'],
  },
}));
