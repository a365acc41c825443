import { createElement, memo } from 'react';
import { markPicture } from '../drawing/mark-shapes.ts';
import { svgElementOf } from '../drawing/shape-svg.ts';
import { tokenReferences } from '../drawing/tokens.ts';
import { fillOfProgress, type MarkSymbol, symbolKey } from '../model/symbols.ts';
import type { ProgressId, SectorId } from '../model/vocabulary.ts';

/** Colours by custom property: a theme, and paper, recolour every mark without drawing it anew. */
const references = tokenReferences();

/** An item's mark as it stands on the map, for lists and legend. Decorative: the text beside it says the same. */
export const MarkIcon = memo(function MarkIcon({ symbol, size = 1.9 }: IconProps) {
  const { half, shapes } = markPicture(symbol, references);
  return (
    <svg
      className="mark-icon"
      viewBox={`${-half} ${-half} ${half * 2} ${half * 2}`}
      style={{ width: `${size}rem`, height: `${size}rem` }}
      aria-hidden="true"
    >
      {shapes.map((shape, index) => {
        const { tag, attributes } = svgElementOf(shape);
        // Shapes have no identity but their order.
        return createElement(tag, { key: index, ...attributes });
      })}
    </svg>
  );
}, sameIcon);

/** A progress by itself: how marks of it are filled, in one sector's hue, without an icon. */
export function ProgressIcon({
  progress,
  sector = 'transport',
  size,
}: {
  progress: ProgressId;
  sector?: SectorId;
  size: number;
}) {
  return (
    <MarkIcon symbol={{ sector, icon: '', fill: fillOfProgress[progress], approximate: false }} size={size} />
  );
}

interface IconProps {
  symbol: MarkSymbol;
  size?: number;
}

/** Symbols are made anew for every render: what counts is what they say. */
function sameIcon(a: IconProps, b: IconProps): boolean {
  return a.size === b.size && symbolKey(a.symbol) === symbolKey(b.symbol);
}
