import circle from '@turf/circle';
import type { Feature, FeatureCollection, Point, Position } from 'geojson';
import { type Mark, sectorCounts } from '../drawing/mark-index.ts';
import type { Item } from '../model/dataset.ts';
import { markSymbol, symbolKey } from '../model/symbols.ts';
import type { Language } from '../model/view.ts';
import type { SectorId } from '../model/vocabulary.ts';

export { type Mark, MarkIndex } from '../drawing/mark-index.ts';

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

/** How a line runs where its item's mark stands: rather level or rather steep; null for what is no line. */
function courseAt({ place: { geometry, label } }: Item): 'level' | 'steep' | null {
  if (!label || geometry?.type !== 'LineString') return null;
  const line = geometry.coordinates;
  const away = ([lng = 0, lat = 0]: Position) => (lng - label[0]) ** 2 + (lat - label[1]) ** 2;
  const nearest = line.reduce(
    (best, position, at) => (away(position) < away(line[best] ?? []) ? at : best),
    0,
  );
  // Over a few vertices either side: the course, not a kink.
  const [from = [], to = []] = [line[Math.max(0, nearest - 3)], line[Math.min(line.length - 1, nearest + 3)]];
  const across = Math.abs((to[0] ?? 0) - (from[0] ?? 0)) * Math.cos((label[1] * Math.PI) / 180);
  return across > Math.abs((to[1] ?? 0) - (from[1] ?? 0)) ? 'level' : 'steep';
}

/** A group's image name: how many of which sectors it holds. */
export function groupKey(members: readonly Item[]): string {
  return `group/${sectorCounts(members)
    .map(({ sector, count }) => `${sector}=${count}`)
    .join('/')}`;
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
      const properties = {
        key: item.id,
        sector: item.sector,
        progress: item.progress,
        study: item.progress === 'study',
        approximate: item.place.precision === 'town',
      };
      if (geometry.type !== 'LineString') return [{ type: 'Feature', geometry, properties }];
      return stretches(geometry.coordinates, item.place.schematic).map(({ coordinates, schematic }) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties: { ...properties, approximate: properties.approximate || schematic },
      }));
    }),
  };
}

/** A line cut where what is known of its course meets what is merely joined; neighbouring stretches share a vertex. */
function stretches(
  line: readonly Position[],
  schematic: Item['place']['schematic'],
): { coordinates: Position[]; schematic: boolean }[] {
  const isSchematic = (edge: number) => schematic.some(([first, last]) => edge >= first && edge < last);
  const found: { coordinates: Position[]; schematic: boolean }[] = [];
  line.slice(1).forEach((position, edge) => {
    const last = found.at(-1);
    if (last?.schematic === isSchematic(edge)) last.coordinates.push(position);
    else found.push({ coordinates: [line[edge] ?? position, position], schematic: isSchematic(edge) });
  });
  return found;
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
