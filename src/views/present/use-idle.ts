import { type RefObject, useEffect, useState } from 'react';

/** So long, in milliseconds, the pointer rests before the stage's bar and the cursor go. */
const rest = 3000;

/** Whether the pointer has rested for a while and nothing in `held` has the focus: then nobody needs the bar. */
export function useIdle(held: RefObject<HTMLElement | null>): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (held.current?.contains(document.activeElement)) wait();
        else setIdle(true);
      }, rest);
    };
    const wake = () => {
      setIdle(false);
      wait();
    };
    wait();
    for (const event of ['pointermove', 'pointerdown', 'focusin'] as const)
      window.addEventListener(event, wake);
    return () => {
      clearTimeout(timer);
      for (const event of ['pointermove', 'pointerdown', 'focusin'] as const)
        window.removeEventListener(event, wake);
    };
  }, [held]);
  return idle;
}
