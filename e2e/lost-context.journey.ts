import { expect, test } from './journey.ts';

test('a lost WebGL context costs nothing but the picture, and that comes back', async ({ atlas, page }) => {
  await atlas.openSettled();
  const items = await atlas.items();
  // The extension is got before: a lost context hands it out no more.
  const context = await atlas.canvas.evaluateHandle((canvas) =>
    (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context'),
  );
  await context.evaluate((extension) => extension?.loseContext());

  await atlas.option('交通').check();
  const transport = items.filter(({ properties }) => properties.sector === 'transport');
  await atlas.listShows(transport.length, items.length);
  await atlas.row('南沿江城际铁路').click();
  await expect(atlas.region('南沿江城际铁路')).toBeVisible();

  await context.evaluate((extension) => extension?.restoreContext());
  await atlas.mapShows(transport);
  await atlas.canvasIsAlive();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
