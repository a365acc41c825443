import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** A pattern that nothing matches: what the usual run leaves out is run here. */
const nothing = /(?!)/;

/** `npm run test:full`: every theme at every size in every language, and the journeys that are too long for each change. */
export default defineConfig(base, {
  timeout: 420_000,
  projects: [
    { name: 'matrices', testMatch: '*.matrix.ts', grepInvert: nothing },
    { name: 'long journeys', testMatch: '*.journey.ts', grep: /@full/, grepInvert: nothing },
  ],
  // One baseline for all machines: the fonts are the same, and the tolerance allows for the rest.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
});
