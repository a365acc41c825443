import circle from '@turf/circle';
import type { Feature, FeatureCollection, Point } from 'geojson';
import Supercluster from 'supercluster';
import type { Item, LngLat } from '../model/dataset.ts';
import { markSymbol, symbolKey } from '../model/symbols.ts';
import { type Language, nearestZoom } from '../model/view.ts';
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

interface MarkProperties {
  id: string;
}

/** Groups the marks of located items, so that none hides another at any zoom. */
export class MarkIndex {
  private readonly index: Supercluster<MarkProperties>;
  private readonly items: ReadonlyMap<string, Item>;

  constructor(items: readonly Item[], scale: number) {
    this.items = new Map(items.map((item) => [item.id, item]));
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
    const wanted = new Set(ids);
    return [...this.items.keys()].filter((id) => wanted.has(id));
  }
}

/** Marks as features for the map; `image` names the picture, `sort` puts larger groups on top. */
export function markFeatures(
  marks: readonly Mark[],
  items: ReadonlyMap<string, Item>,
  language: Language,
): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: marks.flatMap((mark): Feature<Point>[] => {
      const members = mark.members.flatMap((id) => items.get(id) ?? []);
      const [first] = members;
      if (!first) return [];
      const single = members.length === 1;
      return [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: mark.position },
          properties: {
            key: mark.key,
            image: single ? symbolKey(markSymbol(first)) : groupKey(members),
            name: single ? (language === 'zh' ? first.name : first.nameEn) : '',
            sort: members.length,
          },
        },
      ];
    }),
  };
}

/** A group's image name: how many of which sectors it holds. */
export function groupKey(members: readonly Item[]): string {
  const counts = new Map<SectorId, number>();
  for (const { sector } of members) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  return `group/${[...counts].map(([sector, count]) => `${sector}=${count}`).join('/')}`;
}

/** The sectors and counts that a group's image name holds. */
export function parseGroupKey(key: string): { sector: SectorId; count: number }[] | null {
  const [prefix, ...parts] = key.split('/');
  if (prefix !== 'group') return null;
  return parts.map((part) => {
    const [sector, count] = part.split('=');
    return { sector: sector as SectorId, count: Number(count) };
  });
}

/** The lines and areas of items, drawn under the marks. */
export function shapeFeatures(items: readonly Item[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: items.flatMap((item): Feature[] => {
      const { geometry } = item.place;
      if (!geometry || geometry.type === 'Point') return [];
      return [
        {
          type: 'Feature',
          geometry,
          properties: {
            key: item.id,
            sector: item.sector,
            progress: item.progress,
            study: item.progress === 'study',
            approximate: item.place.precision === 'town',
          },
        },
      ];
    }),
  };
}

/** Where items that are not known to the spot may lie: a circle around a point, a strip along a line. */
export function extentFeatures(items: readonly Item[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: items.flatMap((item): Feature[] => {
      const { geometry, ribbon, radiusMeters, precision } = item.place;
      const extent =
        ribbon ??
        (geometry?.type === 'Point' && radiusMeters
          ? circle(geometry.coordinates, radiusMeters, { steps: 64, units: 'meters' }).geometry
          : null);
      if (!extent) return [];
      return [
        {
          type: 'Feature',
          geometry: extent,
          properties: {
            key: item.id,
            sector: item.sector,
            study: item.progress === 'study' && ribbon !== null,
            approximate: precision === 'town' || precision === 'zone',
          },
        },
      ];
    }),
  };
}
