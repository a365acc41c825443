import fc from 'fast-check';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { BaseLayers } from '../model/base-layers.ts';
import type { Dataset, Item } from '../model/dataset.ts';
import { someItems, testCity, testDataset, testItem, testPlace } from '../testing/atlas.ts';
import { firstFit, referenceRooms } from './first-fit.ts';
import { stillMap } from './still-map.ts';
import { pathOf, sheetOf, sheetRatio } from './still-map-sheet.ts';

const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const feature = (geometry: Geometry, properties: Record<string, string> = {}): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const river: Geometry = {
  type: 'LineString',
  coordinates: [
    [10.5, 40.95],
    [10.9, 40.97],
    [11.3, 40.95],
  ],
};

const base: BaseLayers = {
  boundaries: collection(
    ...testCity.districts.map(({ id, bounds: [west, south] }) =>
      feature({ type: 'Polygon', coordinates: [square(west, south, 0.2)] }, { id }),
    ),
  ),
  neighbours: collection(feature({ type: 'Polygon', coordinates: [square(11.2, 40.7, 3)] })),
  neighbourNames: collection(
    feature({ type: 'Point', coordinates: [11.5, 40.9] }, { name: '邻县', nameEn: 'Next' }),
  ),
  veil: collection(feature({ type: 'Polygon', coordinates: [square(0, 20, 40), square(10.6, 40.8, 0.6)] })),
  water: collection(
    feature({ type: 'Polygon', coordinates: [square(10.7, 40.85, 0.05)] }, { class: 'lake', name: '湖' }),
    feature(river, { class: 'label-line', name: '大河', nameEn: 'Great River' }),
  ),
  rail: collection(feature(river, { name: '铁路' }), feature({ type: 'Point', coordinates: [10.9, 40.9] })),
  roads: collection(feature(river, { class: 'motorway', name: '高速' })),
  zones: collection(feature({ type: 'Polygon', coordinates: [square(10.65, 40.85, 0.05)] })),
  towns: collection(),
  hills: collection(),
};

const road = testItem('road', {
  sector: 'transport',
  subsector: 'road',
  progress: 'planned',
  place: testPlace([10.9, 40.96], { geometry: river as never }),
});
const dataset: Dataset = { ...testDataset, items: [...testDataset.items, road] };
const texts = {
  label: '地图',
  hrefOf: (id: string) => `./items.html#${id}`,
  groupName: (count: number) => `${count} 项`,
};
const draw = (items: readonly Item[] = dataset.items, city = testCity) =>
  stillMap(base, { ...dataset, city, items: [...items] }, texts);

