/** A small made-up atlas for tests: three districts, one zone, and builders for items and random sets of them. */
import fc from 'fast-check';
import type {
  BasisNotes,
  Bounds,
  City,
  Dataset,
  Deck,
  Figure,
  Item,
  LngLat,
  Mention,
  Place,
  Report,
  Scene,
} from '../model/dataset.ts';
import { areaGroups, type FacetId, type Filters, facetIds } from '../model/facets.ts';
import { sectionPath } from '../model/quotes.ts';
import {
  investmentDisclosures,
  type KindId,
  kinds,
  type PrecisionId,
  type ProgressId,
  precisions,
  progresses,
  type SectorId,
  sectors,
  type TagId,
  tags,
} from '../model/vocabulary.ts';

const square = (west: number, south: number): { bounds: Bounds; label: LngLat } => ({
  bounds: [west, south, west + 0.2, south + 0.2],
  label: [west + 0.1, south + 0.1],
});

export const testCity: City = {
  id: 'testville',
  name: '试城市',
  nameEn: 'Testville',
  adcode: '990000',
  window: [10, 40, 12, 42],
  bounds: [10.6, 40.8, 11.2, 41],
  urban: ['west', 'middle'],
  districts: [
    { id: 'west', adcode: '990001', name: '西区', nameEn: 'West', ...square(10.6, 40.8) },
    { id: 'middle', adcode: '990002', name: '中区', nameEn: 'Middle', ...square(10.8, 40.8) },
    { id: 'east', adcode: '990003', name: '东市', nameEn: 'East', ...square(11, 40.8) },
  ],
  zones: [
    {
      id: 'harbour',
      name: '港区',
      nameEn: 'Harbour',
      aliases: [],
      within: 'west',
      towns: ['甲镇'],
      bounds: [10.65, 40.85, 10.7, 40.9],
      label: [10.67, 40.87],
    },
  ],
};

export const testReport: Report = {
  id: 'report-1',
  title: '试城市政府工作报告',
  titleEn: 'Report of Testville',
  issuer: '试城市人民政府',
  issuerEn: 'Government of Testville',
  date: '2022-01-08',
  sections: [
    {
      id: 'review',
      title: '回顾',
      titleEn: 'Review',
      level: 1,
      parent: null,
      year: 2021,
      tense: 'review',
    },
    {
      id: 'works',
      title: '工程',
      titleEn: 'Works',
      level: 2,
      parent: 'review',
      year: 2021,
      tense: 'review',
    },
    { id: 'plan', title: '安排', titleEn: 'Plan', level: 1, parent: null, year: 2022, tense: 'plan' },
  ],
  paragraphs: [
    {
      id: 'p1',
      text: '重点工程。大桥合龙，道路贯通！新厂投产。',
      cuts: [],
      section: 'works',
      role: 'body',
      lead: '重点工程',
      ordinal: null,
    },
    {
      id: 'p2',
      text: '继续推进大桥建设',
      cuts: [],
      section: 'plan',
      role: 'body',
      lead: '',
      ordinal: null,
    },
  ],
};

/** A mention of the words that stand in a paragraph of the test report. */
export function testMention(paragraph: string, quote: string, part: Partial<Mention> = {}): Mention {
  const found = testReport.paragraphs.find((candidate) => candidate.id === paragraph);
  const start = found?.text.indexOf(quote) ?? -1;
  if (start < 0) throw new Error(`The test report has no “${quote}” in ${paragraph}.`);
  const section = testReport.sections.find((candidate) => candidate.id === found?.section);
  return {
    report: testReport.id,
    paragraph,
    sections: sectionPath(testReport, found?.section ?? null).map(({ id }) => id),
    start,
    end: start + quote.length,
    year: section?.year ?? 0,
    tense: section?.tense ?? 'review',
    progress: 'completed',
    figures: [],
    ...part,
  };
}

export function testFigure(part: Partial<Figure> = {}): Figure {
  return {
    label: '总投资',
    labelEn: 'Total investment',
    value: 50,
    unit: '亿元',
    unitEn: 'CNY 100 million',
    text: null,
    measure: 'investment-total',
    ...part,
  };
}

