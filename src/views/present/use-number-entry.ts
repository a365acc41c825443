import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** So long, in milliseconds, a typed number waits for its Enter: then it is forgotten. */
const patience = 3000;
/** No deck has more scenes than this many digits can count. */
const mostDigits = 3;

/** The number of a scene, as it is being typed. */
export interface NumberEntry {
  typed: string;
  type(digit: string): void;
  /** Takes the last digit back; false if there was none. */
  erase(): boolean;
  /** The number, which is then forgotten; null if none was typed. */
  take(): number | null;
  /** Forgets what was typed; false if there was nothing. */
  forget(): boolean;
}

/** Digits that are typed one after the other, and forgotten after a while. */
export function useNumberEntry(): NumberEntry {
  const [typed, setTyped] = useState('');
  const now = useRef('');
  const write = useCallback((next: string) => {
    const changed = now.current !== next;
    now.current = next;
    setTyped(next);
    return changed;
  }, []);
  useEffect(() => {
    if (typed === '') return;
    const timer = setTimeout(() => write(''), patience);
    return () => clearTimeout(timer);
  }, [typed, write]);
  return useMemo(
    () => ({
      typed,
      type: (digit) => {
        write(`${now.current}${digit}`.replace(/^0+/u, '').slice(-mostDigits));
      },
      erase: () => write(now.current.slice(0, -1)),
      take: () => {
        const number = now.current === '' ? null : Number(now.current);
        write('');
        return number;
      },
      forget: () => write(''),
    }),
    [typed, write],
  );
}
