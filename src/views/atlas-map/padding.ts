import { useMemo } from 'react';
import { firstFit } from '../../drawing/first-fit.ts';
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
    const { top, right, bottom, left } = phone ? firstFit.phone : firstFit.desk;
    const open = detailOpen && !phone ? 27 : right;
    return { top: top * rem, right: open * rem, bottom: bottom * rem, left: left * rem };
  }, [presenting, detailOpen, phone, scale]);
}
