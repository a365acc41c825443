import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

/** What a person does whether or not the browser keeps anything: filter, select, read, present, change a preference. */
const blocked = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'];

/** A browser that keeps nothing, as with all site data blocked: each storage throws as soon as it is named. */
const blockStorage = (page: Page) =>
  page.addInitScript((names) => {
    for (const name of names) {
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  }, blocked);

/** A browser whose storage is full: it can be read, and takes nothing more. */
const fillStorage = (page: Page) =>
  page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });

for (const [what, spoil] of Object.entries({ blocked: blockStorage, full: fillStorage })) {
  // One of the two at each change: they part only where a write fails.
  const tag = what === 'full' ? '@full' : [];
  test(`with ${what} storage everything works for as long as the page is open`, { tag }, async ({
    atlas,
    page,
  }) => {
    await spoil(page);
    await atlas.openSettled();
    const items = await atlas.items();
    await atlas.option('交通').check();
    const transport = items.filter(({ properties }) => properties.sector === 'transport');
    await atlas.listShows(transport.length, items.length);
    await atlas.row('南沿江城际铁路').click();
    await expect(atlas.region('南沿江城际铁路')).toBeVisible();

    await page.getByRole('button', { name: '键盘快捷键' }).click();
    const help = page.getByRole('dialog', { name: '键盘快捷键' });
    const letters = help.getByRole('checkbox');
    await letters.uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '键盘快捷键' }).click();
    await expect(letters).not.toBeChecked();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '演示', exact: true }).click();
    await page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ }).first().click();
    const stage = atlas.region('演示画面');
    await expect(stage.getByText(/^1 \/ \d+$/)).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(stage.getByText(/^2 \/ \d+$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(atlas.option('交通')).toBeChecked();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

/** What may stand in a storage that another program, an older version or a broken disk wrote to. */
const spoilt: Record<string, string> = {
  'atlas.preferences':
    '{"__proto__":{"letterShortcuts":false},"constructor":{"prototype":{"x":1}},"notesSize":"1e999"}',
  'atlas.last-stage': '{"deck":"__proto__","index":-1}',
  'atlas.stage-session': '[[[[',
  'atlas.presenter-clock': '{"presentation":1e400,"startedAt":"then"}',
  'atlas.deck.broken': '{"format":"zhenjiang","scenes":[{"view":{"__proto__":{"polluted":true}}}]}',
  'atlas.deck.__proto__': 'null',
  'atlas.deck.': '\u0000\uffff',
};

test('what is kept and cannot be read costs nothing but itself', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  await page.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) {
      window.localStorage.setItem(key, value);
      window.sessionStorage.setItem(key, value);
    }
  }, spoilt);
  await atlas.openSettled();
  const items = await atlas.items();
  await atlas.listShows(items.length, items.length);
  const inherited = await page.evaluate(() => {
    const plain: Record<string, unknown> = {};
    return ['letterShortcuts', 'polluted', 'x'].map((name) => plain[name]);
  });
  expect(inherited).toEqual([undefined, undefined, undefined]);
  // The usual preferences hold: a letter opens what it stands for.
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' }).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '演示', exact: true }).click();
  await page.getByRole('dialog', { name: '演示' }).getByRole('button', { name: /^开始/ }).first().click();
  await expect(atlas.region('演示画面').getByText(/^1 \/ \d+$/)).toBeVisible();
});
