// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePopover } from './use-popover.ts';

function Popover({ onClose }: { onClose: () => void }) {
  const popover = usePopover<HTMLDivElement>('input', onClose);
  return (
    <div role="dialog" ref={popover}>
      <input />
    </div>
  );
}

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" id="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
        open
      </button>
      {open && <Popover onClose={() => setOpen(false)} />}
      <button type="button" id="elsewhere">
        elsewhere
      </button>
    </>
  );
}

const get = (selector: string) => document.querySelector<HTMLElement>(selector);
const press = (target: Element | null, key: string) =>
  act(() => target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const point = (target: Element | null) =>
  act(() => target?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));

describe('a popover', () => {
  let root: Root;
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.useFakeTimers();
    const container = document.body.appendChild(document.createElement('div'));
    root = createRoot(container);
    act(() => root.render(<Page />));
    get('#opener')?.focus();
    act(() => get('#opener')?.click());
  });
  afterEach(() => {
    act(() => root.unmount());
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('takes the focus, and gives it back at Escape', () => {
    expect(document.activeElement).toBe(get('input'));
    press(get('input'), 'Escape');
    expect(get('[role=dialog]')).toBeNull();
    expect(document.activeElement).toBe(get('#opener'));
  });

  it('goes when something else is pressed, and leaves its opener to close it', () => {
    point(get('#opener'));
    point(get('input'));
    expect(get('[role=dialog]')).not.toBeNull();
    point(get('#elsewhere'));
    expect(get('[role=dialog]')).toBeNull();
  });

  it('goes when Tab leaves it, and stays when the focus is led away by a press inside', () => {
    act(() => get('#elsewhere')?.focus());
    act(() => vi.runAllTimers());
    expect(get('[role=dialog]')).not.toBeNull();
    get('input')?.focus();
    press(get('input'), 'Tab');
    get('#elsewhere')?.focus();
    act(() => vi.runAllTimers());
    expect(get('[role=dialog]')).toBeNull();
    expect(document.activeElement).toBe(get('#elsewhere'));
  });
});
