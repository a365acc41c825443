import { type RefObject, useEffect, useRef } from 'react';
import './ink.css';

/** A bright ring that follows the pointer, and quiet around it. `pointer` is where the pointer was last, in the window. */
export function Spot({ pointer }: { pointer: RefObject<{ x: number; y: number } | null> }) {
  const spot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = spot.current;
    if (!element) return;
    // Written at each move, past React: nothing but these two numbers changes.
    const moveTo = (x: number, y: number) => {
      const { left, top } = element.getBoundingClientRect();
      element.style.setProperty('--spot-x', `${x - left}px`);
      element.style.setProperty('--spot-y', `${y - top}px`);
    };
    if (pointer.current) moveTo(pointer.current.x, pointer.current.y);
    const onPointer = ({ clientX, clientY }: PointerEvent) => moveTo(clientX, clientY);
    const events = ['pointermove', 'pointerdown'] as const;
    for (const event of events) window.addEventListener(event, onPointer, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, onPointer);
    };
  }, [pointer]);
  return (
    <div className="spot" aria-hidden="true" ref={spot}>
      <i />
    </div>
  );
}