/** A place with a point, or without any where `point` is null. */
export function testPlace(point: LngLat | null, part: Partial<Place> = {}): Place {
  const located = point !== null;
  return {
    precision: located ? 'site' : 'unknown',
    radiusMeters: located ? 200 : null,
    geometry: located ? { type: 'Point', coordinates: point } : null,
    label: point,
    bounds: located ? [point[0] - 0.002, point[1] - 0.002, point[0] + 0.002, point[1] + 0.002] : null,
    lengthKm: null,
    ribbon: null,
    schematic: [],
    basis: 'report',
    license: 'CC-BY-4.0',
    ...part,
  };
}

export function testItem(id: string, part: Partial<Item> = {}): Item {
  return {
    id,
    name: `事项${id}`,
    nameEn: `Item ${id}`,
    aliases: [],
    kind: 'project',
    sector: 'industry',
    subsector: 'manufacturing',
    tags: [],
    districts: ['west'],
    scope: 'districts',
    zone: null,
    progress: 'completed',
    mentions: [testMention('p1', '新厂投产')],
    place: testPlace([10.7, 40.9]),
    ...part,
  };
}

export const testDeck: Deck = {
  id: 'tour',
  title: '一览',
  titleEn: 'Tour',
  scenes: [
    scene('whole', { filters: {}, item: null, bounds: null }),
    scene('east', { filters: { district: ['east'] }, item: 'bridge', bounds: null }),
    scene('close', {
      filters: { sector: ['transport'] },
      item: null,
      bounds: [10.6, 40.8, 10.8, 41],
    }),
  ],
};

function scene(id: string, view: Omit<Scene['view'], 'shaded'>): Scene {
  return {
    id,
    role: 'scene',
    title: id,
    titleEn: id,
    text: '文',
    textEn: 'Text',
    notes: '',
    notesEn: '',
    quote: null,
    seconds: null,
    view: { ...view, shaded: false },
  };
}

/** A scene of the whole city, or as `part` says. */
export function testScene(part: Partial<Scene> & Pick<Scene, 'id'>): Scene {
  return { ...scene(part.id, { filters: {}, item: null, bounds: null }), ...part };
}

/** One item of each kind of place: in a district, across districts, in a zone, urban, city-wide, not located. */
export const testDataset: Dataset = {
  city: testCity,
  reports: [testReport],
  items: [
    testItem('plant'),
    testItem('bridge', {
      kind: 'infrastructure',
      sector: 'transport',
      subsector: 'road',
      districts: ['middle', 'east'],
      progress: 'planned',
      mentions: [
        testMention('p1', '大桥合龙', { progress: 'under-way' }),
        testMention('p2', '继续推进大桥建设', { progress: 'planned' }),
      ],
      place: testPlace([11, 40.9]),
    }),
    testItem('quay', {
      sector: 'transport',
      subsector: 'port',
      zone: 'harbour',
      place: testPlace([10.67, 40.87], { precision: 'zone', radiusMeters: 2000 }),
    }),
    testItem('renewal', {
      sector: 'renewal',
      subsector: 'housing',
      kind: 'programme',
      districts: [],
      scope: 'urban',
      place: testPlace(null, { precision: 'city' }),
    }),
    testItem('insurance', {
      sector: 'livelihood',
      subsector: 'welfare',
      kind: 'programme',
      districts: [],
      scope: 'city',
      progress: 'planned',
      place: testPlace(null, { precision: 'city' }),
    }),
    testItem('lost', { districts: ['east'], place: testPlace(null) }),
    testItem('nowhere', { districts: [], scope: 'unknown', place: testPlace(null) }),
  ],
  decks: [testDeck],
  readings: {
    characters: {
      chang: '场厂',
      cheng: '城',
      dong: '东',
      gang: '港',
      jia: '甲',
      qu: '区',
      shi: '事试市',
      xi: '西',
      xiang: '项',
      zhen: '镇',
      zhong: '中',
    },
    words: {},
  },
};

