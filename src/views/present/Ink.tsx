import { type Dispatch, memo, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useRoomScale } from '../../ui/screen.ts';
import { coursePath } from './ink-path.ts';
import { hasInk, type InkAction, type InkPoint, type Ink as InkState, type Stroke } from './ink-strokes.ts';
import './ink.css';

type Freehand = typeof import('./freehand.ts');

/** The width of a firm stroke on a laptop, in CSS pixels. */
const laptopWidth = 9;

/** What the pen has drawn over the stage; with the pen in hand, every pointer draws and none reaches the map. */
export function Ink({ ink, dispatch }: { ink: InkState; dispatch: Dispatch<InkAction> }) {
  const drawn = ink.tool === 'pen' || hasInk(ink);
  return drawn ? <Sheet ink={ink} dispatch={dispatch} /> : null;
}

function Sheet({ ink, dispatch }: { ink: InkState; dispatch: Dispatch<InkAction> }) {
  const freehand = useFreehand();
  const width = laptopWidth * useRoomScale();
  const sheet = useRef<SVGSVGElement>(null);
  useClearedOnResize(sheet, dispatch);

  const pointsOf = (event: PointerEvent): InkPoint[] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    // Between two frames a stylus moves more than once.
    const moves = event.nativeEvent.getCoalescedEvents?.() ?? [];
    return (moves.length > 0 ? moves : [event.nativeEvent]).map(({ clientX, clientY, pressure }) => [
      clientX - left,
      clientY - top,
      pressure,
    ]);
  };
  const onEnd = (event: PointerEvent) => dispatch({ type: 'end', pointer: event.pointerId });
  const strokes = ink.drawing ? [...ink.strokes, ink.drawing] : ink.strokes;
  return (
    <svg
      className="ink"
      aria-hidden="true"
      ref={sheet}
      data-drawing={ink.tool === 'pen' || undefined}
      onPointerDown={(event) => {
        const [point] = pointsOf(event);
        if (event.button !== 0 || !point) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const pressured = event.pointerType === 'pen';
        dispatch({ type: 'begin', pointer: event.pointerId, point, pressured });
      }}
      onPointerMove={(event) => {
        if (ink.drawing) dispatch({ type: 'extend', pointer: event.pointerId, points: pointsOf(event) });
      }}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
    >
      {strokes.map((stroke) => (
        <StrokePath
          key={stroke.id}
          stroke={stroke}
          width={width}
          freehand={freehand}
          done={stroke !== ink.drawing}
        />
      ))}
    </svg>
  );
}

/** One stroke. Until the pen's own drawing is loaded, and where that fails, it is a plain line. */
const StrokePath = memo(function StrokePath({
  stroke,
  width,
  freehand,
  done,
}: {
  stroke: Stroke;
  width: number;
  freehand: Freehand | null;
  done: boolean;
}) {
  const casing = width * 0.45;
  if (freehand) {
    const d = freehand.freehandPath(stroke, width, done);
    return <path className="ink-stroke" d={d} strokeWidth={casing} />;
  }
  const d = coursePath(stroke.points);
  return (
    <g className="ink-course">
      <path d={d} strokeWidth={width + casing} />
      <path d={d} strokeWidth={width} />
    </g>
  );
});

/** The pen's drawing, loaded when the pen is first taken up. */
function useFreehand(): Freehand | null {
  const [freehand, setFreehand] = useState<Freehand | null>(null);
  useEffect(() => {
    let gone = false;
    import('./freehand.ts')
      .then((loaded) => {
        if (!gone) setFreehand(loaded);
      })
      .catch((error: unknown) => console.warn('The pen draws plain lines, for its file is missing:', error));
    return () => {
      gone = true;
    };
  }, []);
  return freehand;
}

/** In a room of another size the map lies elsewhere, and what was drawn on it would point at something else. */
function useClearedOnResize(sheet: { current: Element | null }, dispatch: Dispatch<InkAction>): void {
  useEffect(() => {
    if (!sheet.current) return;
    let size = '';
    const observer = new ResizeObserver(([entry]) => {
      const now = `${entry?.contentRect.width} ${entry?.contentRect.height}`;
      if (size && now !== size) dispatch({ type: 'clear' });
      size = now;
    });
    observer.observe(sheet.current);
    return () => observer.disconnect();
  }, [sheet, dispatch]);
}
