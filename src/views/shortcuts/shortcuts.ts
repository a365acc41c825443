/** What a key can do everywhere but on stage, where the clicker's keys hold. */
export type ShortcutId =
  | 'search'
  | 'filters'
  | 'list'
  | 'mapItems'
  | 'detail'
  | 'report'
  | 'statistics'
  | 'nextItem'
  | 'previousItem'
  | 'nextArea'
  | 'previousArea'
  | 'wholeCity'
  | 'theme'
  | 'present'
  | 'undo'
  | 'back'
  | 'help';

/** A key by the name that the browser gives it; `command` is Ctrl, or ⌘ on a Mac. */
export interface Keys {
  key: string;
  command?: boolean;
}

/** A shortcut, and all that says of it: handling, the help dialog and the tests read this one table. */
export interface Shortcut {
  id: ShortcutId;
  keys: readonly Keys[];
}

export const shortcuts: readonly Shortcut[] = [
  { id: 'search', keys: [{ key: '/' }, { key: 'k', command: true }] },
  { id: 'filters', keys: [{ key: 'f' }] },
  { id: 'list', keys: [{ key: 'l' }] },
  { id: 'mapItems', keys: [{ key: 'm' }] },
  { id: 'detail', keys: [{ key: 'd' }] },
  { id: 'report', keys: [{ key: 'r' }] },
  { id: 'statistics', keys: [{ key: 's' }] },
  { id: 'nextItem', keys: [{ key: 'j' }] },
  { id: 'previousItem', keys: [{ key: 'k' }] },
  { id: 'nextArea', keys: [{ key: ']' }] },
  { id: 'previousArea', keys: [{ key: '[' }] },
  { id: 'wholeCity', keys: [{ key: '0' }] },
  { id: 'theme', keys: [{ key: 't' }] },
  { id: 'present', keys: [{ key: 'p' }] },
  { id: 'undo', keys: [{ key: 'z', command: true }] },
  { id: 'back', keys: [{ key: 'Escape' }] },
  { id: 'help', keys: [{ key: '?' }] },
];

/** The part of a key press that decides what it means. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'defaultPrevented' | 'isComposing'
>;

/** Inputs in which letters are written and Ctrl+Z is the field's own: everything but those without text. */
const textField =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]';

/**
 * The shortcut that a key press asks for, or null. With `letters` switched off (WCAG 2.1.4) single letters and signs do
 * nothing; what needs Ctrl or ⌘, and Escape, stay.
 */
export function shortcutOf(press: Press, letters: boolean): ShortcutId | null {
  if (press.defaultPrevented || press.altKey || press.isComposing) return null;
  const command = press.ctrlKey || press.metaKey;
  // With Shift it is another command: Ctrl+Shift+Z redoes elsewhere.
  if (command && press.shiftKey) return null;
  const writing = press.target instanceof Element && press.target.closest(textField) !== null;
  const found = shortcuts.find(({ keys }) =>
    keys.some((keys) => keys.key === keyName(press.key) && (keys.command ?? false) === command),
  );
  if (!found) return null;
  const opensSearch = found.id === 'search' && command;
  if (writing && !opensSearch) return null;
  const isLetter = !command && press.key.length === 1;
  return isLetter && !letters ? null : found.id;
}

/** Letters count alike with Shift or Caps Lock. */
function keyName(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}
