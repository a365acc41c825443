import type { Item } from './dataset.ts';
import {
  locatedPrecisions,
  type PrecisionId,
  type ProgressId,
  type SectorId,
  type Subsector,
  sectors,
} from './vocabulary.ts';

/** How a mark or line is filled 填充: progress, readable without colour. */
export type Fill = 'solid' | 'half' | 'hollow' | 'dashed' | 'block';

/** Progress → fill: done is solid, under way half, planned hollow, a study dashed, what merely stands a square block. */
export const fillOfProgress: Record<ProgressId, Fill> = {
  completed: 'solid',
  'under-way': 'half',
  planned: 'hollow',
  study: 'dashed',
  standing: 'block',
};

/** Everything that decides how an item's mark is drawn. */
export interface MarkSymbol {
  sector: SectorId;
  icon: string;
  fill: Fill;
  /** Known only to its town or zone: drawn with a broken ring around it. */
  approximate: boolean;
}

/** The symbol of an item. */
export function markSymbol(item: Item): MarkSymbol {
  return {
    sector: item.sector,
    icon: iconOf(item.sector, item.subsector),
    fill: fillOfProgress[item.progress],
    approximate: isApproximate(item.place.precision),
  };
}

/** A sector by itself, for legends: the mark of its first subsector, done and exactly placed. */
export function sectorSymbol(sector: SectorId): MarkSymbol {
  const [first] = Object.values<Subsector>(sectors[sector].subsectors);
  return { sector, icon: first?.icon ?? '', fill: 'solid', approximate: false };
}

/** A precision by itself, for legends: a mark without an icon, in one sector's hue; null where it gives no mark. */
export function precisionSymbol(precision: PrecisionId, sector: SectorId = 'transport'): MarkSymbol | null {
  if (!locatedPrecisions.includes(precision)) return null;
  return { sector, icon: '', fill: 'solid', approximate: isApproximate(precision) };
}

/** Whether a place of this precision stands for the town or zone around it. */
function isApproximate(precision: PrecisionId): boolean {
  return precision === 'town' || precision === 'zone';
}

/** The icon name of a subsector. The compile step guarantees that it exists. */
export function iconOf(sector: SectorId, subsector: string): string {
  const subsectors: Record<string, Subsector> = sectors[sector].subsectors;
  const found = subsectors[subsector];
  if (!found) throw new Error(`Sector ${sector} has no subsector ${subsector}.`);
  return found.icon;
}

/** A symbol as text: the name of its image in the map's sprite. */
export function symbolKey({ sector, icon, fill, approximate }: MarkSymbol): string {
  return `mark/${sector}/${icon}/${fill}/${approximate ? 'approximate' : 'exact'}`;
}

/** The symbol that a key names. */
export function parseSymbolKey(key: string): MarkSymbol | null {
  const [prefix, sector, icon, fill, known] = key.split('/');
  if (prefix !== 'mark' || !sector || !icon || !fill) return null;
  return { sector: sector as SectorId, icon, fill: fill as Fill, approximate: known === 'approximate' };
}
