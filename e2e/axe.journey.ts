import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const screens = {
  'the start, with a notice': '?colour=red',
  'an empty result': '?sector=innovation&progress=completed',
  'a district': '?district=danyang',
  'an item': '?item=wufengshan-expressway',
  'the stage': '?scene=overview.2',
  'an item, in English': '?item=wufengshan-expressway&lang=en',
  'the stage, in English': '?scene=overview.2&lang=en',
  'an item, on a dark wall': '?item=wufengshan-expressway&theme=dark',
  'a district, on a projector': '?district=danyang&theme=projector',
};
for (const [screen, query] of Object.entries(screens)) {
  test(`axe finds nothing: ${screen}`, async ({ atlas, page }) => {
    await atlas.open(query);
    await expect(atlas.canvas).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}

test('axe finds nothing on an opened group of marks', async ({ atlas, page }) => {
  await atlas.openSettled('?items=huanshan-road-crossing,xuancheng-avenue-crossing,zhouwan-road-crossing');
  await atlas.clickMap('mark', await atlas.mapCentre());
  await expect(page.getByRole('dialog', { name: '这里有 3 项' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing on the dialog 关于', async ({ atlas, page }) => {
  await atlas.open();
  await page.getByRole('button', { name: '关于' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const [screen, query] of Object.entries({
    start: '',
    'an item': '?item=wufengshan-expressway',
    'the stage': '?scene=overview.2',
  })) {
    test(`axe finds nothing on a phone: ${screen}`, async ({ atlas, page }) => {
      await atlas.open(query);
      await expect(atlas.canvas).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  }
});
