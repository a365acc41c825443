import icons from 'virtual:atlas/icons';
import type { MarkSymbol } from '../model/symbols.ts';
import { markPicture } from './mark-shapes.ts';
import { useTokens } from './theme.tsx';

/** An item's mark as it stands on the map, for lists and legend. Decorative: the text beside it says the same. */
export function MarkIcon({ symbol, size = 1.9 }: { symbol: MarkSymbol; size?: number }) {
  const { half, shapes } = markPicture(symbol, icons, useTokens());
  return (
    <svg
      className="mark-icon"
      viewBox={`${-half} ${-half} ${half * 2} ${half * 2}`}
      style={{ width: `${size}rem`, height: `${size}rem` }}
      aria-hidden="true"
    >
      {shapes.map(({ d, fill = 'none', stroke, strokeWidth, dash, scale, shift }, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity but their order
          key={index}
          d={d}
          fill={fill}
          stroke={stroke}
          strokeWidth={strokeWidth}
          strokeDasharray={dash?.join(' ')}
          transform={shift && `translate(${shift[0]} ${shift[1]}) scale(${scale})`}
        />
      ))}
    </svg>
  );
}
