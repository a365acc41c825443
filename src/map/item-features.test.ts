import fc from 'fast-check';
import type { LineString, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { MarkIndex } from '../drawing/mark-index.ts';
import type { Item } from '../model/dataset.ts';
import { nearestZoom } from '../model/view.ts';
import { someItems, testItem, testPlace } from '../testing/atlas.ts';
import { extentFeatures, groupKey, markFeatures, parseGroupKey, shapeFeatures } from './item-features.ts';

const zooms = Array.from({ length: nearestZoom + 1 }, (_, zoom) => zoom);
const byId = (items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));
const located = (items: readonly Item[]) => items.filter((item) => item.place.label !== null);
const scales = fc.constantFrom(1, 1.5, 2.5);

describe('the marks of located items', () => {
  it('stand for every located item exactly once, at every zoom and scale', () => {
    fc.assert(
      fc.property(someItems, scales, (items, scale) => {
        const index = new MarkIndex(items, scale);
        const expected = located(items).map((item) => item.id);
        for (const zoom of zooms) {
          const members = index.marksAt(zoom).flatMap((mark) => mark.members);
          expect([...members].sort()).toEqual([...expected].sort());
        }
      }),
    );
  });

  it('have keys that are unique at every zoom', () => {
    fc.assert(
      fc.property(someItems, scales, (items, scale) => {
        const index = new MarkIndex(items, scale);
        for (const zoom of zooms) {
          const keys = index.marksAt(zoom).map((mark) => mark.key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });

  it('are one group at the nearest zoom where items share a spot, so that each can be reached', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const marks = new MarkIndex(items, 1).marksAt(nearestZoom);
        const markOf = (id: string) => marks.find((mark) => mark.members.includes(id))?.key;
        for (const item of located(items)) {
          for (const other of located(items)) {
            if (String(other.place.label) === String(item.place.label))
              expect(markOf(other.id)).toBe(markOf(item.id));
          }
        }
      }),
    );
  });

  it('name the members of a group in the order of the list', () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom(...zooms), (items, zoom) => {
        const order = items.map((item) => item.id);
        for (const { members } of new MarkIndex(items, 1).marksAt(zoom)) {
          const places = members.map((id) => order.indexOf(id));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('of single items stand where the items are', () => {
    const mark = new MarkIndex([testItem('plant', { place: testPlace([10.7, 40.9]) })], 1).marksAt(10)[0];
    expect(mark).toMatchObject({ key: 'plant', members: ['plant'] });
    expect(mark?.position[0]).toBeCloseTo(10.7, 4);
    expect(mark?.position[1]).toBeCloseTo(40.9, 4);
  });

  it('are drawn together while near on the screen and apart once there is room', () => {
    const near = [
      testItem('a', { place: testPlace([10.7, 40.9]) }),
      testItem('b', { place: testPlace([10.71, 40.9]) }),
    ];
    const index = new MarkIndex(near, 1);
    expect(index.marksAt(6)).toHaveLength(1);
    expect(index.marksAt(nearestZoom)).toHaveLength(2);
  });

  it('at a zoom between two levels are those of the level below', () => {
    fc.assert(
      fc.property(someItems, fc.double({ min: 0, max: 14.99, noNaN: true }), (items, zoom) => {
        const index = new MarkIndex(items, 1);
        expect(index.marksAt(zoom)).toEqual(index.marksAt(Math.floor(zoom)));
      }),
    );
  });

  it('are none for items without a place', () => {
    expect(new MarkIndex([testItem('lost', { place: testPlace(null) })], 1).marksAt(10)).toEqual([]);
  });
});

describe('marks as features', () => {
  const items = [
    testItem('plant', { name: '工厂', nameEn: 'Plant' }),
    testItem('bridge', { sector: 'transport', subsector: 'road' }),
    testItem('quay', { sector: 'transport', subsector: 'port' }),
  ];
  const position: [number, number] = [10.7, 40.9];

  it('name a single item in the language, and no group', () => {
    const names = (language: 'zh' | 'en', members: string[]) =>
      markFeatures([{ key: 'k', position, members }], byId(items), language).features.map(
        (feature) => feature.properties?.name,
      );
    expect(names('zh', ['plant'])).toEqual(['工厂']);
    expect(names('en', ['plant'])).toEqual(['Plant']);
    expect(names('zh', ['plant', 'bridge'])).toEqual(['']);
  });

  it('show a group by its sectors and their numbers, larger groups above', () => {
    const { features } = markFeatures(
      [
        { key: 'plant', position, members: ['plant'] },
        { key: 'group', position, members: ['plant', 'bridge', 'quay'] },
      ],
      byId(items),
      'zh',
    );
    expect(features[1]?.properties?.image).toBe('group/industry=1/transport=2');
    expect(features[1]?.properties?.sort).toBeGreaterThan(features[0]?.properties?.sort);
  });

  it('give back sectors and numbers from the name of a group’s picture', () => {
    expect(parseGroupKey(groupKey(items))).toEqual([
      { sector: 'industry', count: 1 },
      { sector: 'transport', count: 2 },
    ]);
    expect(parseGroupKey('mark/transport/bridge/solid/exact')).toBeNull();
  });
});

describe('the name of a mark', () => {
  const along = (to: [number, number]) => {
    const line: LineString = { type: 'LineString', coordinates: [[10.6, 40.9], [10.7, 40.9], to] };
    const item = testItem('line', { place: testPlace([10.7, 40.9], { geometry: line }) });
    const mark = { key: 'line', position: [10.7, 40.9] as [number, number], members: ['line'] };
    return markFeatures([mark], new Map([['line', item]]), 'zh').features[0]?.properties?.course;
  };

  it('knows how the line under it runs, so as not to lie on it', () => {
    expect(along([10.8, 40.91])).toBe('level');
    expect(along([10.61, 41.2])).toBe('steep');
  });

  it('knows no course where there is no line', () => {
    const mark = { key: 'plant', position: [10.7, 40.9] as [number, number], members: ['plant'] };
    const [feature] = markFeatures([mark], new Map([['plant', testItem('plant')]]), 'zh').features;
    expect(feature?.properties?.course).toBeNull();
  });
});

describe('shapes and extents', () => {
  const line: LineString = {
    type: 'LineString',
    coordinates: [
      [10.6, 40.9],
      [10.8, 40.9],
    ],
  };

  it('draw lines as lines and no point as a shape', () => {
    const road = testItem('road', {
      progress: 'study',
      place: testPlace([10.7, 40.9], { geometry: line, precision: 'town', radiusMeters: 1500 }),
    });
    const { features } = shapeFeatures([road, testItem('plant')]);
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({
      geometry: line,
      properties: { key: 'road', study: true, approximate: true },
    });
  });

  it('draw the stretches whose course is only joined as the roughly known ones they are', () => {
    const bent: LineString = {
      type: 'LineString',
      coordinates: [
        [10.6, 40.9],
        [10.7, 40.92],
        [10.8, 40.9],
        [10.9, 40.92],
      ],
    };
    const place = testPlace([10.7, 40.9], { geometry: bent, precision: 'street', schematic: [[1, 2]] });
    const { features } = shapeFeatures([testItem('railway', { place })]);
    expect(features.map(({ properties }) => [properties?.key, properties?.approximate])).toEqual([
      ['railway', false],
      ['railway', true],
      ['railway', false],
    ]);
    expect(features.map(({ geometry }) => (geometry as LineString).coordinates)).toEqual([
      bent.coordinates.slice(0, 2),
      bent.coordinates.slice(1, 3),
      bent.coordinates.slice(2, 4),
    ]);
  });

  it('never mark as a study what is further along', () => {
    const place = testPlace([10.7, 40.9], { geometry: line });
    for (const progress of ['completed', 'under-way', 'planned', 'standing'] as const)
      expect(shapeFeatures([testItem('road', { progress, place })]).features[0]?.properties?.study).toBe(
        false,
      );
  });

  it('draw a circle of the radius around a point, told apart where only town or zone is known', () => {
    const [exact, loose] = extentFeatures([
      testItem('plant', { place: testPlace([10.7, 40.9], { radiusMeters: 200 }) }),
      testItem('quay', { place: testPlace([10.7, 40.9], { radiusMeters: 2000, precision: 'zone' }) }),
    ]).features;
    expect([exact?.properties?.approximate, loose?.properties?.approximate]).toEqual([false, true]);
    const ring = loose?.geometry.type === 'Polygon' ? (loose.geometry.coordinates[0] ?? []) : [];
    const north = Math.max(...ring.map(([, lat = 0]) => lat));
    expect((north - 40.9) * 111_195).toBeCloseTo(2000, -1);
  });

  it('draw the corridor of a line that is known only roughly, and none along a surveyed line', () => {
    const ribbon: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [10.6, 40.89],
          [10.8, 40.89],
          [10.8, 40.91],
          [10.6, 40.91],
          [10.6, 40.89],
        ],
      ],
    };
    const study = testItem('study', {
      progress: 'study',
      place: testPlace([10.7, 40.9], { geometry: line, precision: 'town', ribbon }),
    });
    const surveyed = testItem('road', { place: testPlace([10.7, 40.9], { geometry: line }) });
    const { features } = extentFeatures([study, surveyed]);
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({
      geometry: ribbon,
      properties: { key: 'study', study: true, approximate: true },
    });
  });

  it('draw nothing for items without a place', () => {
    const lost = [testItem('lost', { place: testPlace(null) })];
    expect([...shapeFeatures(lost).features, ...extentFeatures(lost).features]).toEqual([]);
  });
});
