import { useMemo } from 'react';
import type { Padding } from '../../map/index.ts';
import { usePhone, useRoomScale } from '../../ui/screen.ts';

/** How much of the map the panels cover, in CSS pixels: what is shown is fitted to the rest. */
export function useMapPadding(presenting: boolean, detailOpen: boolean): Padding {
  const phone = usePhone();
  const scale = useRoomScale();
  return useMemo(() => {
    const rem = 16 * scale;
    const edge = { top: 1.6 * rem, right: 1.6 * rem, bottom: 2.4 * rem, left: 1.6 * rem };
    if (presenting && phone) return { ...edge, bottom: 17 * rem };
    if (presenting) return { top: 2.5 * rem, right: 7 * rem, bottom: 3 * rem, left: 33 * rem };
    if (phone) return { ...edge, top: 1 * rem, right: 0.8 * rem, left: 0.8 * rem, bottom: 1.6 * rem };
    return { ...edge, left: 3.6 * rem, right: detailOpen ? 27 * rem : edge.right };
  }, [presenting, detailOpen, phone, scale]);
}
