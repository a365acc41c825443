import type { ThemeId } from '../model/view.ts';
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
  /** The one hue of numbers of items: the ground of the largest, on the map and in tables. */
  shade: string;
  rail: string;
  /** Trunk roads, and their pale casing; streets of the old city are drawn in the casing's colour. */
  road: string;
  roadCasing: string;
  roadName: string;
  /** The loose extents of the zones. */
  zone: string;
  /** Hills and islands that people orient by. */
  hill: string;
  /** What keeps a name or a mark apart from what lies under it. */
  halo: string;
  casing: string;
  /** What lies over the page behind a dialog, and the shadow of what floats. */
  scrim: string;
  sectors: Record<SectorId, Hue>;
}

/**
 * Light paper. The eight sector fills start from Paul Tol's “muted” and “bright” qualitative schemes
 * (colour-blind safe), tuned so that any two stay apart in deuteranopia and protanopia; the dark casing gives the contrast.
 */
const paperTokens: Tokens = {
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
  shade: '#fcdeb4',
  rail: '#8d857a',
  road: '#d9bd8b',
  roadCasing: '#fffdf8',
  roadName: '#7a5f2f',
  zone: '#8f4a0c',
  hill: '#2b6a37',
  halo: '#fbf8f2',
  casing: '#2b2f36',
  scrim: '#282218',
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

/**
 * Dark, for an LED wall, which is bright enough by itself: the ground steps back, the fills carry the light and stand
 * out by themselves, and the casing goes dark to keep icon and fill apart.
 */
const darkTokens: Tokens = {
  paper: '#12171c',
  raised: '#1b2127',
  sunken: '#2a323b',
  ink: '#f2efe8',
  inkSoft: '#b4bac0',
  hairline: '#3a434d',
  accent: '#f0705c',
  accentInk: '#1d0d0a',
  land: '#252c34',
  landOutside: '#181d22',
  veil: '#181d22',
  water: '#17384d',
  waterName: '#8fc3e2',
  cityOutline: '#c9b899',
  districtLine: '#7f7767',
  shade: '#4e3a17',
  rail: '#8b9097',
  road: '#6d6046',
  roadCasing: '#353d46',
  roadName: '#d3bd8f',
  zone: '#daa641',
  hill: '#7fcf8b',
  halo: '#171c21',
  casing: '#0c1014',
  scrim: '#000000',
  sectors: {
    industry: { fill: '#daa641', ink: '#daa641' },
    innovation: { fill: '#a881ce', ink: '#b898d7' },
    transport: { fill: '#5b84f1', ink: '#82a2f4' },
    utilities: { fill: '#50d9ee', ink: '#50d9ee' },
    renewal: { fill: '#e3d432', ink: '#e3d432' },
    environment: { fill: '#60be6a', ink: '#60be6a' },
    culture: { fill: '#e88dbf', ink: '#e88dbf' },
    livelihood: { fill: '#c0a094', ink: '#c0a094' },
  },
};

/** Projector: a lamp in a lit room washes out what is pale. White ground, black ink, strong lines; type is larger. */
const projectorTokens: Tokens = {
  paper: '#ffffff',
  raised: '#ffffff',
  sunken: '#ececec',
  ink: '#000000',
  inkSoft: '#33383d',
  hairline: '#8a8d90',
  accent: '#a81c12',
  accentInk: '#ffffff',
  land: '#ffffff',
  landOutside: '#dcdcda',
  veil: '#dcdcda',
  water: '#a9d2ec',
  waterName: '#0a3b5a',
  cityOutline: '#2f2a22',
  districtLine: '#6b655b',
  shade: '#e3c199',
  rail: '#4a4a4a',
  road: '#c49a45',
  roadCasing: '#e9e4da',
  roadName: '#5c4308',
  zone: '#7b4118',
  hill: '#1d5128',
  halo: '#ffffff',
  casing: '#000000',
  scrim: '#000000',
  sectors: {
    industry: { fill: '#db742a', ink: '#7b4118' },
    innovation: { fill: '#9d6baa', ink: '#64446d' },
    transport: { fill: '#3966c8', ink: '#2b4c96' },
    utilities: { fill: '#1facde', ink: '#0f566f' },
    renewal: { fill: '#d7af01', ink: '#614f00' },
    environment: { fill: '#3b8e4c', ink: '#265b31' },
    culture: { fill: '#ed7ba0', ink: '#763d50' },
    livelihood: { fill: '#7a5c57', ink: '#634b46' },
  },
};

/** The tokens of each theme 主题. */
export const themeTokens: Record<ThemeId, Tokens> = {
  light: paperTokens,
  dark: darkTokens,
  projector: projectorTokens,
};

/** One family stack for Han, Latin and digits: the platform's sans. */
export const sansFamilies = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif'];

/** The tokens as CSS custom properties: `--paper`, `--ink-soft`, `--sector-industry`, `--sector-industry-ink`. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  const { sectors, ...plain } = tokens;
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

/** Every token as a reference to its custom property, for pictures that a style sheet colours: `var(--ink-soft)`. */
export function tokenReferences(): Tokens {
  const { sectors, ...plain } = themeTokens.light;
  const reference = (name: string) => `var(--${kebab(name)})`;
  return {
    ...Object.fromEntries(Object.keys(plain).map((name) => [name, reference(name)])),
    sectors: Object.fromEntries(
      Object.keys(sectors).map((id) => [
        id,
        { fill: reference(`sector-${id}`), ink: reference(`sector-${id}-ink`) },
      ]),
    ),
  } as unknown as Tokens;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
