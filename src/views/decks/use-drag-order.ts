import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import { dropIndex } from './drop-index.ts';

/** Within this many pixels of either end of the list it scrolls while something is dragged, by so many a frame. */
const edge = { within: 48, step: 9 };

/** What a list needs whose rows are dragged to another place. */
export interface DragOrder {
  /** The row that is dragged. */
  from: number | null;
  /** On which side of a row the dragged one would come to stand; undefined for all others. */
  mark(index: number): 'before' | 'after' | undefined;
  /** What the grip of a row listens to. */
  grip(index: number): { onPointerDown(event: PointerEvent<HTMLElement>): void };
}

/** Lets the rows of a list be dragged by mouse, pen or finger; tells from where to where when one is let go. */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<{ from: number; to: number; pointer: number } | null>(null);

  useEffect(() => {
    if (!drag) return;
    let y: number | null = null;
    let frame = 0;
    const follow = () => {
      const scroller = list.current;
      if (scroller && y !== null) {
        const { top, bottom } = scroller.getBoundingClientRect();
        if (y < top + edge.within) scroller.scrollTop -= edge.step;
        else if (y > bottom - edge.within) scroller.scrollTop += edge.step;
        const rows = [...scroller.children].map((row) => row.getBoundingClientRect());
        const to = dropIndex(rows, drag.from, y);
        if (to !== drag.to) setDrag({ ...drag, to });
      }
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    const isIts = (event: globalThis.PointerEvent) => event.pointerId === drag.pointer;
    const onMove = (event: globalThis.PointerEvent) => {
      if (isIts(event)) y = event.clientY;
    };
    const onUp = (event: globalThis.PointerEvent) => {
      if (!isIts(event)) return;
      const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
      // A press that never moved is no drag.
      const to = y === null ? drag.from : dropIndex(rows, drag.from, event.clientY);
      setDrag(null);
      if (to !== drag.from) onDrop(drag.from, to);
    };
    const onCancel = (event: globalThis.PointerEvent) => isIts(event) && setDrag(null);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // It gives up the drag, not the editor.
      event.preventDefault();
      setDrag(null);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [drag, list, onDrop]);

  return {
    from: drag?.from ?? null,
    mark: (index) => {
      if (!drag || drag.to === drag.from || index !== drag.to) return undefined;
      return drag.to < drag.from ? 'before' : 'after';
    },
    grip: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        // No text is selected, and no row chosen, on the way.
        event.preventDefault();
        setDrag({ from: index, to: index, pointer: event.pointerId });
      },
    }),
  };
}
