import type { Atlas } from './atlas.ts';
import { expect, test } from './journey.ts';

/** Takes the map's context away and gives it back. The extension is got before: a lost context hands it out no more. */
const contextOf = ({ canvas }: Atlas) =>
  canvas.evaluateHandle((element) =>
    (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context'),
  );

test('a lost WebGL context costs nothing but the picture, and that comes back', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled();
  const items = await atlas.items();
  const context = await contextOf(atlas);
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

test('a context lost in the middle of a scene: the scenes go on, and the map catches up', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.2');
  const stage = atlas.region('演示画面');
  const second = await atlas.mapState();
  const title = await stage.getByRole('heading').innerText();
  const context = await contextOf(atlas);
  await context.evaluate((extension) => extension?.loseContext());

  await page.keyboard.press('PageDown');
  await expect(stage.getByText(/^3 \/ \d+$/)).toBeVisible();
  await expect(stage.getByRole('heading')).not.toHaveText(title);
  await page.keyboard.press('PageDown');
  await expect(stage.getByText(/^4 \/ \d+$/)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await context.evaluate((extension) => extension?.restoreContext());
  await atlas.settled();
  await atlas.canvasIsAlive();
  await expect(stage.getByText(/^4 \/ \d+$/)).toBeVisible();
  // Back at the scene that was lost, the map is as it was.
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(stage.getByRole('heading')).toHaveText(title);
  await atlas.mapIs(second);
});
