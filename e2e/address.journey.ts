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

test('a scene of the presentation is loaded again as it was', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.openSettled('?scene=overview.3');
  const stage = atlas.region('演示画面');
  await expect(stage.getByText('3 / 15', { exact: true })).toBeVisible();
  const state = await atlas.mapState();
  await page.reload();
  await atlas.settled();
  await expect(stage.getByText('3 / 15', { exact: true })).toBeVisible();
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

test('panel, paragraph, comparison, shades, theme and every facet survive loading and going back', {
  tag: '@full',
}, async ({ atlas, page }) => {
  // Wide enough for list, map and panel.
  await page.setViewportSize({ width: 1960, height: 900 });
  await atlas.open();
  const html = page.locator('html');
  const dark = await html.getAttribute('data-theme');
  for (const [label, facet] of [
    ['2020 年计划', '年份'],
    ['项目', '类别'],
    ['未披露', '投资'],
  ] as const) {
    await atlas.option(label, facet).check();
  }
  await atlas.option('丹阳市').check();
  await atlas.region('丹阳市概览').getByLabel('与…比较').selectOption({ label: '句容市' });
  await page.getByRole('button', { name: '主题：纸面，切换到暗屏' }).click();
  await expect(html).not.toHaveAttribute('data-theme', dark ?? '');
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: '统计', exact: true }).click();
  await page.getByRole('checkbox', { name: '地图按事项数着色' }).check();
  const listed = await atlas.rows.count();
  const whole = {
    district: 'danyang',
    kind: 'project',
    year: '2020-plan',
    investment: 'undisclosed',
    theme: 'dark',
    panel: 'statistics',
    compare: 'jurong',
    shaded: 'items',
    v: '1',
  };
  const parameters = () => Object.fromEntries(new URL(page.url()).searchParams);
  await expect.poll(parameters).toEqual(whole);

  const isWhole = async () => {
    await expect(atlas.region('统计').getByText(`按当前筛选：${listed} 项`)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: '地图按事项数着色' })).toBeChecked();
    await expect(page.getByRole('table', { name: '丹阳市与句容市的比较' })).toBeVisible();
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await expect(atlas.option('未披露', '投资')).toBeChecked();
    await expect(atlas.rows).toHaveCount(listed);
    expect(parameters()).toEqual(whole);
  };
  await page.reload();
  await isWhole();

  // A quote read in the report, and back; forward again, and loaded.
  await atlas.rows.first().click();
  await page.getByRole('button', { name: '在报告中阅读' }).first().click();
  await atlas.addressHas('panel', 'report');
  const read = parameters();
  expect(read.paragraph).toMatch(/^zhenjiang-2020\/p\d+$/);
  const paragraph = atlas.region('报告').locator('[data-addressed]');
  await expect(paragraph).toBeInViewport();
  await page.goBack();
  await page.goBack();
  await isWhole();
  await page.goForward();
  await page.goForward();
  await expect(paragraph).toBeInViewport();
  expect(parameters()).toEqual(read);
  await page.reload();
  await expect(paragraph).toBeInViewport();
  expect(parameters()).toEqual(read);
});

test('the camera enters the address only when a person moved the map', { tag: '@full' }, async ({
  atlas,
}) => {
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

test('a drag that ends over a panel moves the map as any other', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?district=jurong');
  await atlas.drag(150, 60);
  // The hand does not stand still after letting go.
  const { x, y } = await atlas.mapCentre();
  await page.mouse.move(x + 160, y + 70);
  await atlas.addressHas('at', box);
});

test('the wheel moves the map as a drag does', { tag: '@full' }, async ({ atlas, page }) => {
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
  // One of them with every change, the rest with the long journeys.
  const tag = what === 'a script' ? [] : ['@full'];
  test(`a link with ${what} stays text`, { tag }, async ({ atlas, page }) => {
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
    expect(await page.locator('img, body script:not([src])').count()).toBe(0);
    expect(dialogs).toEqual([]);
    await expect(atlas.rows).toHaveCount((await atlas.items()).length);
  });
}
