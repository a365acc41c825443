import { BasemapServer } from './basemap-server.ts';
import { expect, test } from './journey.ts';

test('the page as it comes may speak to its own origin alone', async ({ atlas, page }) => {
  await atlas.openSettled('?item=wufengshan-expressway');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy?.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "connect-src 'self'", "img-src 'self' data: blob:"]),
  );
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  // Nothing the app does meets the policy: the journey fails on the browser's reports of it. Without a listed
  // basemap the menu still offers a file.
  await page.getByRole('button', { name: '底图', exact: true }).click();
  const menu = page.getByRole('dialog', { name: '底图' });
  await expect(menu.getByRole('radio')).toHaveCount(1);
  await expect(menu.getByRole('button', { name: /PMTiles/ })).toBeVisible();
});

test.describe('the policy', () => {
  test.use({ expectedErrors: /Content Security Policy|request to another origin/ });

  test('holds: another origin is out of reach, and what is written into the page does not run', async ({
    atlas,
    page,
  }) => {
    const server = await BasemapServer.start();
    await atlas.open();
    const reached = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => true,
          () => false,
        ),
      `${server.origin}/style.json`,
    );
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.injected = "true"';
      document.body.append(script);
      return document.documentElement.dataset.injected === 'true';
    });
    server.stop();
    expect([reached, ran, server.asked]).toEqual([false, false, []]);
  });
});
