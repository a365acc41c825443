// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../i18n/index.ts';
import type { Press } from '../../ui/keys.ts';
import { shortcutOf, shortcuts } from './shortcuts.ts';

const press = (part: Partial<Press>): Press => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: null,
  defaultPrevented: false,
  isComposing: false,
  ...part,
});
const element = (markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild;
};

describe('the shortcuts', () => {
  it('give no two things to one key', () => {
    const all = shortcuts.flatMap(({ keys }) =>
      keys.map(({ key, command, shift }) => `${command ?? false} ${shift ?? false} ${key}`),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('are each told in both languages', () => {
    for (const language of ['zh', 'en'] as const)
      for (const { id } of shortcuts) expect(dictionary(language).shortcuts.names[id]).toBeTruthy();
  });

  it('open the search by slash, Ctrl+K and ⌘K', () => {
    expect(shortcutOf(press({ key: '/' }), true)).toBe('search');
    expect(shortcutOf(press({ key: 'k', ctrlKey: true }), true)).toBe('search');
    expect(shortcutOf(press({ key: 'K', metaKey: true }), true)).toBe('search');
    expect(shortcutOf(press({ key: 'k' }), true)).toBe('previousItem');
  });

  it.each([['<input type="search">'], ['<textarea></textarea>'], ['<div contenteditable></div>']])(
    'leave letters to what is written in: %s',
    (markup) => {
      const target = element(markup);
      expect(shortcutOf(press({ key: 'l', target }), true)).toBeNull();
      expect(shortcutOf(press({ key: 'z', ctrlKey: true, target }), true)).toBeNull();
      expect(shortcutOf(press({ key: 'k', ctrlKey: true, target }), true)).toBe('search');
    },
  );

  it('work on a checkbox, in which nothing is written', () => {
    expect(shortcutOf(press({ key: 'l', target: element('<input type="checkbox">') }), true)).toBe('list');
  });

  it('leave what another has taken, what an input method composes, and Alt alone', () => {
    expect(shortcutOf(press({ key: 'l', defaultPrevented: true }), true)).toBeNull();
    expect(shortcutOf(press({ key: 'l', isComposing: true }), true)).toBeNull();
    expect(shortcutOf(press({ key: 'l', altKey: true }), true)).toBeNull();
    expect(shortcutOf(press({ key: 'Z', ctrlKey: true, shiftKey: true }), true)).toBeNull();
  });

  it('can be switched off as far as they are single characters', () => {
    expect(shortcutOf(press({ key: 'l' }), false)).toBeNull();
    expect(shortcutOf(press({ key: '?' }), false)).toBeNull();
    expect(shortcutOf(press({ key: 'k', ctrlKey: true }), false)).toBe('search');
    expect(shortcutOf(press({ key: 'Escape' }), false)).toBe('back');
  });
});
