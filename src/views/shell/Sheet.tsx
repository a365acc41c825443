import { type ReactNode, useEffect, useRef, useState } from 'react';
import { firstSheet } from '../../drawing/first-fit.ts';
import { useDictionary } from '../../state/index.ts';

const stops = ['low', 'half', 'full'] as const;
type Stop = (typeof stops)[number];
/** The sheet's height at each stop, as a share of the screen's. */
const heights: Record<Stop, number> = { low: 0.16, half: firstSheet, full: 0.9 };

/** The phone's bottom sheet with three stops: list and filters, or the detail over them. */
export function Sheet({
  children,
  tabs,
  detail,
  detailKey,
}: {
  children: ReactNode;
  /** What the sheet can show; always within the thumb's reach. */
  tabs: ReactNode;
  detail: ReactNode;
  detailKey: string | null;
}) {
  const t = useDictionary();
  const [stop, setStop] = useState<Stop>('half');
  const [dragged, setDragged] = useState<number | null>(null);
  const start = useRef<{ y: number; height: number } | null>(null);
  // What was just chosen should be seen, and so should the map.
  useEffect(() => {
    if (detailKey) setStop((now) => (now === 'full' ? 'full' : 'half'));
  }, [detailKey]);

  const share = dragged ?? heights[stop];
  const cycle = () => setStop(stop === 'low' ? 'half' : stop === 'half' ? 'full' : 'low');
  const moved = useRef(false);
  return (
    <div
      className="sheet"
      data-stop={stop}
      data-dragging={dragged !== null || undefined}
      style={{ height: `${share * 100}dvh` }}
    >
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={stop !== 'low'}
        aria-label={t.sheetHeight}
        onClick={() => {
          if (!moved.current) cycle();
          moved.current = false;
        }}
        onPointerDown={(event) => {
          start.current = { y: event.clientY, height: heights[stop] };
          moved.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (!start.current) return;
          const by = (start.current.y - event.clientY) / window.innerHeight;
          if (Math.abs(by) > 0.01) moved.current = true;
          if (moved.current) setDragged(Math.min(0.92, Math.max(0.1, start.current.height + by)));
        }}
        onPointerUp={() => {
          if (dragged !== null) {
            const nearest = [...stops].sort(
              (a, b) => Math.abs(heights[a] - dragged) - Math.abs(heights[b] - dragged),
            )[0];
            if (nearest) setStop(nearest);
          }
          start.current = null;
          setDragged(null);
        }}
        onPointerCancel={() => {
          start.current = null;
          setDragged(null);
        }}
      >
        <span aria-hidden="true" />
      </button>
      {tabs}
      <div className="sheet-body" hidden={detail !== null}>
        {children}
      </div>
      {detail && <div className="sheet-body">{detail}</div>}
    </div>
  );
}
