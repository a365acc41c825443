import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const themes = ['light', 'dark', 'projector'];
const languages = ['zh', 'en'];
const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};
const screens = {
  start: '',
  district: 'district=danyang',
  item: 'item=wufengshan-expressway',
  comparison: 'district=danyang&compare=jurong',
  report: 'panel=report&item=farasis-zhenjiang',
  statistics: 'panel=statistics&shaded=items',
  stage: 'scene=overview.2',
  'empty result': 'sector=innovation&progress=completed',
};

for (const [size, viewport] of Object.entries(sizes)) {
  test.describe(`on a ${size}`, () => {
    test.use({ viewport, hasTouch: size === 'phone', isMobile: size === 'phone' });
    for (const theme of themes) {
      for (const lang of languages) {
        test(`axe finds nothing on any screen, ${theme}, ${lang}`, async ({ atlas, page }) => {
          for (const [screen, query] of Object.entries(screens)) {
            await atlas.open(`?${query}&theme=${theme}&lang=${lang}`);
            await expect(atlas.canvas).toBeVisible();
            expect(await findings(page), screen).toEqual([]);
          }
        });
      }
    }
  });
}
