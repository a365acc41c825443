import type { Locator } from '@playwright/test';
import { expect, test } from './journey.ts';

// A person's own few colours, as Windows contrast themes have them: a dark one, which is farthest from the paper.
test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active', colorScheme: 'dark' } });

/** Ground and ink of an element, as they are drawn. */
const colours = (locator: Locator) =>
  locator.evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return { backgroundColor, color };
  });

/** The contrast of two colours as `rgb(…)`: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((colour) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Asserts that one of two things stands out, ground and ink, and that its ink is seen on its ground. */
async function standsOut(chosen: Locator, other: Locator): Promise<void> {
  const [own, beside] = [await colours(chosen), await colours(other)];
  expect(own.backgroundColor).not.toBe(beside.backgroundColor);
  expect(own.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  expect(contrast(own.color, own.backgroundColor)).toBeGreaterThan(4.5);
}

test('in forced colours what is chosen, selected and pressed stands out, and so does the focus', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.openSettled();
  await atlas.canvasIsAlive();
  const label = (name: string) => page.locator('label.option').filter({ has: atlas.option(name) });
  await atlas.option('交通').check();
  await standsOut(label('交通'), label('文旅体育'));
  await atlas.option('产业').focus();
  await page.keyboard.press('Tab');
  await atlas.focusIsVisible();

  await atlas.row('南沿江城际铁路').click();
  await standsOut(atlas.row('南沿江城际铁路'), atlas.row('宁句城际轨道'));
  const segments = page.getByRole('group', { name: '分组' });
  await standsOut(
    segments.getByRole('button', { name: '按辖区' }),
    segments.getByRole('button', { name: '按领域' }),
  );
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: '报告', exact: true }).click();
  await standsOut(
    bar.getByRole('button', { name: '报告', exact: true }),
    bar.getByRole('button', { name: '统计', exact: true }),
  );
  await page.keyboard.press('Tab');
  await atlas.focusIsVisible();
});

test('in forced colours marks keep their sectors’ hues and the shapes of their progress', async ({
  atlas,
}) => {
  await atlas.open();
  const fill = (name: string) =>
    atlas
      .option(name)
      .locator('xpath=..')
      .locator('.mark-icon')
      .evaluate((icon) => [...icon.querySelectorAll('*')].map((part) => getComputedStyle(part).fill));
  const hues = await Promise.all(['产业', '交通', '文旅体育'].map(fill));
  expect(new Set(hues.map((parts) => parts.join(' '))).size).toBe(3);
});

test('with reduced motion nothing moves on stage: scenes are cut to', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?scene=overview.2');
  await page.keyboard.press('PageDown');
  await expect(atlas.region('演示画面').getByText(/^3 \/ \d+$/)).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 0)
      .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'transition')),
  );
  expect(moving).toEqual([]);
});
