import type { Locator, Page } from '@playwright/test';
import type { Atlas } from './atlas.ts';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const stage = (atlas: Atlas): Locator => atlas.region('演示画面');
/** The place in the deck, as “3 / 14”. */
const place = (atlas: Atlas): Locator => stage(atlas).getByText(/^\d+ \/ \d+$/);
const isAt = (atlas: Atlas, number: number) =>
  expect(place(atlas)).toHaveText(new RegExp(`^${number} / \\d+$`));
const title = (atlas: Atlas): Locator => stage(atlas).getByRole('article').getByRole('heading');
/** How many scenes the deck on stage says it has. */
const scenesOf = async (atlas: Atlas): Promise<number> =>
  Number((await place(atlas).innerText()).split(' / ')[1]);

/** Starts the first deck, from the dialog of decks where there is one. */
async function present(atlas: Atlas, page: Page): Promise<void> {
  await page.getByRole('button', { name: '演示', exact: true }).click();
  const begin = page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ });
  await expect(begin.first().or(place(atlas))).toBeVisible();
  if (await begin.first().isVisible()) await begin.first().click();
  await isAt(atlas, 1);
}

test('a clicker turns the whole deck, and past the end it stays', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled();
  await present(atlas, page);
  await expect(page.getByRole('banner')).toBeHidden();
  const total = await scenesOf(atlas);
  const titles = new Set<string>();
  for (let number = 1; number <= total; number += 1) {
    await isAt(atlas, number);
    titles.add(await title(atlas).innerText());
    await page.keyboard.press('PageDown');
  }
  expect(titles.size, 'different titles').toBe(total);
  for (let more = 0; more < 3; more += 1) await page.keyboard.press('PageDown');
  await isAt(atlas, total);
  await page.keyboard.press('PageUp');
  await isAt(atlas, total - 1);
  await page.keyboard.press('Home');
  await isAt(atlas, 1);
  await atlas.settled();
  await atlas.canvasIsAlive();
});

