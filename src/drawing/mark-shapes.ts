import type { MarkSymbol } from '../model/symbols.ts';
import type { SectorId } from '../model/vocabulary.ts';
import type { Tokens } from './tokens.ts';

/** One drawn path: the same list makes the map's canvas pictures and the interface's SVG. */
export interface Shape {
  /** SVG path data, in CSS pixels around the mark's own middle. */
  d: string;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  dash?: readonly number[];
  /** Scale, then shift: for icons drawn on their own grid. */
  scale?: number;
  shift?: readonly [number, number];
}

/** A picture: its shapes, and half the width and height of the square they need. */
export interface Picture {
  half: number;
  shapes: Shape[];
  /** A number written in the middle, for groups. */
  count?: number;
}

const markRadius = 11.5;
const iconGrid = 15;
const iconScale = 0.92;

/** An item's mark: sector is hue, progress is how it is filled, a broken ring says that the place is approximate. */
export function markPicture(symbol: MarkSymbol, icons: Record<string, string>, tokens: Tokens): Picture {
  return { half: 17, shapes: markShapes(symbol, icons, tokens, [0, 0]) };
}

/** A selected item's mark: the same, in the head of a pin whose tip is at the middle of the picture's lower edge. */
export function pinPicture(symbol: MarkSymbol, icons: Record<string, string>, tokens: Tokens): Picture {
  const half = 25;
  const radius = 17.5;
  const headY = -half + radius + 2;
  const [dx, dy] = [radius * Math.cos(Math.PI * 0.2), radius * Math.sin(Math.PI * 0.2)];
  const d = `M${-dx} ${headY + dy}A${radius} ${radius} 0 1 1 ${dx} ${headY + dy}L0 ${half - 1}Z`;
  return {
    half,
    shapes: [
      { d, stroke: tokens.halo, strokeWidth: 3 },
      { d, fill: tokens.accent },
      ...markShapes({ ...symbol, approximate: false }, icons, tokens, [0, headY]),
    ],
  };
}

/** A group of marks: a ring shared out among the sectors in it, with their number inside. */
export function groupPicture(parts: readonly { sector: SectorId; count: number }[], tokens: Tokens): Picture {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const radius = 14 + Math.min(8, Math.sqrt(count));
  const shapes: Shape[] = [{ d: circlePath(0, 0, radius + 2), fill: tokens.halo }];
  let from = 0;
  for (const part of parts) {
    const to = from + part.count / count;
    shapes.push({ d: sectorPath(radius, from, to), fill: tokens.sectors[part.sector].fill });
    from = to;
  }
  shapes.push(
    { d: circlePath(0, 0, radius), stroke: tokens.casing, strokeWidth: 1.4 },
    { d: circlePath(0, 0, radius - 4.5), fill: tokens.raised, stroke: tokens.casing, strokeWidth: 1.4 },
  );
  return { half: radius + 3, shapes, count };
}

function markShapes(
  { sector, icon, fill, approximate }: MarkSymbol,
  icons: Record<string, string>,
  tokens: Tokens,
  [x, y]: readonly [number, number],
): Shape[] {
  const hue = tokens.sectors[sector];
  const outline = fill === 'block' ? blockPath(x, y, 10.5, 4) : circlePath(x, y, markRadius);
  const isFull = fill === 'solid' || fill === 'block';
  const isOpen = fill === 'hollow' || fill === 'dashed';
  const shapes: Shape[] = [];
  if (approximate) {
    shapes.push({ d: circlePath(x, y, markRadius + 4), stroke: hue.ink, strokeWidth: 1.6, dash: [3.2, 2.6] });
  }
  // A pale ring keeps neighbouring marks and lines apart.
  shapes.push({ d: outline, fill: isFull ? hue.fill : tokens.raised, stroke: tokens.halo, strokeWidth: 3 });
  shapes.push({ d: outline, fill: isFull ? hue.fill : tokens.raised });
  if (fill === 'half') {
    shapes.push({
      d: `M${x - markRadius} ${y}A${markRadius} ${markRadius} 0 0 0 ${x + markRadius} ${y}Z`,
      fill: hue.fill,
    });
  }
  shapes.push({
    d: outline,
    stroke: isOpen ? hue.ink : tokens.casing,
    strokeWidth: isOpen ? 2.4 : 1.5,
    ...(fill === 'dashed' ? { dash: [4, 3] } : {}),
  });
  const d = icons[icon];
  if (d) {
    const at = {
      d,
      scale: iconScale,
      shift: [x - (iconGrid / 2) * iconScale, y - (iconGrid / 2) * iconScale] as const,
    };
    if (fill === 'half') shapes.push({ ...at, stroke: tokens.raised, strokeWidth: 2 });
    shapes.push({ ...at, fill: isOpen ? hue.ink : tokens.casing });
  }
  return shapes;
}

function circlePath(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;
}

function blockPath(x: number, y: number, half: number, corner: number): string {
  const side = (half - corner) * 2;
  const arc = (dx: number, dy: number) => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`;
  return `M${x - half + corner} ${y - half}h${side}${arc(corner, corner)}v${side}${arc(-corner, corner)}h${-side}${arc(-corner, -corner)}v${-side}${arc(corner, -corner)}Z`;
}

/** A slice of a disc between two shares of the full turn, clockwise from the top. */
function sectorPath(radius: number, from: number, to: number): string {
  if (to - from >= 1) return circlePath(0, 0, radius);
  const at = (share: number) => {
    const angle = share * Math.PI * 2 - Math.PI / 2;
    return `${radius * Math.cos(angle)} ${radius * Math.sin(angle)}`;
  };
  return `M0 0L${at(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z`;
}
