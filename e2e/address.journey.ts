import { expect, test } from './journey.ts';

const box = /^-?[\d.]+(,-?[\d.]+){3}$/;

test('loading the address again gives the same view', async ({ atlas, page }) => {
  await atlas.openSettled();
  await atlas.option('交通').check();
  await atlas.row('南沿江城际铁路').click();
  await atlas.settled();
  await atlas.map.getByRole('button', { name: '放大' }).click();
  await atlas.addressHas('at', box);
  await page.getByRole('button', { name: '切换语言：English' }).click();
  await atlas.addressHas('lang', 'en');
  await atlas.settled();
  const [address, state, rows] = [atlas.address(), await atlas.mapState(), await atlas.rows.count()];

  await page.reload();
  await atlas.settled();
  expect(atlas.address()).toBe(address);
  await expect(atlas.option('Transport')).toBeChecked();
  await expect(atlas.rows).toHaveCount(rows);
  await expect(atlas.rows.and(page.locator('[aria-current]'))).toHaveCount(1);
  const { zoom, ...drawn } = await atlas.mapState();
  expect(drawn).toEqual({ ...state, zoom: undefined });
  expect(zoom).toBeCloseTo(state.zoom, 1);
});

test('a scene of the presentation is loaded again as it was', async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.3');
  const stage = atlas.region('演示画面');
  await expect(stage.getByText('3 / 5', { exact: true })).toBeVisible();
  const state = await atlas.mapState();
  await page.reload();
  await atlas.settled();
  await expect(stage.getByText('3 / 5', { exact: true })).toBeVisible();
  expect(await atlas.mapState()).toEqual(state);
});

test('back and forward walk through what was done', async ({ atlas, page }) => {
  await atlas.openSettled();
  const total = await atlas.rows.count();
  await atlas.option('交通').check();
  await atlas.row('宁句城际轨道').click();
  const detail = atlas.region('宁句城际轨道');
  await expect(detail).toBeVisible();

  await page.goBack();
  await expect(detail).toBeHidden();
  await expect(atlas.option('交通')).toBeChecked();
  await page.goBack();
  await expect(atlas.option('交通')).not.toBeChecked();
  await atlas.listShows(total, total);
  await atlas.mapShows(await atlas.items());
  await page.goForward();
  await page.goForward();
  await expect(detail).toBeVisible();
  await expect(atlas.option('交通')).toBeChecked();
});

test('the camera enters the address only when a person moved the map', async ({ atlas }) => {
  await atlas.openSettled();
  expect(atlas.address()).toBe('');
  await atlas.option('句容市').check();
  await atlas.settled();
  await atlas.addressHas('district', 'jurong');
  await atlas.addressHas('at', null);

  await atlas.drag(-120, 60);
  await atlas.addressHas('at', box);
  await atlas.map.getByRole('button', { name: '全市范围' }).click();
  await atlas.addressHas('at', null);
  await atlas.addressHas('district', null);
});

test('a drag that ends over a panel moves the map as any other', async ({ atlas, page }) => {
  await atlas.openSettled('?district=jurong');
  await atlas.drag(150, 60);
  // The hand does not stand still after letting go.
  const { x, y } = await atlas.mapCentre();
  await page.mouse.move(x + 160, y + 70);
  await atlas.addressHas('at', box);
});

test('the wheel moves the map as a drag does', async ({ atlas, page }) => {
  await atlas.openSettled();
  const { x, y } = await atlas.mapCentre();
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await atlas.addressHas('at', box);
});

test('what a link holds that is unknown or stale is left out with a notice', async ({ atlas, page }) => {
  await atlas.openSettled('?sector=transport,magic&item=gone&at=1,2&scene=overview.99&colour=red&v=1');
  const notice = page.getByRole('status').filter({ hasText: '链接里有无法识别的内容，已略过' });
  await expect(notice).toBeVisible();
  for (const part of ['sector=magic', 'item=gone', 'at=1,2', 'scene=overview.99', 'colour=red']) {
    await expect(notice).toContainText(part);
  }
  await expect(atlas.option('交通')).toBeChecked();
  await atlas.mapShows((await atlas.items()).filter(({ properties }) => properties.sector === 'transport'));

  await notice.getByRole('button', { name: '关闭' }).click();
  await expect(notice).toBeHidden();
  await atlas.option('交通').uncheck();
  await expect.poll(() => atlas.address()).toBe('');
});

const hostile = {
  'a picture': `item=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
  'a script': `sector=${encodeURIComponent('"><script>alert(1)</script>')}`,
  'a long value': `item=${'长'.repeat(500)}${'x'.repeat(4500)}`,
  'a long name': `${'y'.repeat(5000)}=1`,
  'broken characters': 'item=%E9%95&district=%00&at=NaN,Infinity,1e999,-1',
};
for (const [what, query] of Object.entries(hostile)) {
  test(`a link with ${what} stays text`, async ({ atlas, page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await atlas.open(`?${query}`);
    const notice = page.getByRole('status').filter({ hasText: '链接里有无法识别的内容' });
    await expect(notice).toBeVisible();
    expect((await atlas.boxOf(notice)).height, 'the height of the notice').toBeLessThan(200);
    await expect(page.getByRole('img', { name: 'x' })).toHaveCount(0);
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
    expect(dialogs).toEqual([]);
    await expect(atlas.rows).toHaveCount((await atlas.items()).length);
  });
}
