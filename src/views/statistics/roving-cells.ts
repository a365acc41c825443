import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** How many rows and columns each key goes. */
const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes the buttons in a table's cells one stop of the Tab key, and lets the arrow keys walk among them: over cells
 * without a button, and back to the cell that one left. Buttons outside of cells' own, in pictures, take no part.
 */
export function useRovingCells(): {
  ref: RefObject<HTMLTableElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
} {
  const ref = useRef<HTMLTableElement>(null);
  const stop = useRef<readonly [row: number, column: number]>([0, 0]);
  const settle = () => {
    const buttons = buttonsIn(ref.current);
    const current = buttonAt(ref.current, stop.current) ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  };
  // Numbers come and go with the filters, and with them the buttons.
  useEffect(settle);
  return {
    ref,
    onKeyDown: (event) => {
      const step = steps[event.key];
      const from = placeOf(event.target);
      if (!step || !from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      nextButton(ref.current, from, step)?.focus();
    },
    onFocus: () => {
      const place = placeOf(document.activeElement);
      if (!place) return;
      stop.current = place;
      settle();
    },
  };
}

function buttonsIn(table: HTMLTableElement | null): HTMLButtonElement[] {
  return [...(table?.querySelectorAll<HTMLButtonElement>('button[data-cell]') ?? [])];
}

function placeOf(target: EventTarget | null): readonly [number, number] | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('th, td') : null;
  const row = cell?.closest('tr');
  return cell && row ? [row.rowIndex, cell.cellIndex] : null;
}

function buttonAt(
  table: HTMLTableElement | null,
  [row, column]: readonly [number, number],
): HTMLButtonElement | null {
  return table?.rows[row]?.cells[column]?.querySelector<HTMLButtonElement>('button[data-cell]') ?? null;
}

function nextButton(
  table: HTMLTableElement | null,
  [row, column]: readonly [number, number],
  [down, right]: readonly [number, number],
): HTMLButtonElement | null {
  let at: readonly [number, number] = [row + down, column + right];
  while (table?.rows[at[0]]?.cells[at[1]]) {
    const button = buttonAt(table, at);
    if (button) return button;
    at = [at[0] + down, at[1] + right];
  }
  return null;
}
