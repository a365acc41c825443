import { expect, test } from './journey.ts';

/** What is looked at: the city, one district, the old city, and one item with its extent. */
const places = {
  city: '',
  district: 'district=danyang',
  'old-city': 'at=119.41,32.18,119.49,32.225',
  corridor: 'item=zhenyang-second-crossing&at=zhenyang-second-crossing',
};
const themes = ['light', 'dark', 'projector'];
/** The pixels are coarse: what is judged is the picture's make-up, and a finer one differs more between machines. */
const sizes = {
  laptop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 0.5 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
  wall: { viewport: { width: 3840, height: 2160 }, deviceScaleFactor: 0.25 },
};

for (const [size, options] of Object.entries(sizes)) {
  test.describe(`the map alone on a ${size}`, () => {
    test.use(options);
    for (const theme of themes) {
      for (const [place, query] of Object.entries(places)) {
        test(`${place}, ${theme}`, async ({ atlas, page }) => {
          await atlas.openSettled(`?${query}&theme=${theme}`);
          const clip = await atlas.boxOf(atlas.canvas);
          await atlas.showCanvasAlone();
          await expect(page).toHaveScreenshot(`${size}-${theme}-${place}.png`, {
            clip,
            scale: 'device',
            // Letters are drawn a little differently by every machine; a missing layer or theme is far more.
            maxDiffPixelRatio: 0.03,
            threshold: 0.25,
          });
        });
      }
    }
  });
}
