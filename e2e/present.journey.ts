import type { Page } from '@playwright/test';
import type { Atlas } from './atlas.ts';
import { expect, test } from './journey.ts';

const scenes = 5;

function placeOf(atlas: Atlas, number: number) {
  return atlas.region('演示画面').getByText(`${number} / ${scenes}`, { exact: true });
}

async function present(atlas: Atlas, page: Page): Promise<void> {
  await page.getByRole('button', { name: '演示', exact: true }).click();
  await expect(placeOf(atlas, 1)).toBeVisible();
}

test('a clicker turns five scenes, and past the end it stays', async ({ atlas, page }) => {
  await atlas.openSettled();
  const items = await atlas.items();
  await present(atlas, page);
  await expect(page.getByRole('banner')).toBeHidden();
  await atlas.mapShows(items);

  const titles = new Set<string>();
  const drawn = new Set<string>();
  for (let number = 1; number <= scenes; number += 1) {
    await expect(placeOf(atlas, number)).toBeVisible();
    titles.add(await atlas.region('演示画面').getByRole('heading').innerText());
    if (number === 4) {
      await atlas.mapShows(items.filter(({ properties }) => properties.districts.includes('321181')));
    }
    await atlas.settled();
    const { items: marks, lines, zoom } = await atlas.mapState();
    drawn.add(`${marks} marks, ${lines} lines, zoom ${zoom}`);
    await page.keyboard.press('PageDown');
  }
  expect(titles.size, 'different titles').toBe(scenes);
  expect(drawn.size, [...drawn].join('; ')).toBe(scenes);
  await expect(placeOf(atlas, scenes)).toBeVisible();
  for (let more = 0; more < 3; more += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(placeOf(atlas, scenes - 1)).toBeVisible();
});

test('Escape returns to exactly where one was', async ({ atlas, page }) => {
  await atlas.openSettled();
  await atlas.option('丹阳市').check();
  await atlas.option('交通').check();
  await atlas.row('丹金高速公路').click();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await atlas.settled();
  const [address, state, rows] = [atlas.address(), await atlas.mapState(), await atlas.rows.count()];

  await present(atlas, page);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(placeOf(atlas, 3)).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(atlas.region('演示画面')).toBeHidden();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await expect(atlas.option('丹阳市')).toBeChecked();
  await expect(atlas.option('交通')).toBeChecked();
  await expect(atlas.rows).toHaveCount(rows);
  expect(atlas.address()).toBe(address);
  await atlas.mapIs(state);
});

test('the focus returns to the button that began the presentation', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const button = page.getByRole('button', { name: '演示', exact: true });
  await present(atlas, page);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('leaving full screen leaves the presentation', async ({ atlas, page }) => {
  await atlas.open();
  await present(atlas, page);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect(atlas.region('演示画面')).toBeHidden();
  await expect(page.getByRole('banner')).toBeVisible();
});

test('a scene looks the same from a link as from the button', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.1');
  await expect(placeOf(atlas, 1)).toBeVisible();
  const linked = await atlas.mapState();

  await page.keyboard.press('Escape');
  await expect(atlas.region('演示画面')).toBeHidden();
  await atlas.settled();
  await present(atlas, page);
  await atlas.mapIs(linked);
});
