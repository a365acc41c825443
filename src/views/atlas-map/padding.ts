import { useMemo } from 'react';
import { firstFit } from '../../drawing/first-fit.ts';
import type { Padding } from '../../map/index.ts';
import { usePhone, useRoomScale } from '../../ui/screen.ts';

/**
 * How much of the map the panels cover, in CSS pixels: what is shown is fitted to the rest. On stage that is what the
 * caption really leaves, `room`; it is not known before the first caption stands.
 */
export function useMapPadding(presenting: boolean, detailOpen: boolean, room: Padding | null): Padding {
  const phone = usePhone();
  const scale = useRoomScale();
  return useMemo(() => {
    const rem = 16 * scale;
    if (presenting && room) return room;
    const { top, right, bottom, left } = phone ? firstFit.phone : firstFit.desk;
    const open = detailOpen && !phone ? 27 : right;
    return { top: top * rem, right: open * rem, bottom: bottom * rem, left: left * rem };
  }, [presenting, room, detailOpen, phone, scale]);
}
