import { test as base, expect } from '@playwright/test';
import { Atlas } from './atlas.ts';
import { watch } from './watch.ts';

export { expect };

interface JourneyFixtures {
  /** The app, as a reader meets it. */
  atlas: Atlas;
  /**
   * Matches the errors that a journey provokes on purpose: `test.use({ expectedErrors: /WebGL|404/ })`.
   * One expression and not a list, for Playwright takes a list of two to be a value with its options.
   */
  expectedErrors: RegExp | null;
  /** Other origins that the app may visit in a journey: those that its deployment lists. */
  otherOrigins: readonly string[];
  /** Fails the journey when the app leaves its origin or reports an error. */
  goodConduct: undefined;
}

/** Playwright's `test`, with the app at hand and an eye on its conduct. */
export const test = base.extend<JourneyFixtures>({
  expectedErrors: [null, { option: true }],

  otherOrigins: [[], { option: true }],

  goodConduct: [
    async ({ context, baseURL, expectedErrors, otherOrigins }, use) => {
      const offences = watch(context, baseURL ?? '', otherOrigins);
      await use(undefined);
      const unexpected = offences.filter((offence) => !expectedErrors?.test(offence));
      expect(unexpected, 'requests to other origins, and errors').toEqual([]);
    },
    { auto: true },
  ],

  atlas: async ({ page }, use) => {
    await use(new Atlas(page));
  },
});
