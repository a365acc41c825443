import type { MarkSymbol } from '../model/symbols.ts';
import type { SectorId } from '../model/vocabulary.ts';
import type { Tokens } from './tokens.ts';

/** What a shape is, in CSS pixels around the picture's own middle, x to the right and y down. */
export type Form =
  | { kind: 'circle'; x: number; y: number; radius: number }
  /** A square with round corners; `half` is half its side. */
  | { kind: 'block'; x: number; y: number; half: number; corner: number }
  /** The lower half of a disc. */
  | { kind: 'half-disc'; x: number; y: number; radius: number }
  /** A slice of a disc between two shares (0 to 1) of the full turn, clockwise from the top. */
  | { kind: 'slice'; x: number; y: number; radius: number; from: number; to: number }
  /** A round head about x, y, with a tip below it at height `tip`. */
  | { kind: 'pin'; x: number; y: number; radius: number; tip: number }
  /** An icon by name, in a square about x, y; `half` is half its side. Its stroke runs along its edge, round at corners. */
  | { kind: 'icon'; x: number; y: number; half: number; name: string };

/** One drawn shape: filled, then stroked. The same list makes the map's canvas pictures and the interface's SVG. */
export type Shape = Form & {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  dash?: readonly number[];
};

/** A picture: its shapes, and half the width and height of the square they need. */
export interface Picture {
  half: number;
  shapes: Shape[];
  /** A number written in the middle, for groups. */
  count?: number;
}

/** Where the head of a pin ends and its straight sides begin: this angle below the horizontal, in radians. */
export const pinShoulder = Math.PI * 0.2;

/** The angle of a share of the full turn, in radians clockwise from the right, as SVG and canvas measure angles. */
export function sliceAngle(share: number): number {
  return (share - 0.25) * Math.PI * 2;
}

const markRadius = 11.5;
const iconHalf = 6.9;

/** An item's mark: sector is hue, progress is how it is filled, a broken ring says that the place is approximate. */
export function markPicture(symbol: MarkSymbol, tokens: Tokens): Picture {
  return { half: 17, shapes: markShapes(symbol, tokens, [0, 0]) };
}

/** A selected item's mark: the same, in the head of a pin whose tip is at the middle of the picture's lower edge. */
export function pinPicture(symbol: MarkSymbol, tokens: Tokens): Picture {
  const half = 25;
  const radius = 17.5;
  const headY = -half + radius + 2;
  const pin = { kind: 'pin', x: 0, y: headY, radius, tip: half - 1 } as const;
  return {
    half,
    shapes: [
      { ...pin, stroke: tokens.halo, strokeWidth: 3 },
      { ...pin, fill: tokens.accent },
      ...markShapes({ ...symbol, approximate: false }, tokens, [0, headY]),
    ],
  };
}

/** A group of marks: a ring shared out among the sectors in it, with their number inside. */
export function groupPicture(parts: readonly { sector: SectorId; count: number }[], tokens: Tokens): Picture {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const radius = 14 + Math.min(8, Math.sqrt(count));
  const shapes: Shape[] = [{ ...disc(radius + 2), fill: tokens.halo }];
  let before = 0;
  for (const part of parts) {
    const after = before + part.count;
    const slice = { kind: 'slice', x: 0, y: 0, radius, from: before / count, to: after / count } as const;
    const fill = tokens.sectors[part.sector].fill;
    // A slice of the whole turn would have no beginning and no end.
    shapes.push({ ...(part.count === count ? disc(radius) : slice), fill });
    before = after;
  }
  shapes.push(
    { ...disc(radius), stroke: tokens.casing, strokeWidth: 1.4 },
    { ...disc(radius - 4.5), fill: tokens.raised, stroke: tokens.casing, strokeWidth: 1.4 },
  );
  return { half: radius + 3, shapes, count };
}

function disc(radius: number) {
  return { kind: 'circle', x: 0, y: 0, radius } as const;
}

function markShapes(
  { sector, icon, fill, approximate }: MarkSymbol,
  tokens: Tokens,
  [x, y]: readonly [number, number],
): Shape[] {
  const hue = tokens.sectors[sector];
  const outline: Form =
    fill === 'block'
      ? { kind: 'block', x, y, half: 10.5, corner: 4 }
      : { kind: 'circle', x, y, radius: markRadius };
  const isFull = fill === 'solid' || fill === 'block';
  const isOpen = fill === 'hollow' || fill === 'dashed';
  const ground = isFull ? hue.fill : tokens.raised;
  const shapes: Shape[] = [];
  if (approximate) {
    const ring = { kind: 'circle', x, y, radius: markRadius + 4 } as const;
    shapes.push({ ...ring, stroke: hue.ink, strokeWidth: 1.6, dash: [3.2, 2.6] });
  }
  // A pale ring keeps neighbouring marks and lines apart.
  shapes.push({ ...outline, fill: ground, stroke: tokens.halo, strokeWidth: 3 });
  shapes.push({ ...outline, fill: ground });
  if (fill === 'half') shapes.push({ kind: 'half-disc', x, y, radius: markRadius, fill: hue.fill });
  shapes.push({
    ...outline,
    // What is not filled has only its outline to stand out by, on any ground.
    stroke: isFull ? tokens.casing : hue.ink,
    strokeWidth: isOpen ? 2.4 : 1.6,
    ...(fill === 'dashed' ? { dash: [4, 3] } : {}),
  });
  if (icon) {
    const form = { kind: 'icon', x, y, half: iconHalf, name: icon } as const;
    // An icon that lies over the edge of the lower half is set off from it.
    if (fill === 'half') shapes.push({ ...form, stroke: tokens.raised, strokeWidth: 1.84 });
    const half = fill === 'half' ? tokens.ink : hue.ink;
    shapes.push({ ...form, fill: isFull ? tokens.casing : half });
  }
  return shapes;
}