test('the screen goes dark and comes back, a typed number and the list lead to a scene', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await present(atlas, page);
  const dark = page.getByRole('button', { name: '恢复画面' });
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await expect(dark).toBeVisible();
    await page.keyboard.press(key);
    await expect(dark).toBeHidden();
  }
  // A clicker that goes on lights the next scene.
  await page.keyboard.press('.');
  await page.keyboard.press('PageDown');
  await expect(dark).toBeHidden();
  await isAt(atlas, 2);

  await page.keyboard.press('1');
  await page.keyboard.press('3');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('4');
  await expect(stage(atlas).getByText('4', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await isAt(atlas, 4);

  await page.keyboard.press('l');
  const list = page.getByRole('dialog', { name: '场景列表' });
  await expect(list.getByRole('listitem')).toHaveCount(await scenesOf(atlas));
  await expect(list.getByRole('button', { name: /^4 / })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const chosen = (await list.getByRole('button', { name: /^5 / }).innerText()).replace(/^5\s*/, '');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await isAt(atlas, 5);
  await expect(title(atlas)).toHaveText(chosen);
  await page.keyboard.press('l');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await isAt(atlas, 5);
});

test('one looks off the script, by search, on the map and by filters, and one key returns', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await present(atlas, page);
  await page.keyboard.press('PageDown');
  const scene = await title(atlas).innerText();
  await atlas.settled();
  const before = await atlas.mapState();

  await page.keyboard.press('/');
  await page.keyboard.type('wfs');
  await page
    .getByRole('option', { name: /五峰山长江大桥/ })
    .first()
    .click();
  await expect(title(atlas)).toHaveText(/五峰山/);
  await expect(stage(atlas).getByText(/报告原文/)).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(title(atlas)).toHaveText(scene);
  await atlas.mapIs(before);

  const items = page.getByRole('listbox', { name: '地图事项' });
  await items.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const [name = ''] = (await items.getByRole('option', { selected: true }).innerText()).split('，');
  await expect(title(atlas)).toHaveText(name);
  await stage(atlas).getByRole('button', { name: '返回场景' }).click();
  await expect(title(atlas)).toHaveText(scene);

  await page.keyboard.press('f');
  await stage(atlas)
    .getByRole('checkbox', { name: /^丹阳市 \d+$/ })
    .check();
  await expect(title(atlas)).toHaveText(/丹阳市/);
  // Back from elsewhere first, then to the scene before; on from elsewhere to the next.
  await page.keyboard.press('PageUp');
  await expect(title(atlas)).toHaveText(scene);
  await isAt(atlas, 2);
  await atlas.drag(60, 40);
  await expect(stage(atlas).getByRole('button', { name: '返回场景' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await isAt(atlas, 3);
});

test('Escape takes one step back at a time, and at last to exactly where one was', async ({
  atlas,
  page,
}) => {
  // Where the browser grants full screen, it takes the key itself.
  await page.addInitScript(() => {
    Reflect.deleteProperty(Element.prototype, 'requestFullscreen');
  });
  await atlas.openSettled();
  await atlas.option('丹阳市').check();
  await atlas.option('交通').check();
  await atlas.row('丹金高速公路').click();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await atlas.settled();
  const scrolled = () => page.locator('.browse .filters').evaluate(({ scrollTop }) => scrollTop);
  await page.locator('.browse .filters').evaluate((element) => element.scrollTo({ top: 70 }));
  const [address, state, rows] = [atlas.address(), await atlas.mapState(), await atlas.rows.count()];

  await present(atlas, page);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('f');
  await stage(atlas)
    .getByRole('checkbox', { name: /^扬中市 \d+$/ })
    .check();
  await page.keyboard.press('Escape');
  await expect(stage(atlas).getByRole('checkbox').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(stage(atlas).getByRole('button', { name: '返回场景' })).toBeHidden();
  await isAt(atlas, 2);
  await page.keyboard.press('Escape');

  await expect(stage(atlas)).toBeHidden();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await expect(atlas.option('丹阳市')).toBeChecked();
  await expect(atlas.option('交通')).toBeChecked();
  await expect(atlas.option('扬中市')).not.toBeChecked();
  await expect(atlas.rows).toHaveCount(rows);
  expect(await scrolled()).toBe(70);
  expect(atlas.address()).toBe(address);
  await atlas.mapIs(state);
});

test('F5 begins the first deck, and Shift+F5 goes on where it was left', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  // Before the app is there, the key reloads.
  const ready = () => expect(page.getByRole('button', { name: '演示', exact: true })).toBeVisible();
  await atlas.open();
  await ready();
  await page.keyboard.press('F5');
  await isAt(atlas, 1);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await isAt(atlas, 3);
  await page.keyboard.press('Shift+F5');
  await isAt(atlas, 3);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect(stage(atlas)).toBeHidden();
  await expect(page.getByRole('banner')).toBeVisible();
  await page.reload();
  await ready();
  await page.keyboard.press('Shift+F5');
  await isAt(atlas, 3);
  await page.keyboard.press('F5');
  await isAt(atlas, 1);
});

test('the stage has no barrier, on a cover, a scene, the closing and off the script', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.1');
  expect(await findings(page), 'cover').toEqual([]);
  await page.keyboard.press('End');
  expect(await findings(page), 'closing').toEqual([]);
  await page.keyboard.press('PageUp');
  expect(await findings(page), 'scene').toEqual([]);
  await page.keyboard.press('l');
  expect(await findings(page), 'list').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await stage(atlas).getByRole('checkbox').first().check();
  expect(await findings(page), 'filters, off the script').toEqual([]);
});

for (const [room, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  'old projector': { width: 1024, height: 768 },
  laptop: { width: 1280, height: 720 },
  // The proportions of 5760 × 1080, with a quarter of its pixels to draw.
  wall: { width: 2880, height: 540 },
})) {
  test(`every caption is whole and beside what it speaks about: ${room}`, { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await atlas.open('?scene=overview.1');
    await isAt(atlas, 1);
    const total = await scenesOf(atlas);
    const cut: string[] = [];
    for (let number = 1; number <= total; number += 1) {
      await isAt(atlas, number);
      const runsOver = await stage(atlas)
        .getByRole('article')
        .evaluate((caption) => {
          const { scrollHeight, clientHeight, scrollWidth, clientWidth } = caption;
          const { left, top, right, bottom } = caption.getBoundingClientRect();
          const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
          return !inside || scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
        });
      if (runsOver) cut.push(`${number}: ${await title(atlas).innerText()}`);
      await page.keyboard.press('PageDown');
    }
    expect(cut).toEqual([]);
    // What is asked for is shown in what the caption leaves of the map.
    await page.keyboard.press('/');
    await page.keyboard.type('谷阳路');
    await stage(atlas).getByRole('option').first().click();
    await expect(title(atlas)).toHaveText(/谷阳路/);
    const [caption, map] = [
      await atlas.boxOf(stage(atlas).getByRole('article')),
      await atlas.boxOf(atlas.canvas),
    ];
    const free =
      room === 'phone' ? (caption.y - map.y) / map.height : 1 - (caption.x + caption.width) / map.width;
    expect(free, 'the share of the map that is free').toBeGreaterThan(room === 'phone' ? 0.4 : 0.5);
  });
}

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

test('a scene looks the same from a link as from the button', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.1');
  await isAt(atlas, 1);
  const linked = await atlas.mapState();

  await page.keyboard.press('Escape');
  await expect(stage(atlas)).toBeHidden();
  await atlas.settled();
  await present(atlas, page);
  await atlas.mapIs(linked);
});
