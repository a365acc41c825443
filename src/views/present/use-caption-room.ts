import { useCallback, useState } from 'react';
import type { Padding } from '../../map/index.ts';
import { sameRoom } from './caption-room.ts';

/** The room that the stage's captions leave to the map, null before the first; and what the stage tells it by. */
export function useCaptionRoom(): [Padding | null, (room: Padding) => void] {
  const [room, setRoom] = useState<Padding | null>(null);
  const onRoom = useCallback((next: Padding) => setRoom((now) => (sameRoom(now, next) ? now : next)), []);
  return [room, onRoom];
}
