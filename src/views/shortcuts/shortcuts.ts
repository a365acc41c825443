import { isPressed, isWriting, type Keys, type Press } from '../../ui/keys.ts';

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
  | 'presentFirst'
  | 'resume'
  | 'undo'
  | 'back'
  | 'help';

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
  // What a clicker starts with. Reloading is still done by Ctrl or ⌘ + R.
  { id: 'presentFirst', keys: [{ key: 'F5', shift: false }] },
  { id: 'resume', keys: [{ key: 'F5', shift: true }] },
  { id: 'undo', keys: [{ key: 'z', command: true }] },
  { id: 'back', keys: [{ key: 'Escape' }] },
  { id: 'help', keys: [{ key: '?' }] },
];

/**
 * The shortcut that a key press asks for, or null. With `letters` switched off (WCAG 2.1.4) single letters and signs do
 * nothing, and F5 is the browser's again; what needs Ctrl or ⌘, and Escape, stay.
 */
export function shortcutOf(press: Press, letters: boolean): ShortcutId | null {
  if (press.defaultPrevented || press.altKey || press.isComposing) return null;
  const command = press.ctrlKey || press.metaKey;
  // With Shift it is another command: Ctrl+Shift+Z redoes elsewhere.
  if (command && press.shiftKey) return null;
  const found = shortcuts.find(({ keys }) => keys.some((each) => isPressed(each, press)));
  if (!found) return null;
  const opensSearch = found.id === 'search' && command;
  if (isWriting(press) && !opensSearch) return null;
  const isSingle = !command && (press.key.length === 1 || press.key === 'F5');
  return isSingle && !letters ? null : found.id;
}
