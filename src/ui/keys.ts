/**
 * A key by the name that the browser gives it; `command` is Ctrl, or ⌘ on a Mac. `shift` is said only where the key
 * means something else with it.
 */
export interface Keys {
  key: string;
  command?: boolean;
  shift?: boolean;
}

/** The part of a key press that decides what it means. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'defaultPrevented' | 'isComposing'
>;

/** Inputs in which letters are written and Ctrl+Z is the field's own: everything but those without text. */
const textField =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]';

/** Whether a key press writes into a text field. */
export function isWriting({ target }: Pick<Press, 'target'>): boolean {
  return target instanceof Element && target.closest(textField) !== null;
}

/** Whether a key press is of these keys; letters count alike with Shift or Caps Lock. */
export function isPressed({ key, command = false, shift }: Keys, press: Press): boolean {
  const name = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return (
    key === name &&
    command === (press.ctrlKey || press.metaKey) &&
    (shift === undefined || shift === press.shiftKey)
  );
}
