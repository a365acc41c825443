import circle from '@turf/circle';
import type { Feature, FeatureCollection, Point } from 'geojson';
import { courseAt, stretchesOf } from '../drawing/item-lines.ts';
import { type Mark, sectorCounts } from '../drawing/mark-index.ts';
import type { Item } from '../model/dataset.ts';
import { markSymbol, symbolKey } from '../model/symbols.ts';
import type { Language } from '../model/view.ts';
import type { SectorId } from '../model/vocabulary.ts';

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
            course: single ? courseAt(first) : null,
          },
        },
      ];
    }),
  };
}

/** What the names of groups' images begin with. */
export const groupPrefix = 'group/';

/** A group's image name: how many of which sectors it holds. */
export function groupKey(members: readonly Item[]): string {
  return `${groupPrefix}${sectorCounts(members)
    .map(({ sector, count }) => `${sector}=${count}`)
    .join('/')}`;
}

/** The sectors and counts that a group's image name holds. */
export function parseGroupKey(key: string): { sector: SectorId; count: number }[] | null {
  if (!key.startsWith(groupPrefix)) return null;
  const parts = key.slice(groupPrefix.length).split('/');
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
      const properties = {
        key: item.id,
        sector: item.sector,
        progress: item.progress,
        study: item.progress === 'study',
        approximate: item.place.precision === 'town',
      };
      if (geometry.type !== 'LineString') return [{ type: 'Feature', geometry, properties }];
      return stretchesOf(geometry.coordinates, item.place.schematic).map(({ coordinates, schematic }) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties: { ...properties, approximate: properties.approximate || schematic },
      }));
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
