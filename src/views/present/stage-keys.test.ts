// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../i18n/index.ts';
import { type StagePress, stageCommand, stageDigit, stageKeys } from './stage-keys.ts';

const press = (key: string, part: Partial<StagePress> = {}): StagePress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: null,
  defaultPrevented: false,
  isComposing: false,
  repeat: false,
  ...part,
});
const command = (key: string, part?: Partial<StagePress>) => stageCommand(press(key, part));
const within = (markup: string, selector: string) => {
  document.body.innerHTML = markup;
  return document.querySelector(selector);
};

describe('the keys on stage', () => {
  it.each(['PageDown', 'ArrowRight', 'ArrowDown', ' '])('go on with %j', (key) => {
    expect(command(key)).toBe('next');
  });

  it.each(['PageUp', 'ArrowLeft', 'ArrowUp'])('go back with %j', (key) => {
    expect(command(key)).toBe('previous');
  });

  it('are those of a clicker: black by full stop or B, F5 from the beginning, Shift+F5 where one is', () => {
    expect(['.', 'b', 'B', 'F5'].map((key) => command(key))).toEqual(['black', 'black', 'black', 'restart']);
    expect(command('F5', { shiftKey: true })).toBe('stay');
  });

  it('leave every other key to the page, and every key with Ctrl, ⌘ or Alt', () => {
    for (const key of ['x', 'Tab', 'F6', 'pagedown', '', 'toString', '__proto__'])
      expect(command(key)).toBeNull();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      for (const key of ['b', 'F5', 'ArrowLeft', '3']) {
        expect(command(key, { [held]: true })).toBeNull();
        expect(stageDigit(press(key, { [held]: true }))).toBeNull();
      }
  });

  it('write nothing away from a text field: there only a clicker is heard', () => {
    const target = within('<input type="search">', 'input');
    for (const key of ['b', '.', ' ', 'l', 'Backspace', 'Enter', 'Home', 'ArrowLeft', 'Escape'])
      expect(command(key, { target })).toBeNull();
    expect(stageDigit(press('3', { target }))).toBeNull();
    expect(command('PageDown', { target })).toBe('next');
  });

  it('leave the space key to a button or an option that has the focus', () => {
    expect(command(' ', { target: within('<button><svg></svg></button>', 'svg') })).toBeNull();
    expect(command(' ', { target: within('<input type="checkbox">', 'input') })).toBeNull();
    expect(command('PageDown', { target: within('<button></button>', 'button') })).toBe('next');
  });

  it('leave the arrows to a panel that is open', () => {
    const target = within('<div data-stage-panel><input type="checkbox"></div>', 'input');
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) expect(command(key, { target })).toBeNull();
    expect(command('Escape', { target })).toBe('back');
  });

  it('are not told twice of a key that is held down, but for leafing', () => {
    expect(command('b', { repeat: true })).toBe('stay');
    expect(command('PageDown', { repeat: true })).toBe('next');
  });

  it('leave what another has taken, and what an input method composes', () => {
    expect(command('b', { defaultPrevented: true })).toBeNull();
    expect(command('b', { isComposing: true })).toBeNull();
  });

  it('read digits', () => {
    expect(['0', '7', '12', 'a', '٣'].map((key) => stageDigit(press(key)))).toEqual([
      '0',
      '7',
      null,
      null,
      null,
    ]);
  });

  it('give no two things to one key', () => {
    const all = stageKeys.flatMap(({ keys }) => keys.map(({ key, shift }) => `${shift ?? false} ${key}`));
    expect(new Set(all).size).toBe(all.length);
  });

  it('are each told in both languages', () => {
    for (const language of ['zh', 'en'] as const)
      for (const { command: id } of stageKeys) expect(dictionary(language).onStage.commands[id]).toBeTruthy();
  });
});
