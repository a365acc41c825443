import type { CSSProperties } from 'react';
import type { SectorId } from '../model/vocabulary.ts';

/** Gives a part of the interface its sector's hue as `--hue`, for the style sheet to use. */
export function sectorHue(sector: SectorId): CSSProperties {
  return { ['--hue' as string]: `var(--sector-${sector})` };
}
