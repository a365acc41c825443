import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Atlas } from './atlas.ts';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: '演示', exact: true });
const editor = (page: Page) => page.getByRole('dialog', { name: /^编辑：/ });
const scenesIn = (page: Page) => editor(page).getByRole('navigation', { name: '各页' }).getByRole('listitem');
const own = (page: Page) => dialog(page).locator('section', { hasText: '我的演示' }).first();
const ownDeck = (page: Page, title: string): Locator =>
  own(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });

async function openDecks(page: Page): Promise<void> {
  await page.getByRole('button', { name: '演示', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Two views, added by one click each, and the editor opened on them. */
async function makeDeck(atlas: Atlas, page: Page): Promise<void> {
  await atlas.option('丹阳市').check();
  await page.getByRole('button', { name: '把当前视图加入演示' }).first().click();
  await expect(page.getByText('已加入《我的演示 1》第 1 页')).toBeVisible();
  await atlas.option('丹阳市').uncheck();
  await atlas.option('交通').check();
  await page.getByRole('button', { name: '把当前视图加入演示' }).first().click();
  await expect(page.getByText('已加入《我的演示 1》第 2 页')).toBeVisible();
}

async function importFile(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: '导入文件' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

test('Enter in the dialog starts the shipped deck, and the way back leads to the button', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.open();
  await openDecks(page);
  await expect(dialog(page).getByRole('button', { name: '开始', exact: true }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(atlas.region('演示画面')).toBeVisible();
  await atlas.addressHas('scene', 'overview.1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '演示', exact: true })).toBeFocused();
});

test('a deck of two views is edited, put in another order by keyboard, and still there after a reload', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await makeDeck(atlas, page);
  await page.getByRole('button', { name: '编辑', exact: true }).click();

  await expect(scenesIn(page)).toHaveCount(2);
  await editor(page).getByLabel('演示标题').fill('给代表团');
  await editor(page).getByLabel('标题', { exact: true }).fill('交通先行');
  await editor(page).getByLabel('讲稿（观众看不到）').fill('慢慢讲');
  await scenesIn(page).nth(1).getByRole('button').press('Alt+ArrowUp');
  await expect(page.getByText('第 2 页移到第 1 页')).toBeAttached();
  await expect(scenesIn(page).first()).toContainText('交通先行');
  await expect(editor(page).getByText('已保存')).toBeVisible();
  expect(await findings(page)).toEqual([]);

  await page.reload();
  await openDecks(page);
  await ownDeck(page, '给代表团').getByRole('button', { name: '编辑' }).click();
  await expect(scenesIn(page)).toHaveText([/交通先行/, /丹阳市/]);
  await editor(page).getByRole('button', { name: '从这里开始演示' }).click();
  await expect(atlas.region('演示画面').getByRole('heading', { name: '交通先行' })).toBeVisible();
});

test('a deck leaves as a file, is deleted, comes back by undo and by the file; a newer file is refused', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.open();
  await makeDeck(atlas, page);
  await openDecks(page);
  const deck = ownDeck(page, '我的演示 1');
  await deck.getByRole('button', { name: '更多' }).click();
  const download = page.waitForEvent('download');
  await deck.getByRole('button', { name: '导出文件' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(text).decks[0].scenes[0].view).toEqual({ district: ['danyang'] });

  await deck.getByRole('button', { name: '删除' }).click();
  await expect(deck).toHaveCount(0);
  await dialog(page).getByRole('button', { name: '撤销' }).click();
  await expect(deck).toHaveCount(1);
  await deck.getByRole('button', { name: '更多' }).click();
  await deck.getByRole('button', { name: '删除' }).click();
  await expect(deck).toHaveCount(0);

  await importFile(page, 'newer.json', text.replace('"version": 1', '"version": 2'));
  await expect(dialog(page).getByRole('alert').filter({ hasText: '更新的版本' })).toBeVisible();
  await expect(own(page).getByRole('listitem')).toHaveCount(0);

  await importFile(page, 'decks.json', text);
  await expect(dialog(page).getByText('已导入 1 个演示。')).toBeVisible();
  await expect(deck).toContainText('2 页');
  expect(await findings(page)).toEqual([]);
});

test('a storage that is full is told, and the decks can be had as a file', async ({ atlas, page }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith('atlas.deck.')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await atlas.open();
  await page.getByRole('button', { name: '把当前视图加入演示' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: '浏览器的存储已满' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出全部' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('我的演示 1');
  await openDecks(page);
  await expect(ownDeck(page, '我的演示 1')).toBeVisible();
});

test('a deck travels in a link, and one that was cut changes nothing', { tag: '@full' }, async ({
  atlas,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await atlas.open();
  await makeDeck(atlas, page);
  await openDecks(page);
  await ownDeck(page, '我的演示 1').getByRole('button', { name: '更多' }).click();
  await dialog(page).getByRole('button', { name: '分享链接' }).click();
  await expect(dialog(page).getByText('链接已复制')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(6000);

  const other = await context.newPage();
  await other.goto(link.slice(0, -20));
  await expect(other.getByRole('alert').filter({ hasText: '无法读取' })).toBeVisible();
  // In the same page, as when a link is put into its address.
  await other.goto(link);
  await expect(other.getByText('收到演示《我的演示 1》（2 页）')).toBeVisible();
  expect(new URL(other.url()).hash).toBe('');
  await other.getByRole('button', { name: '演示', exact: true }).last().click();
  await expect(other.getByRole('region', { name: '演示画面' })).toBeVisible();
});

test('a scene is dragged to another place', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  await makeDeck(atlas, page);
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await expect(scenesIn(page)).toHaveCount(2);
  const [from, to] = await Promise.all([0, 1].map((index) => scenesIn(page).nth(index).boundingBox()));
  if (!from || !to) throw new Error('The scenes are not in sight.');
  await page.mouse.move(from.x + 8, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + to.height * 0.8, { steps: 5 });
  await page.mouse.up();
  await expect(scenesIn(page)).toHaveText([/交通/, /丹阳市/]);
});

test('the map of a scene is adjusted on the map', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  await makeDeck(atlas, page);
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await editor(page).getByRole('button', { name: '在地图上调整' }).click();
  await expect(editor(page)).toBeHidden();
  await atlas.option('文旅体育').check();
  await page.getByRole('button', { name: '用当前视图更新' }).click();
  await expect(editor(page)).toBeVisible();
  await expect(editor(page).getByText('已保存')).toBeVisible();
  const kept = await page.evaluate(() => Object.values(localStorage).join('\n'));
  expect(kept).toContain('"sector":["transport","culture"]');
});
