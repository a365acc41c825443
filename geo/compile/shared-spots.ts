import distance from '@turf/distance';
import type { BasisNotes, Item } from '../../src/model/dataset.ts';

/** Two points nearer than this, in metres, are one spot on any map of this scale. */
const oneSpotMeters = 100;

/** Two items whose points are one spot while neither basis says so. */
export interface UnexplainedSpot {
  item: Item;
  other: Item;
}

/** Pairs of point items on one spot, of which neither's note names the other: a reader would take them for a mistake. */
export function unexplainedSpots(items: readonly Item[], notes: BasisNotes): UnexplainedSpot[] {
  const points = items.filter((item) => item.place.geometry?.type === 'Point');
  const names = (item: Item, note: string) =>
    [item.name, ...item.aliases].some((name) => note.includes(name));
  return points.flatMap((item, index) =>
    points.slice(index + 1).flatMap((other) => {
      if (!item.place.label || !other.place.label) return [];
      if (item.id === other.id) return [];
      if (distance(item.place.label, other.place.label, { units: 'meters' }) >= oneSpotMeters) return [];
      const explained = names(other, notes[item.id]?.note ?? '') || names(item, notes[other.id]?.note ?? '');
      return explained ? [] : [{ item, other }];
    }),
  );
}
