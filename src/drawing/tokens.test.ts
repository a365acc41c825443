import { describe, expect, it } from 'vitest';
import { type SectorId, sectors } from '../model/vocabulary.ts';
import { cssVariables, type Tokens, themeTokens } from './tokens.ts';

type Rgb = readonly [number, number, number];

/** Linear light, 0 to 1, of a colour such as #1f2328. */
function linear(colour: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour);
  if (!match) throw new Error(`${colour} is not a six-digit hexadecimal colour.`);
  const channel = (at: number) => {
    const value = Number.parseInt(match[at] ?? '', 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(2), channel(3)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast as WCAG 2.2 has it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const multiply = (matrix: readonly Rgb[], [r, g, b]: Rgb): Rgb => {
  const [x = 0, y = 0, z = 0] = matrix.map((row) => row[0] * r + row[1] * g + row[2] * b);
  return [x, y, z];
};

/** Dichromatic vision: Machado, Oliveira and Fernandes (2009), severity 1, on linear light. */
const visions: Record<string, readonly Rgb[]> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

/** CIE Lab (D65) of linear light. */
function lab(rgb: Rgb): Rgb {
  const [x, y, z] = multiply(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    [Math.max(0, rgb[0]), Math.max(0, rgb[1]), Math.max(0, rgb[2])],
  );
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** How far apart two colours look (CIE 1976) to an eye. */
function difference(one: string, other: string, vision: readonly Rgb[]): number {
  const [a, b] = [lab(multiply(vision, linear(one))), lab(multiply(vision, linear(other)))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe('the colour measures of these tests', () => {
  it('give the known values for black, white and a grey', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(lab(linear('#ff0000')).map(Math.round)).toEqual([53, 80, 67]);
    for (const vision of Object.values(visions))
      expect(difference('#ffffff', '#000000', vision)).toBeCloseTo(100, 0);
  });
});

/** What text must have: WCAG AA; on a projector, whose lamp eats contrast, AAA. */
const textContrast: Record<string, number> = { light: 4.5, dark: 4.5, projector: 7 };

describe.each(Object.entries(themeTokens))('in the theme %s', (theme, tokens) => {
  const leastText = textContrast[theme] ?? Number.NaN;
  const hues = Object.entries(tokens.sectors);

  describe('text', () => {
    const grounds = ['paper', 'raised', 'sunken'] as const;
    const pairs: [string, string, string][] = [
      ...grounds.map((ground): [string, string, string] => [`ink on ${ground}`, tokens.ink, tokens[ground]]),
      ...grounds.map((ground): [string, string, string] => [
        `soft ink on ${ground}`,
        tokens.inkSoft,
        tokens[ground],
      ]),
      ['the ink of the accent on the accent', tokens.accentInk, tokens.accent],
      ['the name of a water on the water', tokens.waterName, tokens.water],
      ['ink on land', tokens.ink, tokens.land],
      ['soft ink on land', tokens.inkSoft, tokens.land],
      ['the name of a road on land', tokens.roadName, tokens.land],
      ['the name of a zone on land', tokens.zone, tokens.land],
      ['the name of a hill on land', tokens.hill, tokens.land],
      ['the name of a district on land', tokens.cityOutline, tokens.land],
      ['the name of a selected item on its halo', tokens.accent, tokens.halo],
      ...hues.map(([id, hue]): [string, string, string] => [
        `the ink of ${id} on raised`,
        hue.ink,
        tokens.raised,
      ]),
      ...hues.map(([id, hue]): [string, string, string] => [
        `the ink of ${id} on paper`,
        hue.ink,
        tokens.paper,
      ]),
    ];

    it.each(pairs)('is legible as %s', (_name, text, ground) => {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(leastText);
    });
  });

  describe('the names on the map', () => {
    const names = ['ink', 'inkSoft', 'cityOutline', 'zone', 'hill', 'roadName'] as const;
    it.each(names)('are legible in %s on the deepest shade of a district', (name) => {
      expect(contrast(tokens[name], tokens.shade)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(Object.keys(visions))(
      'stand on a shade that differs from plain land and from water in %s',
      (name) => {
        const vision = visions[name] ?? [];
        expect(difference(tokens.shade, tokens.land, vision)).toBeGreaterThanOrEqual(12);
        expect(difference(tokens.shade, tokens.water, vision)).toBeGreaterThanOrEqual(12);
      },
    );
  });

  describe('marks', () => {
    it.each(hues)('have a casing that stands out from the fill of %s', (_id, hue) => {
      expect(contrast(tokens.casing, hue.fill)).toBeGreaterThanOrEqual(3);
    });

    it.each(hues)('have an outline in the ink of %s that stands out from land', (_id, hue) => {
      // Planned items and studies are hollow: the ink is their casing.
      expect(contrast(hue.ink, tokens.land)).toBeGreaterThanOrEqual(3);
    });

    it.each(['land', 'landOutside', 'shade', 'water', 'paper', 'halo'] as const)(
      'stand out from %s by their casing, or by their fill where the ground is dark',
      (ground) => {
        const byFill = hues.map(([, hue]) => contrast(hue.fill, tokens[ground]));
        const best = Math.max(contrast(tokens.casing, tokens[ground]), Math.min(...byFill));
        expect(best).toBeGreaterThanOrEqual(3);
      },
    );

    it('have the accent of a selection stand out from the ground', () => {
      expect(contrast(tokens.accent, tokens.land)).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens.accent, tokens.water)).toBeGreaterThanOrEqual(3);
    });
  });

  describe('the eight hues', () => {
    it('are one for each sector', () => {
      expect(Object.keys(tokens.sectors).sort()).toEqual(Object.keys(sectors).sort());
    });

    it.each(Object.keys(visions))('can be told apart, each from each, in %s', (name) => {
      const vision = visions[name] ?? [];
      const near = hues.flatMap(([one, { fill }], index) =>
        hues
          .slice(index + 1)
          .map(([other, hue]) => ({ pair: `${one} and ${other}`, by: difference(fill, hue.fill, vision) }))
          .filter(({ by }) => by < 12)
          .map(({ pair, by }) => `${pair}: ${by.toFixed(1)}`),
      );
      expect(near).toEqual([]);
    });

    it.each(Object.keys(visions))('can be told apart from land and water in %s', (name) => {
      const vision = visions[name] ?? [];
      const near = hues.flatMap(([id, { fill }]) =>
        [tokens.land, tokens.water]
          .map((ground) => difference(fill, ground, vision))
          .filter((by) => by < 12)
          .map((by) => `${id}: ${by.toFixed(1)}`),
      );
      expect(near).toEqual([]);
    });
  });
});

describe('the tokens as CSS custom properties', () => {
  const tokens: Tokens = themeTokens.dark;
  const variables = cssVariables(tokens);

  it('have a name in kebab case and the value of the token', () => {
    expect(variables).toMatchObject({
      '--paper': tokens.paper,
      '--ink-soft': tokens.inkSoft,
      '--accent-ink': tokens.accentInk,
    });
  });

  it('hold fill and ink of every sector', () => {
    for (const id of Object.keys(sectors) as SectorId[]) {
      expect(variables[`--sector-${id}`]).toBe(tokens.sectors[id].fill);
      expect(variables[`--sector-${id}-ink`]).toBe(tokens.sectors[id].ink);
    }
  });

  it('are all text that a style sheet can take', () => {
    for (const value of Object.values(variables)) expect(value).toMatch(/^#[0-9a-f]{6}$/u);
  });
});
