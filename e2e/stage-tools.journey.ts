import type { Page } from '@playwright/test';
import type { Atlas } from './atlas.ts';
import { expect, test } from './journey.ts';

const stageOf = (atlas: Atlas) => atlas.region('演示画面');
const placeOf = (atlas: Atlas) => stageOf(atlas).getByText(/^\d+ \/ \d+$/);
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** The strokes on the screen: one path each once the pen's own drawing is loaded. */
const strokesOf = (page: Page) => page.locator('.ink .ink-stroke');

async function draw(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
}

test('the pen draws, takes back and is gone on the next scene, and the map stays where it is', async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?scene=overview.2');
  const before = await atlas.mapState();
  await page.mouse.move(640, 200);
  await page.keyboard.press('p');
  await expect(tool(page, '画笔')).toHaveAttribute('aria-pressed', 'true');
  await draw(page, [700, 150], [900, 250]);
  await draw(page, [700, 250], [900, 150]);
  await expect(strokesOf(page)).toHaveCount(2);
  const box = await atlas.boxOf(strokesOf(page).first());
  expect(box.x).toBeLessThan(705);
  expect(box.x + box.width).toBeGreaterThan(890);
  expect(await atlas.mapState(), 'the map under the pen').toEqual(before);

  await page.keyboard.press('z');
  await expect(strokesOf(page)).toHaveCount(1);
  await tool(page, '清除笔迹').click();
  await expect(strokesOf(page)).toHaveCount(0);

  await draw(page, [700, 150], [900, 250]);
  await expect(strokesOf(page)).toHaveCount(1);
  // Escape puts the pen away and leaves the stage alone.
  await page.keyboard.press('Escape');
  await expect(tool(page, '画笔')).toHaveAttribute('aria-pressed', 'false');
  await expect(strokesOf(page)).toHaveCount(1);
  await expect(placeOf(atlas)).toHaveText(/^2 \//);

  await page.keyboard.press('p');
  await page.keyboard.press('PageDown');
  await expect(placeOf(atlas)).toHaveText(/^3 \//);
  await expect(page.locator('.ink')).toHaveCount(0);
  await expect(tool(page, '画笔')).toHaveAttribute('aria-pressed', 'false');
});

test('the spot follows the pointer and is gone in the dark', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.2');
  await page.mouse.move(500, 300);
  await page.keyboard.press('o');
  const ring = page.locator('.spot i');
  const middle = async () => {
    const { x, y, width, height } = await atlas.boxOf(ring);
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
  };
  expect(await middle()).toEqual([500, 300]);
  await page.mouse.move(820, 140);
  expect(await middle()).toEqual([820, 140]);
  await expect(tool(page, '激光点')).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('b');
  await page.keyboard.press('b');
  await expect(ring).toHaveCount(0);
  await page.mouse.move(800, 150);
  await tool(page, '激光点').click();
  await expect(ring).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(ring).toHaveCount(0);
});

test('a link plays the scenes by itself and begins again after the last', async ({ atlas, page }) => {
  await atlas.open('?scene=overview.1');
  const scenes = Number((await placeOf(atlas).innerText()).split('/')[1]);
  await atlas.open(`?scene=overview.${scenes - 1}&autoplay=1,loop`);
  // The time of the first scene begins only when the map is drawn.
  await expect(placeOf(atlas)).toHaveText(`${scenes} / ${scenes}`, { timeout: 40_000 });
  for (const scene of [1, 2]) await expect(placeOf(atlas)).toHaveText(`${scene} / ${scenes}`);

  await page.keyboard.press('a');
  await atlas.addressHas('autoplay', null);
  await page.keyboard.press('a');
  await atlas.addressHas('autoplay', '1,loop');
  await page.keyboard.press('b');
  const dark = await placeOf(atlas).innerText();
  await page.waitForTimeout(2_500);
  expect(await placeOf(atlas).innerText(), 'in the dark the time stands still').toBe(dark);
});

test('without a loop it ends with the last scene', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open('?scene=overview.1');
  const scenes = Number((await placeOf(atlas).innerText()).split('/')[1]);
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.mouse.move(640, 300);
  await tool(page, '自动播放').click();
  const menu = page.getByRole('dialog', { name: '自动播放' });
  await menu.getByRole('checkbox', { name: '自动播放' }).check();
  await menu.getByRole('radio', { name: '5 秒' }).check();
  await menu.getByRole('checkbox', { name: '循环' }).uncheck();
  await atlas.addressHas('autoplay', '5');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(placeOf(atlas)).toHaveText(`${scenes} / ${scenes}`);
  await atlas.addressHas('autoplay', null);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 });

  /** A finger's way over the screen, by the browser's own touch events. */
  async function swipe(page: Page, from: [number, number], to: [number, number]): Promise<void> {
    const browser = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', [x, y]: [number, number]) =>
      browser.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    await touch('touchStart', from);
    for (let part = 1; part <= 5; part += 1)
      await touch('touchMove', [
        from[0] + ((to[0] - from[0]) * part) / 5,
        from[1] + ((to[1] - from[1]) * part) / 5,
      ]);
    await touch('touchEnd', to);
    await browser.detach();
  }

  test('a swipe over the words turns the page, over the map it does not', { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    await atlas.openSettled('?scene=overview.2');
    const words = async () => (await atlas.boxOf(stageOf(atlas).getByRole('heading').first())).y + 10;
    let y = await words();
    await swipe(page, [320, y], [60, y + 10]);
    await expect(placeOf(atlas)).toHaveText(/^3 \//);
    y = await words();
    await swipe(page, [60, y], [320, y + 10]);
    await expect(placeOf(atlas)).toHaveText(/^2 \//);
    y = await words();
    await swipe(page, [320, y + 60], [300, y - 60]);
    await atlas.settled();
    await swipe(page, [320, 150], [60, 160]);
    await atlas.settled();
    await expect(placeOf(atlas)).toHaveText(/^2 \//);
  });
});
