import { useEffect, useRef } from 'react';
import { type StageCommand, stageCommand, stageDigit } from './stage-keys.ts';
import type { NumberEntry } from './use-number-entry.ts';

/** What each command does now; a key whose command is not there is left to the page. */
export type StageActions = Partial<Record<StageCommand, () => void>>;

/** Handles the keys on stage: digits make up the number of a scene, the others do what `actions` say. */
export function useStageKeys(actions: StageActions, number: NumberEntry): void {
  const latest = useRef({ actions, number });
  latest.current = { actions, number };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A modal dialog has the keys for itself.
      if (document.querySelector('dialog:modal')) return;
      if (take(event, latest.current.actions, latest.current.number)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Does what a key press asks on stage; false if it asks nothing. */
function take(event: KeyboardEvent, actions: StageActions, number: NumberEntry): boolean {
  const digit = stageDigit(event);
  if (digit !== null) {
    number.type(digit);
    return true;
  }
  const command = stageCommand(event);
  if (command === null) return false;
  if (command === 'return' && number.erase()) return true;
  if (command === 'back' && number.forget()) return true;
  // Without a number Enter is the button's that has the focus.
  if (command === 'jump' && number.typed === '') return false;
  if (command !== 'jump') number.forget();
  const action = actions[command];
  action?.();
  return action !== undefined || command === 'stay';
}
