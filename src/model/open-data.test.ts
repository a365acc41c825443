import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  someItems,
  testBasisNotes,
  testDataset,
  testFigure,
  testItem,
  testMention,
  testPlace,
} from '../testing/atlas.ts';
import type { Item } from './dataset.ts';
import { itemsToCsv, itemsToGeoJson, reportsToJson } from './open-data.ts';

/** Reads CSV as RFC 4180 has it: the opposite of what is tested, written apart from it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += char;
  }
  return rows;
}

/** The rows of a CSV by column name. */
function csvRecords(items: readonly Item[]): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(itemsToCsv(items, testDataset, testBasisNotes).slice(1));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

const named = (name: string) => csvRecords([testItem('a', { name })])[0]?.name;
const propertiesOf = (item: Item) =>
  itemsToGeoJson([item], testDataset, testBasisNotes).features[0]?.properties;

describe('items as GeoJSON', () => {
  it('is one feature for each item, in order, under its id', () => {
    const { type, features } = itemsToGeoJson(testDataset.items, testDataset, testBasisNotes);
    expect(type).toBe('FeatureCollection');
    expect(features.map((feature) => feature.id)).toEqual(testDataset.items.map((item) => item.id));
  });

  it('has at least the properties that others rely on', () => {
    const promised = [
      ...['id', 'name', 'nameEn', 'aliases', 'kind', 'sector', 'subsector', 'tags', 'progress', 'districts'],
      ...['zone', 'precision', 'radiusMeters', 'basis', 'quotes', 'figures', 'license'],
    ];
    for (const { properties } of itemsToGeoJson(testDataset.items, testDataset, testBasisNotes).features)
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(promised));
  });

  it('loses nothing of it on the way through JSON', () => {
    const collection = itemsToGeoJson(testDataset.items, testDataset, testBasisNotes);
    expect(JSON.parse(JSON.stringify(collection))).toEqual(collection);
  });

  it('has no geometry for an item that is not located', () => {
    const located = testItem('a', { place: testPlace([10.7, 40.9]) });
    const lost = testItem('b', { place: testPlace(null) });
    const { features } = itemsToGeoJson([located, lost], testDataset, testBasisNotes);
    expect(features.map((feature) => feature.geometry)).toEqual([
      { type: 'Point', coordinates: [10.7, 40.9] },
      null,
    ]);
  });

  it('names districts by their codes, and the zone by its id or null', () => {
    const item = testItem('a', { districts: ['middle', 'east'], zone: 'harbour' });
    expect(propertiesOf(item)).toMatchObject({ districts: ['990002', '990003'], zone: 'harbour' });
    expect(propertiesOf(testItem('b'))).toMatchObject({ zone: null });
  });

  it('quotes the report word for word, each quote once', () => {
    const mention = testMention('p1', '大桥合龙');
    const item = testItem('a', { mentions: [mention, mention, testMention('p2', '推进大桥建设')] });
    expect(propertiesOf(item)?.quotes).toEqual(['大桥合龙', '推进大桥建设']);
  });

  it('tells year, tense and progress of each mention, and the latest progress of the item', () => {
    const bridge = testDataset.items.find((item) => item.id === 'bridge');
    expect(bridge && propertiesOf(bridge)).toMatchObject({
      progress: 'planned',
      mentions: [
        { year: 2021, tense: 'review', progress: 'under-way', quote: '大桥合龙' },
        { year: 2022, tense: 'plan', progress: 'planned', quote: '继续推进大桥建设' },
      ],
    });
  });

  it('carries the figures of all mentions, each with its year, report and paragraph, and the licence of the geometry', () => {
    const figure = testFigure({ value: 50 });
    const item = testItem('a', {
      mentions: [testMention('p1', '新厂投产', { figures: [figure] })],
      place: testPlace([10.7, 40.9], { license: 'ODbL-1.0' }),
    });
    expect(propertiesOf(item)).toMatchObject({
      figures: [{ ...figure, year: 2021, report: testMention('p1', '').report, paragraph: 'p1' }],
      license: 'ODbL-1.0',
    });
  });
});

describe('items as CSV', () => {
  it('begins with a byte order mark, so that spreadsheets read Chinese', () => {
    expect(itemsToCsv([], testDataset, testBasisNotes).startsWith('\uFEFFid,name,nameEn,')).toBe(true);
  });

  it('has a row for each item and as many cells in every row', () => {
    const rows = readCsv(itemsToCsv(testDataset.items, testDataset, testBasisNotes).slice(1));
    expect(rows).toHaveLength(testDataset.items.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('gives back every name as it was, commas, quotes and line breaks included', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙a1 ,"\n\r;；') }), (text) => {
        // A first letter keeps formula signs, which are changed on purpose, out of this.
        expect(named(`甲${text}`)).toBe(`甲${text}`);
      }),
    );
  });

  it('encloses a cell with a comma, a quote or a line break, and doubles its quotes', () => {
    const csv = itemsToCsv([testItem('a', { name: '甲,"乙"\n丙' })], testDataset, testBasisNotes);
    expect(csv).toContain('a,"甲,""乙""\n丙",');
  });

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'does not let a spreadsheet run %j as a formula',
    (text) => {
      expect(named(text)).toBe(`'${text}`);
    },
  );

  it('never holds a cell that begins like a formula, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        for (const cell of Object.values(csvRecords([testItem('a', { name, aliases: [name] })])[0] ?? {}))
          expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/u);
      }),
    );
  });

  it('leaves numbers as numbers, negative ones too', () => {
    const [row] = csvRecords([testItem('a', { place: testPlace([-10.5, -40.25]) })]);
    expect(row).toMatchObject({ lng: '-10.5', lat: '-40.25' });
  });

  it('leaves position and radius empty for an item that is not located', () => {
    const [row] = csvRecords([testItem('a', { place: testPlace(null) })]);
    expect(row).toMatchObject({ lng: '', lat: '', radiusMeters: '', precision: 'unknown' });
  });

  it('joins lists, and writes figures as the report does', () => {
    const figures = [
      testFigure({ value: 160 }),
      testFigure({ label: '产能', text: '三个', value: 3, unit: '个' }),
    ];
    const [row] = csvRecords([
      testItem('a', {
        aliases: ['甲', '乙'],
        districts: ['west', 'east'],
        mentions: [
          testMention('p1', '新厂投产', { figures }),
          testMention('p2', '继续推进大桥建设', { figures: [] }),
        ],
      }),
    ]);
    expect(row).toMatchObject({
      aliases: '甲；乙',
      districts: '990001；990003',
      figures: '2021 总投资 160亿元；2021 产能 三个',
      quotes: '新厂投产；继续推进大桥建设',
      years: '2021；2022',
    });
  });

  it('says the same as the GeoJSON of the same items', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { features } = itemsToGeoJson(items, testDataset, testBasisNotes);
        for (const [index, row] of csvRecords(items).entries()) {
          const properties = features[index]?.properties;
          expect(row).toMatchObject({
            id: properties?.id,
            sector: properties?.sector,
            progress: properties?.progress,
            precision: properties?.precision,
            scope: properties?.scope,
            zone: properties?.zone ?? '',
            districts: properties?.districts.join('；'),
            quotes: properties?.quotes.join('；'),
          });
        }
      }),
    );
  });
});

describe('the report as JSON', () => {
  it('holds the metadata, the outline and every paragraph with its address', () => {
    expect(JSON.parse(reportsToJson(testDataset))).toEqual({ reports: testDataset.reports });
  });
});
