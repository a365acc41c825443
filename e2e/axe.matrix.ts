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
  embedded: 'embed=1&item=wufengshan-expressway',
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

        test(`axe finds nothing on the decks and their editor, ${theme}, ${lang}`, async ({
          atlas,
          page,
        }) => {
          await atlas.open(`?theme=${theme}&lang=${lang}`);
          await page.getByRole('button', { name: /^(演示|Present)$/ }).click();
          const more = page.getByRole('button', { name: /^(更多|More)$/ }).first();
          await more.click();
          expect(await findings(page), 'the list').toEqual([]);
          await page.getByRole('button', { name: /^(复制为我的演示|Copy to my decks)$/ }).click();
          await expect(page.getByRole('dialog', { name: /^(编辑|Edit)/ })).toBeVisible();
          expect(await findings(page), 'the editor').toEqual([]);
          await page.getByRole('button', { name: /^(删除此页|Delete scene)$/ }).click();
          await expect(page.getByRole('button', { name: /^(撤销|Undo)$/ })).toBeVisible();
          expect(await findings(page), 'what is told').toEqual([]);
        });

        test(`axe finds nothing on what can be exported, and on 关于, ${theme}, ${lang}`, async ({
          atlas,
          page,
        }) => {
          await atlas.open(`?theme=${theme}&lang=${lang}`);
          await page
            .getByRole('button', { name: /^(导出|Export)$/ })
            .first()
            .click();
          await expect(page.getByRole('dialog', { name: /^(导出|Export)/ })).toBeVisible();
          expect(await findings(page), 'exports').toEqual([]);
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: /^(关于|About)$/ }).click();
          const about = page.getByRole('dialog');
          await about.getByText(/^\d+ (个软件包|packages)/u).click();
          expect(await findings(page), 'about').toEqual([]);
        });

        test(`axe finds nothing in the presenter's window, ${theme}, ${lang}`, async ({
          atlas,
          page,
          context,
        }) => {
          await atlas.open(`?scene=overview.2&theme=${theme}&lang=${lang}`);
          await expect(page.getByText(/^2 \/ \d+$/)).toBeVisible();
          const opened = context.waitForEvent('page');
          const button = page.getByRole('button', { name: /^(演示者窗口|Presenter window)$/ });
          // The bar's buttons go while nobody moves the pointer.
          await button.focus();
          await button.press('Enter');
          const presenter = await opened;
          await expect(presenter.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await findings(presenter)).toEqual([]);
        });
      }
    }
  });
}
