import { dictionary, termIn } from '../../i18n/index.ts';
import type { Item } from '../../model/dataset.ts';
import { fillOfProgress, type MarkSymbol } from '../../model/symbols.ts';
import type { Language } from '../../model/view.ts';
import { type ProgressId, progresses, type SectorId, sectors } from '../../model/vocabulary.ts';

/** A mark with what it means. */
export interface LegendEntry {
  symbol: MarkSymbol;
  label: string;
}

/** What the marks of these items mean: the sectors and progresses among them, and the ring of those that are known roughly. */
export function legendEntries(located: readonly Item[], language: Language): LegendEntry[] {
  const plain: MarkSymbol = { sector: 'transport', icon: '', fill: 'solid', approximate: false };
  const sectorEntries = (Object.keys(sectors) as SectorId[])
    .filter((sector) => located.some((item) => item.sector === sector))
    .map((sector) => ({ symbol: { ...plain, sector }, label: termIn(sectors[sector], language) }));
  const progressEntries = (Object.keys(progresses) as ProgressId[])
    .filter((progress) => located.some((item) => item.progress === progress))
    .map((progress) => ({
      symbol: { ...plain, fill: fillOfProgress[progress] },
      label: termIn(progresses[progress], language),
    }));
  const roughly = located.some(({ place }) => place.precision === 'town' || place.precision === 'zone');
  const ring = { symbol: { ...plain, approximate: true }, label: dictionary(language).legendArea };
  return [...sectorEntries, ...progressEntries, ...(roughly ? [ring] : [])];
}
