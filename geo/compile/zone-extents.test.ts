import area from '@turf/area';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { featureCollection, point, polygon } from '@turf/helpers';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { zoneExtents } from './zone-extents.ts';

/** 0.6° × 0.4°, about 56 × 44 km. */
const district = polygon([
  [
    [119, 32],
    [119.6, 32],
    [119.6, 32.4],
    [119, 32.4],
    [119, 32],
  ],
]);
const towns = featureCollection([
  point([119.1, 32.2], { name: '甲镇' }),
  point([119.17, 32.2], { name: '乙镇' }),
  point([119.45, 32.2], { name: '丙镇' }),
  point([119.5, 32.39], { name: '丁镇' }),
]);
const polygons = new Map([['west', district]]);

const extentOf = (...members: string[]) =>
  zoneExtents(
    [{ id: 'harbour', name: '港区', nameEn: 'Harbour', within: 'west', towns: members }],
    towns,
    polygons,
  ).features[0];
const vertices = ({ coordinates }: Polygon | MultiPolygon) => coordinates.flat(2).length;
const holds = (members: string[], position: number[]) => {
  const extent = extentOf(...members);
  return extent !== undefined && booleanPointInPolygon(position, extent);
};

describe('the extent of a zone', () => {
  it('says what it is, and that it is schematic', () => {
    expect(extentOf('甲镇')?.properties).toEqual({
      id: 'harbour',
      name: '港区',
      nameEn: 'Harbour',
      within: 'west',
      schematic: true,
    });
  });

  it('reaches 2.5 km around a town that stands alone', () => {
    const squareKm = area(extentOf('甲镇') ?? district) / 1e6;
    expect(squareKm).toBeGreaterThan(0.93 * Math.PI * 2.5 ** 2);
    expect(squareKm).toBeLessThan(1.02 * Math.PI * 2.5 ** 2);
  });

  it('is one area around towns that lie near each other, the land between them included', () => {
    expect(extentOf('甲镇', '乙镇')?.geometry.type).toBe('Polygon');
    expect(holds(['甲镇', '乙镇'], [119.135, 32.2])).toBe(true);
  });

  it('leaves a town that lies apart a patch of its own', () => {
    expect(extentOf('甲镇', '丙镇')?.geometry.type).toBe('MultiPolygon');
    expect(holds(['甲镇', '丙镇'], [119.28, 32.2])).toBe(false);
    expect(holds(['甲镇', '丙镇'], [119.45, 32.2])).toBe(true);
  });

  it('stays inside its district', () => {
    expect(holds(['丁镇'], [119.5, 32.395])).toBe(true);
    expect(holds(['丁镇'], [119.5, 32.405])).toBe(false);
  });

  it('is drawn with few vertices: it pretends to no precision', () => {
    const extent = extentOf('甲镇', '乙镇', '丙镇');
    expect(extent && vertices(extent.geometry)).toBeLessThan(70);
  });

  it('is missing where no town of the zone is known', () => {
    expect(extentOf('无名镇')).toBeUndefined();
  });
});
