import type { Position } from 'geojson';
import type { Item } from '../model/dataset.ts';

/** How a line runs where its item's mark stands: rather level or rather steep; null for what is no line. */
export function courseAt({ place: { geometry, label } }: Item): 'level' | 'steep' | null {
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

/** A line cut where what is known of its course meets what is merely joined; neighbouring stretches share a vertex. */
export function stretchesOf(
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
