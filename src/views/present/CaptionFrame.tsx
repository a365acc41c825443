import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Padding } from '../../map/index.ts';
import { usePhone } from '../../ui/screen.ts';
import { useTokens } from '../../ui/theme.tsx';
import { roomBeside } from './caption-room.ts';
import './caption.css';

/** How a caption is set: beside the map, or over it. */
export type CaptionKind = 'scene' | 'title' | 'closing' | 'aside';

/** The scales that are tried in turn until all of a caption's words have room. */
const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];
/** The phone's sheet is as high for few words as for many: few are set larger. */
const phoneScales = [1.3, 1.22, 1.15, 1.08, ...scales];

/**
 * The frame of a caption: it sets the words as large as they fit, whole, and tells what room the map has beside them.
 * Give it a `key` of what it says: other words are fitted anew.
 */
export function CaptionFrame({
  kind,
  onRoom,
  children,
}: {
  kind: CaptionKind;
  /** Told whenever the room for the map may have changed. */
  onRoom: (room: Padding) => void;
  children: ReactNode;
}) {
  const frame = useRef<HTMLElement>(null);
  const phone = usePhone();
  const tokens = useTokens();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has another size of type
  useLayoutEffect(() => {
    const caption = frame.current;
    const stage = caption?.closest<HTMLElement>('.stage');
    const map = stage?.parentElement?.querySelector('.map-panel');
    if (!caption || !stage || !map) return;
    const measure = () => {
      setToFit(caption, phone ? phoneScales : scales);
      onRoom(
        roomBeside({
          map: map.getBoundingClientRect(),
          caption: caption.getBoundingClientRect(),
          sheet: stage.querySelector('.stage-filters')?.getBoundingClientRect() ?? null,
          cover: kind === 'title' || kind === 'closing',
          phone,
          rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
        }),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    observer.observe(caption);
    // A sheet that opens beside it takes room from the map.
    const opened = new MutationObserver(measure);
    opened.observe(stage, { childList: true });
    // Other words in the same frame are fitted as well.
    opened.observe(caption, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      opened.disconnect();
    };
  }, [kind, phone, tokens, onRoom]);
  return (
    <article className="caption" data-kind={kind} ref={frame}>
      {children}
    </article>
  );
}

/** Sets the largest of the scales at which nothing runs out of the caption's box. */
function setToFit(caption: HTMLElement, tried: readonly number[]): void {
  for (const scale of tried) {
    caption.style.setProperty('--caption-scale', String(scale));
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = caption;
    if (scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1) return;
  }
}
