import { isPressed, isWriting, type Keys, type Press } from '../../ui/keys.ts';

/** What a key can do on stage. */
export type StageCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'jump'
  | 'black'
  | 'return'
  | 'list'
  | 'search'
  | 'filters'
  | 'notes'
  | 'pen'
  | 'spot'
  | 'undo'
  | 'clear'
  | 'autoplay'
  | 'theme'
  | 'restart'
  | 'stay'
  | 'help'
  | 'back';

/** A command and its keys: handling, the help dialog and the tests read this one table. */
export interface StageKey {
  command: StageCommand;
  keys: readonly Keys[];
}

/**
 * PageUp, PageDown, `.` or B, F5 and Shift+F5 are what clickers send. They send nothing else, and have no switch: on
 * stage single letters work whatever the person chose for the rest of the app.
 */
export const stageKeys: readonly StageKey[] = [
  { command: 'next', keys: [{ key: 'PageDown' }, { key: 'ArrowRight' }, { key: 'ArrowDown' }, { key: ' ' }] },
  { command: 'previous', keys: [{ key: 'PageUp' }, { key: 'ArrowLeft' }, { key: 'ArrowUp' }] },
  { command: 'first', keys: [{ key: 'Home' }] },
  { command: 'last', keys: [{ key: 'End' }] },
  // After digits; by itself the key is left to the page.
  { command: 'jump', keys: [{ key: 'Enter' }] },
  { command: 'black', keys: [{ key: 'b' }, { key: '.' }] },
  { command: 'return', keys: [{ key: 'Backspace' }] },
  { command: 'list', keys: [{ key: 'l' }] },
  { command: 'search', keys: [{ key: '/' }] },
  { command: 'filters', keys: [{ key: 'f' }] },
  { command: 'notes', keys: [{ key: 'n' }] },
  { command: 'pen', keys: [{ key: 'p' }] },
  { command: 'spot', keys: [{ key: 'o' }] },
  { command: 'undo', keys: [{ key: 'z' }] },
  { command: 'clear', keys: [{ key: 'c' }] },
  { command: 'autoplay', keys: [{ key: 'a' }] },
  { command: 'theme', keys: [{ key: 't' }] },
  { command: 'restart', keys: [{ key: 'F5', shift: false }] },
  { command: 'stay', keys: [{ key: 'F5', shift: true }] },
  { command: 'help', keys: [{ key: '?' }] },
  { command: 'back', keys: [{ key: 'Escape' }] },
];

/** A key press, and whether the key is held down. */
export type StagePress = Press & Pick<KeyboardEvent, 'repeat'>;

/** What Enter and the space key press. */
const pressed = 'button, a[href], summary, input, [role=button], [role=option]';
/** What the arrows, Home and End scroll or step through, where the focus is in it. */
const leafed = '[data-stage-panel], [role=dialog], [role=listbox]';

/** In a text field only these keys go to the stage: they write nothing there. */
const unwritten: readonly string[] = ['PageDown', 'PageUp', 'F5'];
/** Held down, a key leafs on; everything else is done once. */
const repeated: readonly StageCommand[] = ['next', 'previous', 'undo'];

/** The command of a key press on stage, or null where the key is left to the page or to what has the focus. */
export function stageCommand(press: StagePress): StageCommand | null {
  const { key, target } = press;
  if (isNotOurs(press)) return null;
  const command = stageKeys.find(({ keys }) => keys.some((each) => isPressed(each, press)))?.command;
  if (!command) return null;
  if (press.repeat && !repeated.includes(command)) return 'stay';
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (isWriting(press)) return unwritten.includes(key) ? command : null;
  if (key === ' ' && within(pressed)) return null;
  if ((key.startsWith('Arrow') || key === 'Home' || key === 'End') && within(leafed)) return null;
  return command;
}

/** The digit that a key press writes for a jump, or null. */
export function stageDigit(press: StagePress): string | null {
  return !isNotOurs(press) && !isWriting(press) && /^\d$/u.test(press.key) ? press.key : null;
}

function isNotOurs({ defaultPrevented, isComposing, ctrlKey, metaKey, altKey }: StagePress): boolean {
  return defaultPrevented || isComposing || ctrlKey || metaKey || altKey;
}
