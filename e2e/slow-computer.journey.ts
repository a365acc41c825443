import { expect, test } from './journey.ts';

test('on a slow computer filters and scenes are right, however fast one is', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  test.setTimeout(300_000);
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await atlas.open();
  await atlas.settled(120_000);
  // Everything takes many times as long; what is judged is what comes in the end.
  const items = await atlas.items();
  // Four changes in a row, none waited for: what counts is the last.
  for (const label of ['产业', '交通', '产业', '文旅体育']) await atlas.option(label).click();
  const chosen = items.filter(({ properties }) => ['transport', 'culture'].includes(properties.sector));
  await atlas.listShows(chosen.length, items.length);
  await atlas.settled(120_000);
  await atlas.mapShows(chosen);

  await page.getByRole('button', { name: '演示', exact: true }).click();
  await page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ }).first().click();
  const stage = atlas.region('演示画面');
  await expect(stage.getByText(/^1 \/ \d+$/)).toBeVisible({ timeout: 90_000 });
  for (let scene = 1; scene < 6; scene += 1) await page.keyboard.press('PageDown');
  await expect(stage.getByText(/^6 \/ \d+$/)).toBeVisible({ timeout: 90_000 });
  await atlas.settled(120_000);
  const state = await atlas.mapState();
  await page.keyboard.press('Escape');
  await atlas.settled(120_000);
  await atlas.mapShows(chosen);

  // The same scene, opened by itself, has the same picture.
  await atlas.open('?scene=overview.6');
  await atlas.settled(120_000);
  expect(await atlas.mapState()).toEqual(state);
  await atlas.canvasIsAlive();
});
