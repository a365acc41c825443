import { expect, test } from './journey.ts';

for (const [when, time] of Object.entries({
  'long before the report': '1970-01-01T00:00:00Z',
  'long after it': '2099-12-31T23:59:59Z',
})) {
  test(`with the clock ${when} everything works, and the date is the report's`, { tag: '@full' }, async ({
    atlas,
    page,
  }) => {
    await page.clock.setSystemTime(new Date(time));
    await atlas.openSettled();
    const items = await atlas.items();
    await expect(atlas.map.getByText('据 2020年1月10日 报告')).toBeVisible();
    await atlas.option('丹阳市').check();
    const danyang = items.filter(({ properties }) => properties.districts.includes('321181'));
    await atlas.listShows(danyang.length, items.length);
    await atlas.mapShows(danyang);

    await page.getByRole('button', { name: '演示', exact: true }).click();
    await page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ }).first().click();
    const stage = atlas.region('演示画面');
    await expect(page.getByText('据 2020年1月10日 报告').locator('visible=true').first()).toBeVisible();
    await expect(stage.getByText(/^1 \/ \d+$/)).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(stage.getByText(/^2 \/ \d+$/)).toBeVisible();
    // The clock is set right in the middle of it.
    await page.clock.setSystemTime(new Date());
    await page.keyboard.press('PageDown');
    await expect(stage.getByText(/^3 \/ \d+$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(atlas.option('丹阳市')).toBeChecked();
    // No year of the computer's anywhere in words.
    await expect(page.locator('body')).not.toContainText(/1970|2099/);
  });
}

test('a presentation that goes on by itself goes on when the clock is set back', async ({ atlas, page }) => {
  await page.clock.install({ time: new Date('2099-01-01T00:00:00Z') });
  await atlas.openSettled('?scene=overview.2&autoplay=5,loop');
  const stage = atlas.region('演示画面');
  await page.clock.setSystemTime(new Date('1970-01-01T00:00:00Z'));
  await page.clock.fastForward(6_000);
  await expect(stage.getByText(/^3 \/ \d+$/)).toBeVisible();
});
