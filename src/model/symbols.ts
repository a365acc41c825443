import type { Item } from './dataset.ts';
import { type ProgressId, type SectorId, type Subsector, sectors } from './vocabulary.ts';

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
    approximate: item.place.precision === 'town' || item.place.precision === 'zone',
  };
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
