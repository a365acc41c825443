import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

/** A few screens: every theme and language of all of them is in the matrices. */
const screens = {
  'the start, with a notice': '?colour=red',
  'the report, in English, on a dark wall': '?panel=report&item=farasis-zhenjiang&lang=en&theme=dark',
};
for (const [screen, query] of Object.entries(screens)) {
  test(`axe finds nothing: ${screen}`, async ({ atlas, page }) => {
    // Settled: until then the still picture's lines, cut off at the map's edge, would count as covering the bar.
    await atlas.openSettled(query);
    expect(await findings(page)).toEqual([]);
  });
}

test('axe finds nothing on an opened group of marks', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?items=huanshan-road-crossing,xuancheng-avenue-crossing,zhouwan-road-crossing');
  await atlas.clickMap('mark', await atlas.mapCentre());
  await expect(page.getByRole('dialog', { name: '这里有 3 项' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing on the basemap menu and the help, in either language', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  for (const [query, basemap, help] of [
    ['?theme=dark', '底图', '键盘快捷键'],
    ['?lang=en', 'Basemap', 'Keyboard shortcuts'],
  ] as const) {
    await atlas.open(query);
    await page.getByRole('button', { name: basemap, exact: true }).click();
    await expect(page.getByRole('dialog', { name: basemap, exact: true })).toBeVisible();
    expect(await findings(page), basemap).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: help }).click();
    await expect(page.getByRole('dialog', { name: help })).toBeVisible();
    expect(await findings(page), help).toEqual([]);
  }
});

test('axe finds nothing on the dialog 关于', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  await page.getByRole('button', { name: '关于' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const [screen, query] of Object.entries({
    'the report': '?panel=report&theme=dark',
  })) {
    test(`axe finds nothing on a phone: ${screen}`, { tag: '@full' }, async ({ atlas, page }) => {
      await atlas.open(query);
      await expect(atlas.canvas).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  }
});
