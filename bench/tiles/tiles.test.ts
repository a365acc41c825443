import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection, Point } from 'geojson';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { type Columns, columnsOf, featuresOf } from './columns.ts';
import { crossing } from './crossing.ts';
import { formFile } from './forms.ts';
import { rangeOf } from './paced-server.ts';
import { province, provincePoints } from './province.ts';
import { type Measured, tilesReport } from './tiles-report.ts';

const points = provincePoints(400, ['润州区某某工程', '高铁站']);
const costs = (...values: (number | null)[]) =>
  values.map((cost, index) => ({ points: 10 ** (index + 2), cost }));

describe('the made-up points', () => {
  it('are the same every time, in the province', () => {
    expect(provincePoints(400, ['润州区某某工程', '高铁站'])).toEqual(points);
    const [west, south, east, north] = province;
    for (const { lng, lat } of points) {
      expect(lng > west - 0.3 && lng < east + 0.3 && lat > south - 0.3 && lat < north + 0.3).toBe(true);
    }
  });

  it('are all in every form, as they are', async () => {
    const geojson = JSON.parse(
      gunzipSync(formFile('geojson', points).content).toString(),
    ) as FeatureCollection<Point>;
    const columns = JSON.parse(gunzipSync(formFile('columns', points).content).toString()) as Columns;
    expect(featuresOf(columns)).toEqual(geojson);
    expect(geojson.features[7]).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [points[7]?.lng, points[7]?.lat] },
      properties: {
        id: 'item-7',
        name: points[7]?.name,
        sector: points[7]?.sector,
        progress: points[7]?.progress,
      },
    });
    expect(columnsOf(points).ids).toHaveLength(400);

    const { content } = formFile('pmtiles', points);
    const archive = new PMTiles({
      getKey: () => 'memory',
      getBytes: async (offset, length) => ({
        data: new Uint8Array(content).slice(offset, offset + length).buffer,
      }),
    });
    const { minZoom, maxZoom, numAddressedTiles } = await archive.getHeader();
    expect([minZoom, maxZoom]).toEqual([5, 14]);
    expect(numAddressedTiles).toBeGreaterThan(400);
    const [{ lng, lat, name, id } = points[0] as (typeof points)[number]] = points;
    const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
    const tile = await archive.getZxy(14, Math.floor(((lng + 180) / 360) * 2 ** 14), Math.floor(y * 2 ** 14));
    const text = Buffer.from(tile?.data ?? new ArrayBuffer()).toString();
    for (const part of [id, name]) expect(text).toContain(part);
  });
});

describe('the point from which tiles pay', () => {
  it('lies where the second costs less for good, on a line over logarithms', () => {
    expect(crossing(costs(1, 100), costs(10, 10))).toEqual({ from: expect.closeTo(10 ** 2.5) });
    expect(crossing(costs(1, 100, 1, 100), costs(10, 10, 10, 10))).toEqual({
      from: expect.closeTo(10 ** 4.5),
    });
  });

  it('may lie below or beyond what was measured', () => {
    expect(crossing(costs(20, 30), costs(10, 10))).toBe('always');
    expect(crossing(costs(1, 2), costs(10, 10))).toBe('never');
    expect(crossing(costs(10, 10), costs(10, 10))).toBe('never');
  });

  it('lies where one fails, if no line leads there', () => {
    expect(crossing(costs(1, null), costs(10, 10))).toEqual({ from: 1000 });
    expect(crossing(costs(1, null), costs(10, null))).toBe('never');
  });
});

describe('a range', () => {
  it.each([
    ['bytes=0-9', [0, 10]],
    ['bytes=90-', [90, 100]],
    ['bytes=90-200', [90, 100]],
    ['bytes=100-101', null],
    ['bytes=9-8', null],
    ['bytes=-5', null],
  ])('%s of 100 bytes', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });
});

describe('the report', () => {
  const result = (bytes: number) => ({
    firstBytes: bytes,
    firstRequests: 1,
    settled: 1000,
    allBytes: bytes,
    allRequests: 3,
    looking: 100,
    memory: null,
  });
  const measured: Measured[] = [100, 1000].flatMap((count) => [
    { points: count, form: 'geojson' as const, size: count, result: count > 100 ? null : result(1000) },
    { points: count, form: 'columns' as const, size: count * 10, result: result(count * 100) },
    { points: count, form: 'pmtiles' as const, size: count, result: result(20_000) },
  ]);
  const report = tilesReport(measured, { line: { rate: 20e6, delay: 40 }, machine: '2 cores', perItem: 100 });

  it('says what gave up, where the lines cross, and what an item weighs', () => {
    expect(report).toContain('| 1,000 | GeoJSON, gzip | 1 KB | gave up |');
    expect(report).toContain(
      '| bytes until the first view stands | from about 1,000 points | from about 200 points |',
    );
    expect(report).toContain('100 bytes of gzip, 10 times as much as a point here');
  });

  it('stands in the page for publishers, between its marks', () => {
    const page = readFileSync(new URL('../../docs/DEPLOY.md', import.meta.url), 'utf8');
    for (const name of ['load', 'tiles'])
      expect(page).toMatch(new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`, 'u'));
  });
});
