import { type RefObject, useEffect, useRef } from 'react';
import { swipedSteps, type Touchpoint } from './swipe.ts';

/** Here a finger has something else to do: it draws, pushes the row of tools, or sets a value. */
const ownTouches = '.ink, .spot, .stage-tools, input, select, textarea, dialog, [role=dialog]';

/**
 * Turns pages by a swipe of one finger over an element: over the words on stage and the bar, and never over the map,
 * which lies beside the stage in the page and which one finger moves. The element's style sheet leaves scrolling up and
 * down to the browser (`touch-action: pan-y`); a finger that scrolls is taken away by it and turns nothing.
 */
export function useSwipe(area: RefObject<HTMLElement | null>, onSwipe: (steps: -1 | 1) => void): void {
  const latest = useRef(onSwipe);
  latest.current = onSwipe;
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let from: (Touchpoint & { pointer: number }) | null = null;
    const onDown = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      // A second finger makes it another gesture.
      const taken = event.target instanceof Element && event.target.closest(ownTouches) !== null;
      from = event.isPrimary && !taken ? { ...touchpointOf(event), pointer: event.pointerId } : null;
    };
    const onUp = (event: PointerEvent) => {
      const began = from;
      if (began?.pointer !== event.pointerId) return;
      from = null;
      const steps = swipedSteps(began, touchpointOf(event));
      if (steps !== 0) latest.current(steps);
    };
    const onCancel = () => {
      from = null;
    };
    element.addEventListener('pointerdown', onDown);
    // A finger goes up wherever it is by then.
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
    };
  }, [area]);
}

function touchpointOf(event: PointerEvent): Touchpoint {
  return { x: event.clientX, y: event.clientY, time: event.timeStamp };
}