/** The mistakes of a text as XML: tags that do not match, attributes that are not quoted, raw `&` and `<`. */
function xmlMistakes(text: string): string[] {
  const mistakes: string[] = [];
  const open: string[] = [];
  const isClean = (part: string) => !/&(?!(amp|lt|gt|quot|#39);)/u.test(part);
  let rest = text;
  while (rest !== '') {
    const plain = /^[^<]+/u.exec(rest)?.[0] ?? '';
    if (!isClean(plain)) mistakes.push(`text: ${plain}`);
    rest = rest.slice(plain.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>/u.exec(rest);
    if (!tag) return [...mistakes, `no tag: ${rest.slice(0, 60)}`];
    const [whole, closes, name = '', attributes = '', isEmpty] = tag;
    if (!isClean(attributes)) mistakes.push(`attribute: ${whole}`);
    if (closes) {
      const expected = open.pop();
      if (expected !== name) mistakes.push(`</${name}> closes <${expected}>`);
    } else if (!isEmpty) open.push(name);
    rest = rest.slice(whole.length);
  }
  return [...mistakes, ...open.map((name) => `<${name}> is never closed`)];
}

/** The ids behind the marks of one layout. */
function idsIn(svg: string, layout: string): string[] {
  const parts = svg.split(`<g class="layout-${layout}">`);
  const marks = parts.at(-1)?.split('<g class="layout-')[0] ?? '';
  return [...marks.matchAll(/data-items="([^"]*)"/gu)].flatMap(([, ids = '']) => ids.split(' '));
}

describe('the still picture of the map', () => {
  it('is well-formed XML without a number that is none', () => {
    expect(xmlMistakes(draw())).toEqual([]);
    expect(draw()).not.toMatch(/NaN|Infinity|undefined|null/u);
  });

  it('is so for any items', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const svg = draw(items);
        expect(xmlMistakes(svg)).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/u);
      }),
      { numRuns: 30 },
    );
  });

  it('draws every located item in each layout, and no other', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const svg = draw(items);
        const located = items.filter(({ place }) => place.label).map(({ id }) => id);
        for (const layout of Object.keys(referenceRooms))
          expect(idsIn(svg, layout).sort()).toEqual([...located].sort());
      }),
      { numRuns: 30 },
    );
  });

  it('draws lines of items as links under their marks', () => {
    const shapes = draw().split('class="sheet-units"').at(-1)?.split('<g class="layout-')[0] ?? '';
    expect(shapes).toContain('href="./items.html#road" data-items="road"');
    expect(shapes).toContain('class="body planned"');
  });

  it('draws a study as a corridor, never as a line that looks built', () => {
    const svg = draw([{ ...road, progress: 'study' }]);
    expect(svg).toContain('class="corridor"');
    expect(svg).not.toContain('class="casing');
  });

  it('lets nothing through that data may hold against it', () => {
    const hostile = `"><script>alert('1')</script>&amp;\u0000\u001b{{x}}`;
    const city = {
      ...testCity,
      districts: testCity.districts.map((district) => ({ ...district, name: hostile, nameEn: hostile })),
    };
    const items = dataset.items.map((item) => ({ ...item, name: hostile, nameEn: hostile }));
    const svg = stillMap(
      { ...base, water: collection(feature(river, { class: 'label-line', name: hostile, nameEn: hostile })) },
      { ...dataset, city, items },
      { label: hostile, hrefOf: () => `javascript:${hostile}`, groupName: () => hostile },
    );
    expect(xmlMistakes(svg)).toEqual([]);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('takes every colour from the tokens', () => {
    const colours = [...draw().matchAll(/(?:fill|stroke|stop-color)="([^"]*)"/gu)].map(([, value]) => value);
    expect(colours.length).toBeGreaterThan(10);
    for (const colour of colours) expect(colour).toMatch(/^(var\(--[a-z-]+\)|url\(#[a-z-]+\)|none)$/u);
  });

  it('names districts, rivers and neighbours in each language', () => {
    const svg = draw();
    const [, zh = ''] = /<g lang="zh-CN">(.*?)<g lang="en">/u.exec(svg) ?? [];
    for (const { name } of testCity.districts) expect(zh).toContain(`>${name}<`);
    expect(zh).toContain('aria-label="大河"');
    expect(zh).toContain('>邻县<');
    expect(svg).toContain('aria-label="Great River"');
    expect(svg).toContain('>Next<');
  });
});

describe('the sheet', () => {
  const sheet = sheetOf(testCity.bounds, testCity.window);

  it('has the city’s corners in its corners, and the ratio that style sheets are told', () => {
    const [west, south, east, north] = testCity.bounds;
    expect(sheet.at([west, north])).toEqual([0, 0]);
    const [right, bottom] = sheet.at([east, south]);
    expect(right).toBeCloseTo(sheet.width, 6);
    expect(bottom).toBeCloseTo(sheet.height, 6);
    expect(sheetRatio(testCity.bounds)).toBeCloseTo(sheet.width / sheet.height, 9);
  });

  it('writes paths in whole units, from point to point', () => {
    const d = pathOf(sheet, {
      type: 'LineString',
      coordinates: [
        [10.6, 41],
        [10.75, 41],
        [10.75, 40.9],
      ],
    });
    const [x] = sheet.at([10.75, 41]);
    const [, y] = sheet.at([10.75, 40.9]);
    expect(d).toBe(`M0 0l${Math.round(x)} 0 0 ${Math.round(y)}`);
  });

  it('closes areas, drops what is smaller than a unit, and draws no point', () => {
    expect(pathOf(sheet, { type: 'Polygon', coordinates: [square(10.7, 40.85, 0.1)] })).toMatch(/z$/u);
    expect(pathOf(sheet, { type: 'Polygon', coordinates: [square(10.7, 40.85, 0.00001)] })).toBe('');
    expect(pathOf(sheet, { type: 'Point', coordinates: [10.7, 40.85] })).toBe('');
  });
});

describe('the first fit', () => {
  it('keeps some space free at every edge, in each layout', () => {
    for (const edges of Object.values(firstFit))
      for (const rem of Object.values(edges)) expect(rem).toBeGreaterThan(0);
  });
});
