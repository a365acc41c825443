import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** `npm run test:full`: every theme at every size in every language, too many for each change. */
export default defineConfig(base, {
  testMatch: '*.matrix.ts',
  timeout: 420_000,
  // One baseline for all machines: the fonts are the same, and the tolerance allows for the rest.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
});