/** The basis of every made-up item's place. */
export const testBasisNotes: BasisNotes = Object.fromEntries(
  testDataset.items.map(({ id }) => [id, { note: '报告写明', noteEn: 'As the report says' }]),
);

const districtIds = testCity.districts.map((district) => district.id);
const areaIds = [...districtIds, ...testCity.zones.map((zone) => zone.id), ...Object.keys(areaGroups)];
const maxItems = 24;

/** Every value that a facet may be asked for in random tests. */
export const facetUniverse: Record<FacetId, readonly string[]> = {
  sector: Object.keys(sectors),
  district: areaIds,
  progress: Object.keys(progresses),
  kind: Object.keys(kinds),
  year: ['2021-review', '2022-plan'],
  tags: Object.keys(tags),
  investment: Object.keys(investmentDisclosures),
  precision: Object.keys(precisions),
  section: testReport.sections.map(({ id }) => id),
  items: Array.from({ length: maxItems }, (_, index) => `item-${index}`),
};

/** A position inside the test city; few distinct ones, so that items share spots. */
const spot: fc.Arbitrary<LngLat> = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 3 }))
  .map(([x, y]) => [10.6 + x / 20, 40.8 + y / 20]);

/** What the test report may say of an item: once or again, with a stated total, with another sum, with none. */
const someMentions: fc.Arbitrary<Mention[]> = fc
  .array(
    fc.record({
      at: fc.constantFrom<[string, string]>(
        ['p1', '新厂投产'],
        ['p1', '道路贯通'],
        ['p2', '继续推进大桥建设'],
      ),
      figures: fc.subarray([testFigure({ value: 50 }), testFigure({ value: 900, measure: null })]),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((said) =>
    said.map(({ at: [paragraph, quote], figures }) => testMention(paragraph, quote, { figures })),
  );

const anyItem: fc.Arbitrary<Omit<Item, 'id'>> = fc
  .record({
    sector: fc.constantFrom(...(Object.keys(sectors) as SectorId[])),
    progress: fc.constantFrom(...(Object.keys(progresses) as ProgressId[])),
    kind: fc.constantFrom(...(Object.keys(kinds) as KindId[])),
    tags: fc.subarray(Object.keys(tags) as TagId[], { maxLength: 3 }),
    mentions: someMentions,
    home: fc.oneof(
      fc.subarray(districtIds, { minLength: 1 }),
      fc.constantFrom('urban' as const, 'city' as const, 'unknown' as const),
    ),
    zone: fc.constantFrom(null, 'harbour'),
    precision: fc.constantFrom<PrecisionId>('site', 'street', 'town', 'zone', 'district', 'city', 'unknown'),
    at: spot,
  })
  .map(({ home, precision, at, ...said }) => {
    const located = ['site', 'street', 'town', 'zone'].includes(precision);
    return testItem('', {
      ...said,
      subsector: Object.keys(sectors[said.sector].subsectors)[0] ?? '',
      districts: Array.isArray(home) ? home : [],
      scope: Array.isArray(home) ? 'districts' : home,
      place: testPlace(located ? at : null, { precision }),
    });
  });

/** Random items with distinct ids `item-0`, `item-1`, … */
export const someItems: fc.Arbitrary<Item[]> = fc
  .array(anyItem, { maxLength: maxItems })
  .map((items) => items.map((item, index) => ({ ...item, id: `item-${index}` })));

/** Random choices in every facet; none in a facet is as likely as some. */
export const someFilters: fc.Arbitrary<Filters> = fc
  .record(
    Object.fromEntries(
      facetIds.map((facet) => [facet, fc.option(fc.subarray([...facetUniverse[facet]]), { nil: undefined })]),
    ) as Record<FacetId, fc.Arbitrary<string[] | undefined>>,
  )
  .map((chosen) =>
    Object.fromEntries(
      Object.entries(chosen).filter(([, values]) => values !== undefined && values.length > 0),
    ),
  );
