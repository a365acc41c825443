import { describe, expect, it } from 'vitest';
import { type Fill, fillOfProgress, type MarkSymbol } from '../model/symbols.ts';
import { groupPicture, markPicture, type Picture, pinPicture } from './mark-shapes.ts';
import { themeTokens } from './tokens.ts';

const tokens = themeTokens.light;
const symbol: MarkSymbol = { sector: 'transport', icon: 'bridge', fill: 'solid', approximate: false };
const withFill = (fill: Fill) => markPicture({ ...symbol, fill }, tokens);
const hue = tokens.sectors.transport;

/** How far a shape reaches from the middle of its picture, in CSS pixels. */
function reach({ shapes }: Picture): number {
  return Math.max(
    ...shapes.map((shape) => {
      const edge = (shape.stroke ? (shape.strokeWidth ?? 1) : 0) / 2;
      const size = 'radius' in shape ? shape.radius : shape.half;
      const tip = shape.kind === 'pin' ? Math.abs(shape.tip) : 0;
      return Math.max(Math.abs(shape.x) + size, Math.abs(shape.y) + size, tip) + edge;
    }),
  );
}

describe('a mark', () => {
  it('shows each fill without colour: no two are made of the same shapes', () => {
    const colourless = Object.values(fillOfProgress).map((fill) =>
      JSON.stringify(
        withFill(fill).shapes.map(({ kind, dash, strokeWidth }) => ({ kind, dash, strokeWidth })),
      ),
    );
    // A solid disc and a hollow one differ in where the sector's hue is: on the plate or on its edge.
    expect(new Set(colourless).size).toBe(colourless.length);
    const plate = (fill: Fill) => withFill(fill).shapes.find((shape) => shape.fill && !shape.stroke)?.fill;
    expect([plate('solid'), plate('hollow')]).toEqual([hue.fill, tokens.raised]);
  });

  it('has a broken ring around it when its place is approximate, and only then', () => {
    const rings = (approximate: boolean) =>
      markPicture({ ...symbol, approximate }, tokens).shapes.filter((shape) => shape.dash && !shape.fill);
    expect(rings(false)).toEqual([]);
    expect(rings(true)).toHaveLength(1);
  });

  it('ends with its icon, and has none where the symbol names none', () => {
    expect(withFill('solid').shapes.at(-1)).toMatchObject({
      kind: 'icon',
      name: 'bridge',
      fill: tokens.casing,
    });
    expect(withFill('hollow').shapes.at(-1)).toMatchObject({ kind: 'icon', fill: hue.ink });
    const { shapes } = markPicture({ ...symbol, icon: '' }, tokens);
    expect(shapes.filter(({ kind }) => kind === 'icon')).toEqual([]);
  });
});

describe('a picture', () => {
  const pictures: [string, Picture][] = [
    ...Object.values(fillOfProgress).map((fill): [string, Picture] => [
      `of a mark, ${fill}`,
      markPicture({ ...symbol, fill, approximate: true }, tokens),
    ]),
    ['of a pin', pinPicture({ ...symbol, approximate: true }, tokens)],
    ['of a group', groupPicture([{ sector: 'culture', count: 60 }], tokens)],
  ];

  it.each(pictures)('%s holds all its shapes', (_name, picture) => {
    // The halo about a pin's tip may be cut by the edge.
    expect(reach(picture)).toBeLessThanOrEqual(picture.half + 0.5);
  });
});

describe('a group', () => {
  it('shares its ring out among its sectors without gap or overlap', () => {
    const { shapes, count } = groupPicture(
      [
        { sector: 'culture', count: 1 },
        { sector: 'industry', count: 2 },
        { sector: 'transport', count: 7 },
      ],
      tokens,
    );
    const slices = shapes.flatMap((shape) => (shape.kind === 'slice' ? [[shape.from, shape.to]] : []));
    expect(slices).toEqual([
      [0, 0.1],
      [0.1, 0.3],
      [0.3, 1],
    ]);
    expect(count).toBe(10);
  });

  it('of one sector has a whole disc', () => {
    const { shapes } = groupPicture([{ sector: 'culture', count: 3 }], tokens);
    expect(shapes.filter(({ kind }) => kind === 'slice')).toEqual([]);
    expect(shapes[1]).toMatchObject({ kind: 'circle', fill: tokens.sectors.culture.fill });
  });
});
