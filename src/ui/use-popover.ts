import { type RefObject, useEffect, useRef } from 'react';

/** Whatever opens a popover says so: it closes it by itself. */
const openers = 'button[aria-expanded="true"]';

/**
 * Lets what floats over the page behave as such, from when it is there: it takes the focus (to its first `first`), goes
 * at Escape, when Tab leaves it, and when a person presses anything but it and its opener, and gives the focus back.
 */
export function usePopover<E extends HTMLElement>(first: string, onClose: () => void): RefObject<E | null> {
  const popover = useRef<E>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const own = popover.current;
    const before = document.activeElement;
    own?.querySelector<HTMLElement>(first)?.focus();
    const onOutside = ({ target }: PointerEvent) => {
      if (target instanceof Element && !own?.contains(target) && !target.closest(openers)) latest.current();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        latest.current();
      }
      // By a press the focus may be led elsewhere, as on stage; by Tab the person has left.
      if (event.key === 'Tab')
        setTimeout(() => {
          if (own && !own.contains(document.activeElement)) latest.current();
        });
    };
    own?.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onOutside);
    return () => {
      own?.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onOutside);
      const focused = document.activeElement;
      const isLost = focused === null || focused === document.body || own?.contains(focused);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, [first]);
  return popover;
}
