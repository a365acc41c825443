import type { BrowserContext, Page } from '@playwright/test';
import { watch } from '../watch.ts';
import type { Findings } from './findings.ts';

const patience = 90_000;

/** Opens the atlas and waits until its map has drawn all that it shows. */
export async function openSettled(page: Page, address: string): Promise<void> {
  await page.goto(address, { timeout: patience });
  await page.locator('[data-settled="true"]').first().waitFor({ timeout: patience });
}

/** Waits until the browser keeps the site and this page is under its service worker. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
    },
    undefined,
    { timeout: patience, polling: 500 },
  );
}

/** Opens the atlas and waits until it is kept; it must have asked no other origin, and met no error. */
export async function openAndKeep(
  findings: Findings,
  context: BrowserContext,
  address: string,
  origins: readonly string[],
): Promise<Page> {
  const offences = watch(context, address, origins);
  const page = await context.newPage();
  await openSettled(page, address);
  await waitUntilKept(page);
  findings.same(`${address}: requests to other origins, and errors`, offences, []);
  return page;
}

/** Loads a page once more, whose server is gone. */
export async function checkWithoutServer(findings: Findings, page: Page): Promise<void> {
  const reloaded = await page.reload({ timeout: patience }).then(
    async () => {
      await page.locator('[data-settled="true"]').first().waitFor({ timeout: patience });
      return true;
    },
    () => false,
  );
  findings.holds(`${page.url()}: does not open without its server`, reloaded);
}

/** Whether the site in the frame of a page is shown there, or refused by its `frame-ancestors`. */
export async function checkFrame(
  findings: Findings,
  context: BrowserContext,
  address: string,
  isListed: boolean,
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(address, { timeout: patience });
    if (isListed) {
      const settled = page.frameLocator('iframe').locator('[data-settled="true"]').first();
      const shown = await settled.waitFor({ timeout: patience }).then(
        () => true,
        () => false,
      );
      findings.holds(`${address}: a listed site cannot frame the atlas`, shown);
    } else {
      const handle = await page.locator('iframe').elementHandle();
      const frame = await handle?.contentFrame();
      // Chromium puts a page of its own into a frame that was refused.
      await page.waitForTimeout(1000);
      findings.same(
        `${address}: a site that is not listed, framing the atlas`,
        frame?.url(),
        'chrome-error://chromewebdata/',
      );
    }
  } finally {
    await page.close();
  }
}
