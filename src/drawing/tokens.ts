import type { SectorId } from '../model/vocabulary.ts';

/** A sector's hue: the fill, and an ink of the same hue dark enough for text on paper. */
interface Hue {
  fill: string;
  ink: string;
}

/** The design tokens: one source for style sheets and for the map. */
export interface Tokens {
  paper: string;
  raised: string;
  sunken: string;
  ink: string;
  inkSoft: string;
  hairline: string;
  /** The vermilion of a seal: selection and the present button only. */
  accent: string;
  accentInk: string;
  land: string;
  landOutside: string;
  veil: string;
  water: string;
  waterName: string;
  cityOutline: string;
  districtLine: string;
  rail: string;
  halo: string;
  casing: string;
  sectors: Record<SectorId, Hue>;
}

/**
 * Light paper. The eight sector fills start from Paul Tol's “muted” and “bright” qualitative schemes
 * (colour-blind safe), tuned so that any two stay apart in deuteranopia and protanopia; the dark casing gives the contrast.
 */
export const paperTokens: Tokens = {
  paper: '#f7f4ee',
  raised: '#fffdf9',
  sunken: '#efeae0',
  ink: '#1f2328',
  inkSoft: '#585d63',
  hairline: '#ddd6c8',
  accent: '#b3352b',
  accentInk: '#ffffff',
  land: '#f4efe4',
  landOutside: '#eeebe4',
  veil: '#f3f1ec',
  water: '#bfd8e8',
  waterName: '#2d607f',
  cityOutline: '#6b5e4e',
  districtLine: '#a3937b',
  rail: '#8d857a',
  halo: '#fbf8f2',
  casing: '#2b2f36',
  sectors: {
    industry: { fill: '#d38239', ink: '#8f4a0c' },
    innovation: { fill: '#9878ac', ink: '#6d3f8b' },
    transport: { fill: '#3f7ac2', ink: '#2c5488' },
    utilities: { fill: '#2bb9d3', ink: '#15697a' },
    renewal: { fill: '#d0a724', ink: '#75590a' },
    environment: { fill: '#4e9c5b', ink: '#2b6a37' },
    culture: { fill: '#d88099', ink: '#973552' },
    livelihood: { fill: '#85776e', ink: '#5f4b3e' },
  },
};

/** One family stack for Han, Latin and digits: the platform's sans. */
export const sansFamilies = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif'];

/** The tokens as CSS custom properties: `--paper`, `--ink-soft`, `--sector-industry`, `--sector-industry-ink`. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  const { sectors, ...plain } = tokens;
  const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [`--${kebab(name)}`, value])),
    ...Object.fromEntries(
      Object.entries(sectors).flatMap(([id, hue]) => [
        [`--sector-${id}`, hue.fill],
        [`--sector-${id}-ink`, hue.ink],
      ]),
    ),
  };
}
