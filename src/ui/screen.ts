import { useEffect, useState } from 'react';
import { useTokens } from './theme.tsx';

/** Below this width the panels are a sheet at the bottom; the style sheet uses the same. */
const phoneQuery = '(max-width: 767px)';

/** Whether the screen is a phone's. */
export function usePhone(): boolean {
  const [phone, setPhone] = useState(() => window.matchMedia(phoneQuery).matches);
  useEffect(() => {
    const query = window.matchMedia(phoneQuery);
    const onChange = () => setPhone(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return phone;
}

/** The browser's own root type size in CSS pixels: what `1rem` is on a laptop. */
const laptopRem = 16;

/** How much larger than on a laptop type and marks are: the style sheet steps the root size with room and theme. */
export function useRoomScale(): number {
  const tokens = useTokens();
  const [scale, setScale] = useState(readScale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has another size of type
  useEffect(() => {
    const onResize = () => setScale(readScale());
    window.addEventListener('resize', onResize);
    onResize();
    return () => window.removeEventListener('resize', onResize);
  }, [tokens]);
  return scale;
}

function readScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / laptopRem;
}
