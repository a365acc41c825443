import { expect, test } from './journey.ts';

test('关于 lists the licences of all that is inside, which nobody waits for before', async ({
  atlas,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await atlas.open();
  expect(asked.filter((path) => path.includes('licenses'))).toEqual([]);
  await page.getByRole('button', { name: '关于' }).click();
  const dialog = page.getByRole('dialog', { name: '镇江报告地图' });
  await expect(dialog.getByRole('listitem').filter({ hasText: '铁路' })).toContainText(
    'ODbL 1.0 · © OpenStreetMap contributors',
  );
  await dialog.getByText(/^\d+ 个软件包及其许可$/u).click();
  for (const entry of ['maplibre-gl', 'react', '@mapbox/maki'])
    await expect(dialog.getByText(new RegExp(`^${entry} \\d`, 'u'))).toBeVisible();
  const link = dialog.getByRole('link', { name: '许可全文' });
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  expect(await answer.text()).toContain('MapLibre contributors');
});

test('关于 says what of its accessibility is tested and what is not', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.open('?lang=en');
  await page.getByRole('button', { name: 'About' }).click();
  const dialog = page.getByRole('dialog', { name: 'Zhenjiang Report Atlas' });
  await expect(dialog.getByRole('heading', { name: 'Accessibility' })).toBeVisible();
  await expect(dialog.getByText('real screen readers')).toBeVisible();
});
