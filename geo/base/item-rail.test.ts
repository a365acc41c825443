/** The railways that are items, measured against the same control facts as those of the base. Distances in metres. */
import { readFileSync } from 'node:fs';
import distance from '@turf/distance';
import { lineString } from '@turf/helpers';
import pointToLineDistance from '@turf/point-to-line-distance';
import type { Feature, LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';

type Railway = Feature<LineString, { id: string; schematic?: [number, number][] }>;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const control = read('control-points.json') as {
  itemRail: Record<string, Position[]>;
  stations: Record<string, Position>;
  water: Record<string, Position>;
};

const railway = (id: string): Railway => read(`../places/${id}.geojson`) as Railway;
const ids = ['lianzhen-railway', 'nanyanjiang-railway', 'ningju-intercity', 'zhenhang-railway'];

const metresTo = (position: Position, { geometry }: Railway): number =>
  pointToLineDistance(position, lineString(geometry.coordinates), { units: 'meters' });

/** The stretches of a line that are not schematic, as lines. */
function knownStretches({ geometry: { coordinates }, properties }: Railway): Position[][] {
  const isSchematic = (edge: number): boolean =>
    (properties.schematic ?? []).some(([first, last]) => edge >= first && edge < last);
  const stretches: Position[][] = [];
  coordinates.slice(1).forEach((end, edge) => {
    const start = coordinates[edge] ?? end;
    if (isSchematic(edge)) return;
    const last = stretches.at(-1);
    if (last?.at(-1) === start) last.push(end);
    else stretches.push([start, end]);
  });
  return stretches;
}

describe('railways that are items', () => {
  it.each(
    Object.entries(control.itemRail).flatMap(([id, positions]) =>
      positions.map((position) => [id, position.join(', '), position] as const),
    ),
  )('%s runs within 150 m of %s', (id, _, position) => {
    expect(metresTo(position, railway(id))).toBeLessThan(150);
  });

  it('meet the stations and the bridge that they serve', () => {
    const { 丹徒: dantu = [] } = control.stations;
    const bridge = control.water['五峰山长江大桥 mid-span'] ?? [];
    expect(metresTo(dantu, railway('lianzhen-railway'))).toBeLessThan(150);
    expect(metresTo(dantu, railway('zhenhang-railway'))).toBeLessThan(150);
    expect(metresTo(bridge, railway('lianzhen-railway'))).toBeLessThan(150);
    expect(metresTo(bridge, railway('wufengshan-bridge'))).toBeLessThan(150);
    for (const end of railway('wufengshan-bridge').geometry.coordinates) {
      expect(metresTo(end, railway('lianzhen-railway'))).toBeLessThan(150);
    }
    const jurong = railway('ningju-intercity').geometry.coordinates.at(-1) ?? [];
    expect(metresTo(jurong, railway('nanyanjiang-railway'))).toBeLessThan(150);
  });

  it.each(ids)(
    '%s bends like a railway: no turn of more than 12 degrees, no curve tighter than 1 km',
    (id) => {
      const { coordinates } = railway(id).geometry;
      const edges = coordinates.slice(1).map(([lng = 0, lat = 0], i) => {
        const [fromLng = 0, fromLat = 0] = coordinates[i] ?? [];
        return {
          heading: Math.atan2(lat - fromLat, (lng - fromLng) * Math.cos((lat * Math.PI) / 180)),
          metres: distance([fromLng, fromLat], [lng, lat], { units: 'meters' }),
        };
      });
      edges.slice(1).forEach((edge, i) => {
        const before = edges[i] ?? edge;
        const difference = Math.abs(edge.heading - before.heading);
        const turn = Math.min(difference, 2 * Math.PI - difference);
        expect((turn * 180) / Math.PI).toBeLessThan(12);
        expect((edge.metres + before.metres) / 2 / turn).toBeGreaterThan(1000);
      });
    },
  );

  it.each([...ids, 'wufengshan-bridge'])('%s marks what is schematic by stretches of its vertices', (id) => {
    const { geometry, properties } = railway(id);
    let end = -1;
    for (const [first, last] of properties.schematic ?? []) {
      expect(first).toBeGreaterThan(end);
      expect(last).toBeGreaterThan(first);
      expect(last).toBeLessThan(geometry.coordinates.length);
      end = last;
    }
  });

  it('show as known only what runs between given positions', () => {
    for (const id of ['ningju-intercity', 'zhenhang-railway', 'wufengshan-bridge']) {
      expect(knownStretches(railway(id)), id).toEqual([]);
    }
    for (const [id, positions] of Object.entries(control.itemRail)) {
      const stretches = knownStretches(railway(id));
      expect(stretches.length, id).toBeGreaterThan(0);
      for (const end of stretches.flatMap((stretch) => [stretch[0] ?? [], stretch.at(-1) ?? []])) {
        const gaps = positions.map((position) => distance(position, end, { units: 'meters' }));
        expect(Math.min(...gaps), `${id} ${end}`).toBeLessThan(150);
      }
    }
  });
});
