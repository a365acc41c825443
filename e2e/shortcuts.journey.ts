import type { Page } from '@playwright/test';
import { zh } from '../src/i18n/zh.ts';
import { stageKeys } from '../src/views/present/stage-keys.ts';
import { shortcuts } from '../src/views/shortcuts/shortcuts.ts';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const help = (page: Page) => page.getByRole('dialog', { name: '键盘快捷键' });
const pressed = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('button', { name, exact: true, pressed: true });

test('the help lists every shortcut, and its switch turns single keys off for good', {
  tag: '@full',
}, async ({ atlas, page }) => {
  await atlas.open();
  await expect(atlas.rows.first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(help(page)).toBeVisible();
  expect(await help(page).getByRole('term').allTextContents()).toEqual([
    ...shortcuts.map(({ id }) => zh.shortcuts.names[id]),
    ...stageKeys.map(({ command }) => zh.onStage.commands[command]),
  ]);
  // And the digits, which are no single key.
  const keys = [...shortcuts, ...stageKeys].flatMap((row) => row.keys);
  expect(await help(page).locator('kbd').count()).toBe(keys.length + 1);
  expect(await findings(page)).toEqual([]);
  // While it is open, keys are its own.
  await page.keyboard.press('r');
  await expect(pressed(page, '报告')).toHaveCount(0);

  const letters = help(page).getByRole('checkbox', { name: '启用单键快捷键' });
  await letters.uncheck();
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await page.keyboard.press('r');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(help(page)).toBeHidden();
  await expect(page.getByRole('searchbox', { name: '搜索', exact: true })).not.toBeFocused();
  expect(atlas.address()).toBe('');

  // It is this browser's, not the link's; what needs Ctrl or ⌘ stays.
  await page.reload();
  await expect(atlas.rows.first()).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('searchbox', { name: '搜索', exact: true })).toBeFocused();
  expect(atlas.address()).toBe('');
  await page.getByRole('button', { name: '键盘快捷键' }).click();
  await expect(letters).not.toBeChecked();
  await letters.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(pressed(page, '统计')).toHaveCount(1);
});

test('each letter does what the table says', { tag: '@full' }, async ({ atlas, page }) => {
  await atlas.open();
  await expect(atlas.rows.first()).toBeVisible();
  const press = (key: string) => page.keyboard.press(key);
  const names = await atlas.rows.evaluateAll((rows) =>
    rows.slice(0, 2).map((row) => (row as HTMLElement).innerText.split('\n')[0] ?? ''),
  );
  const [first = '', second = ''] = names;
  await press('f');
  await expect(page.getByRole('group', { name: '领域' }).getByRole('checkbox').first()).toBeFocused();
  await press('l');
  await expect(atlas.rows.first()).toBeFocused();
  await press('m');
  await expect(page.getByRole('listbox', { name: '地图事项' })).toBeFocused();

  await press('j');
  await expect(atlas.region(first)).toBeVisible();
  await press('j');
  await expect(atlas.region(second)).toBeVisible();
  await press('k');
  await expect(atlas.region(first)).toBeVisible();
  await press('d');
  await expect(atlas.region(first)).toBeFocused();
  await atlas.focusIsVisible();

  await press(']');
  await atlas.addressHas('district', 'jingkou');
  await press(']');
  await atlas.addressHas('district', 'new-area');
  await press('[');
  await atlas.addressHas('district', 'jingkou');
  await press('0');
  await atlas.addressHas('district', null);

  await press('t');
  await atlas.addressHas('theme', 'dark');
  await press('T');
  await atlas.addressHas('theme', 'projector');
  await press('t');
  await atlas.addressHas('theme', null);
  await press('p');
  await expect(page.getByRole('button', { name: '开始', exact: true }).first()).toBeFocused();
  await press('Enter');
  await expect(atlas.region('演示画面')).toBeVisible();
  // On stage the clicker's keys hold, and these do not.
  await press('s');
  await press('Escape');
  await expect(atlas.region('演示画面')).toBeHidden();
  await atlas.addressHas('panel', null);
});

test('Escape steps back one thing at a time, and Ctrl+Z takes filters back', { tag: '@full' }, async ({
  atlas,
  page,
}) => {
  // Wide enough for list, map and statistics.
  await page.setViewportSize({ width: 1960, height: 900 });
  await atlas.open();
  await expect(atlas.rows.first()).toBeVisible();
  const press = (key: string) => page.keyboard.press(key);
  await press('s');
  await atlas.addressHas('panel', 'statistics');
  await atlas.option('交通').check();
  await atlas.option('丹阳市').check();
  const listed = await atlas.rows.count();
  await atlas.row('丹金高速公路').click();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await press('?');
  await expect(help(page)).toBeVisible();

  await press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(atlas.region('丹金高速公路')).toBeVisible();
  await press('Escape');
  await expect(atlas.region('丹金高速公路')).toBeHidden();
  await expect(atlas.region('丹阳市概览')).toBeVisible();
  await press('Escape');
  await expect(atlas.region('丹阳市概览')).toBeHidden();
  await atlas.addressHas('panel', 'statistics');
  await press('Escape');
  await atlas.addressHas('panel', null);
  await press('Escape');
  await atlas.addressHas('sector', 'transport');

  await press('ControlOrMeta+z');
  await atlas.addressHas('district', 'danyang');
  await expect(atlas.rows).toHaveCount(listed);
  await press('ControlOrMeta+z');
  await atlas.addressHas('district', null);
  await press('ControlOrMeta+z');
  await atlas.addressHas('sector', null);
  await expect(page.getByRole('button', { name: '撤销' })).toBeHidden();
  // In a field the keys write: Ctrl+Z is the field's own.
  const box = page.getByRole('searchbox', { name: '搜索', exact: true });
  await atlas.option('产业').check();
  await box.focus();
  await page.keyboard.type('slrt?');
  await expect(box).toHaveValue('slrt?');
  await press('ControlOrMeta+z');
  await atlas.addressHas('sector', 'industry');
  await expect(help(page)).toBeHidden();
});
