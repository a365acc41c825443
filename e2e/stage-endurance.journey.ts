import { expect, test } from './journey.ts';
import { countGpu, gpuLoad, loadText, pageLoad } from './page-load.ts';

const changes = { warm: 50, all: 500 };
/** So many scenes are turned before the map is left to settle. */
const burst = 50;

// A small picture is drawn faster; and a trace keeps copies of the page in the page, which would be measured too.
test.use({ viewport: { width: 960, height: 600 }, trace: 'off' });

test('five hundred scenes leave heap, listeners and nodes flat', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  test.setTimeout(600_000);
  await atlas.openSettled('?scene=overview.1');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable');
  const place = atlas.region('演示画面').getByText(/^\d+ \/ \d+$/);
  const scenes = Number((await place.innerText()).split('/')[1]);
  expect(scenes).toBeGreaterThan(2);

  let [made, index, step] = [0, 0, 1];
  const turn = async (until: number) => {
    while (made < until) {
      if (index + step < 0 || index + step >= scenes) step = -step;
      await page.keyboard.press(step > 0 ? 'PageDown' : 'PageUp');
      index += step;
      made += 1;
      if (made % burst === 0) await atlas.settled();
    }
    // No key was lost: each press changed the scene.
    await expect(place).toHaveText(`${index + 1} / ${scenes}`);
    // Both are measured at the same scene.
    await page.keyboard.press('Home');
    index = 0;
    await expect(place).toHaveText(`1 / ${scenes}`);
    await atlas.settled();
    const load = await pageLoad(browser);
    console.log(`after ${made} scene changes: ${loadText(load)}`);
    return load;
  };
  const warm = await turn(changes.warm);
  const end = await turn(changes.all);

  expect(end.heap, 'heap in bytes').toBeLessThan(warm.heap * 1.1 + 2e6);
  expect(end.listeners, 'listeners').toBeLessThanOrEqual(warm.listeners + 5);
  expect(end.nodes, 'nodes').toBeLessThanOrEqual(warm.nodes + 20);
});

/** Two hours of a screen in a lobby: a scene every ten seconds. */
const kiosk = { seconds: 10, scenes: 720, warm: 60 };

test('two hours of going on by itself leave heap, listeners, nodes and graphics memory flat', {
  tag: '@full',
}, async ({ atlas, page }) => {
  test.setTimeout(3_600_000);
  await countGpu(page);
  await page.clock.install();
  await atlas.openSettled(`?scene=overview.1&autoplay=${kiosk.seconds},loop`);
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable');
  const place = atlas.region('演示画面').getByText(/^\d+ \/ \d+$/);
  const [, scenes = 0] = (await place.innerText()).split(' / ').map(Number);
  expect(scenes).toBeGreaterThan(2);

  // The time goes on by itself as well, so that the scenes are counted where they come.
  await place.evaluate((element) => {
    const changes = new MutationObserver(() => {
      element.dataset.changes = String(Number(element.dataset.changes ?? 0) + 1);
    });
    changes.observe(element, { childList: true, characterData: true, subtree: true });
  });
  const changesMade = async () => Number((await place.getAttribute('data-changes')) ?? 0);
  const goOn = async () => {
    // A scene's time is counted from when the map has drawn it.
    await atlas.settled();
    const before = await changesMade();
    await page.clock.fastForward(kiosk.seconds * 1000);
    await expect.poll(changesMade).toBeGreaterThan(before);
  };
  /** Goes on for so many scenes, and then to the first; holds the time there, in the dark, and measures. */
  const measureAfter = async (changes: number) => {
    while ((await changesMade()) < changes) await goOn();
    for (let dark = false; !dark; ) {
      await goOn();
      if (!(await place.innerText()).startsWith('1 /')) continue;
      await page.keyboard.press('b');
      dark = (await place.innerText()).startsWith('1 /');
      if (!dark) await page.keyboard.press('b');
    }
    await atlas.settled();
    const [load, gpu] = [await pageLoad(browser), await gpuLoad(page)];
    const graphics = Object.entries(gpu).map(([kind, count]) => `${count} ${kind}`);
    console.log(`after ${await changesMade()} scene changes: ${loadText(load)}; ${graphics.join(', ')}`);
    await page.keyboard.press('b');
    return { load, gpu };
  };
  const warm = await measureAfter(kiosk.warm);
  await measureAfter(kiosk.scenes / 2);
  const end = await measureAfter(kiosk.scenes);
  expect(end.load.heap, 'heap in bytes').toBeLessThan(warm.load.heap * 1.1 + 2e6);
  expect(end.load.listeners, 'listeners').toBeLessThanOrEqual(warm.load.listeners + 5);
  expect(end.load.nodes, 'nodes').toBeLessThanOrEqual(warm.load.nodes + 20);
  for (const [kind, count] of Object.entries(end.gpu)) {
    const before = warm.gpu[kind as keyof typeof warm.gpu];
    expect(count, `${kind} in the graphics memory`).toBeLessThanOrEqual(before * 1.1 + 8);
  }
  await atlas.canvasIsAlive();
});
