import { expect, test } from './journey.ts';

test('the atlas speaks English and Chinese', async ({ atlas, page }) => {
  await atlas.open('?item=nanyanjiang-railway');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: '切换语言：English' }).click();

  await expect(html).toHaveAttribute('lang', 'en');
  await atlas.addressHas('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Zhenjiang Report Atlas');
  await expect(atlas.map.getByText('As of the report of 10 January 2020')).toBeVisible();
  const item = (await atlas.items()).find(({ properties }) => properties.id === 'nanyanjiang-railway');
  const { name = '', nameEn = '' } = item?.properties ?? {};
  await expect(atlas.row(nameEn)).toHaveAttribute('aria-current', 'true');
  await expect(atlas.region(nameEn).getByRole('heading', { name: nameEn, exact: true })).toBeVisible();
  await expect(atlas.option('Jurong')).toBeVisible();
  // The report's words stay as they are.
  await expect(atlas.region(nameEn).getByRole('blockquote').first()).toHaveAttribute('lang', 'zh-CN');

  await page.getByRole('button', { name: 'Switch language: 中文' }).click();
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await expect(atlas.region(name)).toBeVisible();
  await atlas.addressHas('lang', null);
});

test('a link in English opens in English, map and stage as well', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await atlas.openSettled('?lang=en&scene=overview.3');
  await atlas.canvasIsAlive();
  await expect(atlas.region('Presentation').getByRole('heading')).toContainText('Industry');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeVisible();
});

for (const query of [
  '?lang=en&item=wufengshan-expressway',
  '?lang=en&district=danyang&compare=jurong',
  '?lang=en&panel=report',
  '?lang=en&panel=statistics&shaded=items',
]) {
  test(`what is Chinese in the English interface is marked as Chinese: ${query}`, async ({ atlas, page }) => {
    await atlas.open(query);
    await expect(query.includes('panel') ? page.locator('.panel-slot h2') : atlas.rows.first()).toBeVisible();
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        // Marks that the filters leave out are hidden, and are named when they come back.
        if (!parent || parent.closest('script, style, noscript, [hidden], [lang^="zh"]')) continue;
        if (/\p{Script=Han}/u.test(node.textContent ?? '')) found.push(node.textContent ?? '');
      }
      return found;
    });
    expect(unmarked).toEqual([]);
  });
}
