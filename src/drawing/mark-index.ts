import type { Feature, Point } from 'geojson';
import Supercluster from 'supercluster';
import type { Item, LngLat } from '../model/dataset.ts';
import { nearestZoom } from '../model/view.ts';
import type { SectorId } from '../model/vocabulary.ts';

/** Marks nearer to each other than this many CSS pixels (times the scale) are drawn as one group. */
const groupRadius = 30;

/** One thing drawn at a position: a single item's mark, or a group of several. */
export interface Mark {
  /** The item's id, or `group:` and the ids of its first and last members. */
  key: string;
  position: LngLat;
  /** Ids of the items it stands for. */
  members: string[];
}

/** How many of a group's items are of each sector, in the order in which the sectors first occur among them. */
export function sectorCounts(members: readonly Item[]): { sector: SectorId; count: number }[] {
  const counts = new Map<SectorId, number>();
  for (const { sector } of members) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  return [...counts].map(([sector, count]) => ({ sector, count }));
}

interface MarkProperties {
  id: string;
}

/** Groups the marks of located items, so that none hides another at any zoom. */
export class MarkIndex {
  private readonly index: Supercluster<MarkProperties>;
  /** The place of each item in the list. */
  private readonly order: ReadonlyMap<string, number>;

  constructor(items: readonly Item[], scale: number) {
    this.order = new Map(items.map(({ id }, place) => [id, place]));
    this.index = new Supercluster<MarkProperties>({
      radius: groupRadius * scale,
      extent: 512,
      // Groups stand at the nearest zoom too: what shares one spot must still be reachable there.
      maxZoom: nearestZoom,
      minPoints: 2,
    });
    this.index.load(
      items.flatMap((item): Feature<Point, MarkProperties>[] => {
        const { label } = item.place;
        if (!label) return [];
        return [
          { type: 'Feature', properties: { id: item.id }, geometry: { type: 'Point', coordinates: label } },
        ];
      }),
    );
  }

  /** The marks at a zoom level; fractional zooms use the level below, at which nothing is closer together. */
  marksAt(zoom: number): Mark[] {
    const level = Math.max(0, Math.min(Math.floor(zoom), nearestZoom));
    return this.index.getClusters([-180, -85, 180, 85], level).map((feature) => {
      const [lng = 0, lat = 0] = feature.geometry.coordinates;
      const position: LngLat = [lng, lat];
      if ('cluster' in feature.properties) {
        const leaves = this.index.getLeaves(feature.properties.cluster_id, Number.POSITIVE_INFINITY);
        const members = this.inListOrder(leaves.map((leaf) => leaf.properties.id));
        return { key: `group:${members[0]}:${members.at(-1)}`, position, members };
      }
      return { key: feature.properties.id, position, members: [feature.properties.id] };
    });
  }

  private inListOrder(ids: readonly string[]): string[] {
    const place = (id: string) => this.order.get(id) ?? 0;
    return [...ids].sort((a, b) => place(a) - place(b));
  }
}
