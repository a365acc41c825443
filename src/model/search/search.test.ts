import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { testDataset, testItem, testMention } from '../../testing/atlas.ts';
import type { Item, Report } from '../dataset.ts';
import { buildSearchIndex, excerpt, type Hit, search } from './index.ts';

const towns: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '990001101', name: '甲镇', nameEn: 'Jia' },
      geometry: { type: 'Point', coordinates: [10.6, 40.8] },
    },
  ],
};
const readings = {
  characters: {
    chang: '长厂场',
    cheng: '城',
    da: '大',
    dong: '东',
    gang: '港',
    jia: '甲',
    jiang: '江将',
    ju: '句',
    qi: '期',
    qiao: '桥',
    qu: '区',
    rong: '容荣',
    shi: '市试',
    xi: '西',
    xian: '县',
    xin: '新',
    zhang: '掌',
    zhen: '镇',
    zhong: '中',
  },
  words: { 市长: 'shi zhang', 长大: 'zhang da' },
};
const item = (id: string, part: Partial<Item>) => testItem(id, { name: '未名', nameEn: 'Nameless', ...part });
const indexOf = (...items: Item[]) => buildSearchIndex({ ...testDataset, readings, items }, towns);
const ids = (hits: readonly Hit[]) => hits.map(({ id }) => id);
/** The first text in which something was found, with what is highlighted in brackets. */
const marked = ({ matches: [match] }: Hit) => {
  const { text = '', ranges = [] } = match ?? {};
  return [...ranges]
    .reverse()
    .reduce(
      (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
};
const found = (typed: string, name: string, nameEn = 'Nameless') => {
  const [hit] = search(indexOf(item('only', { name, nameEn })), typed).items;
  return hit && marked(hit);
};

describe('a name is found', () => {
  it.each([
    ['characters', '江大', '长[江大]桥', '长江大桥'],
    ['full pinyin', 'changjiang', '[长江]大桥', '长江大桥'],
    ['full pinyin from the middle', 'daqiao', '长江[大桥]', '长江大桥'],
    ['pinyin whose last syllable is not typed out', 'changj', '[长江]大桥', '长江大桥'],
    ['pinyin with tones and blanks', 'Cháng jiāng', '[长江]大桥', '长江大桥'],
    ['initials', 'cjdq', '[长江大桥]', '长江大桥'],
    ['initials of two letters', 'zhj', '[镇江]港', '镇江港'],
    ['initials and pinyin', 'cjdaqiao', '[长江大桥]', '长江大桥'],
    ['characters and pinyin', '句容xian', '[句容县]城', '句容县城'],
    ['characters and pinyin the other way round', 'zhen江', '[镇江]港', '镇江港'],
    ['other characters that sound the same', '句荣', '[句容]县', '句容县'],
    ['full width, in any case', 'ｌＮｇ', '大港[LNG]厂', '大港LNG厂'],
    ['digits in a name', '5gchang', '[5G厂]', '5G厂'],
    ['characters without the punctuation between them', '中长江', '大[中（长江]）港', '大中（长江）港'],
  ])('by %s: %s', (_, typed, shown, name) => {
    expect(found(typed, name)).toBe(shown);
  });

  it('in English from the beginning of a word, from a hyphen on, and within a word', () => {
    const name = 'Harbour High-tech Zone';
    const english = (typed: string) => found(typed, '未名', name);
    expect(english('zone')).toBe('Harbour High-tech [Zone]');
    expect(english('TECH')).toBe('Harbour High-[tech] Zone');
    expect(english('hightech')).toBe('Harbour [High-tech] Zone');
    expect(english('high tech')).toBe('Harbour [High]-[tech] Zone');
    expect(english('arb')).toBe('H[arb]our High-tech Zone');
    // Nobody means the end of one word and the beginning of the next.
    expect(english('urhi')).toBeUndefined();
  });

  it('by the reading that its characters have there', () => {
    expect(found('shizhang', '市长')).toBe('[市长]');
    expect(found('shichang', '市长')).toBeUndefined();
    expect(found('shichang', '市场')).toBe('[市场]');
  });

  it('not by letters that no character of it is spoken with', () => {
    for (const typed of ['angjiang', 'hangjiang', 'changjiangx', 'cjq', 'jc', '江长'])
      expect([typed, found(typed, '长江大桥')]).toEqual([typed, undefined]);
  });
});

describe('the order of hits', () => {
  it('is name, alias, English, pinyin, initials, mixture, within a word, place, tag, quote, homophone', () => {
    const index = indexOf(
      item('within-word', { nameEn: 'Exda' }),
      item('mixture', { name: '大港市中' }),
      item('initials', { name: '东西' }),
      item('within', { name: '新大' }),
      item('pinyin', { name: '大新' }),
      item('english', { nameEn: 'New Da' }),
      item('alias', { aliases: ['新DA'] }),
      item('name', { name: '中DA' }),
      item('exact', { name: 'Da' }),
    );
    expect(ids(search(index, 'da').items)).toEqual([
      'exact',
      'name',
      'alias',
      'english',
      'mixture',
      'pinyin',
      'within',
      'within-word',
    ]);
    expect(ids(search(index, 'dx').items)).toEqual(['initials', 'pinyin']);
    expect(ids(search(index, 'dagangsz').items)).toEqual(['mixture']);
  });

  it('has whole names before beginnings before middles', () => {
    const index = indexOf(
      item('middle', { name: '新长江' }),
      item('beginning', { name: '长江港' }),
      item('whole', { name: '长江' }),
      item('whole-alias', { aliases: ['长江'] }),
    );
    expect(ids(search(index, '长江').items)).toEqual(['whole', 'beginning', 'middle', 'whole-alias']);
    expect(ids(search(index, 'changjiang').items)).toEqual(['whole', 'beginning', 'middle', 'whole-alias']);
  });

  it('has what was typed before what sounds like it, wherever that stands', () => {
    const index = indexOf(
      item('sounds', { name: '大将' }),
      item('quoted', { mentions: [testMention('p1', '大桥合龙')] }),
      item('named', { name: '大江' }),
    );
    expect(ids(search(index, '大江').items)).toEqual(['named', 'sounds']);
    expect(ids(search(index, '大桥').items)).toEqual(['quoted']);
  });

  it('has place and tag before the quote, and the report’s order among equals', () => {
    const index = indexOf(
      item('quoted', { districts: [], mentions: [testMention('p1', '新厂投产')], tags: [] }),
      item('tagged', { districts: [], mentions: [], tags: ['grand-canal'] }),
      item('b', { districts: ['east'], mentions: [] }),
      item('a', { districts: ['east'], mentions: [] }),
    );
    expect(ids(search(index, '东市').items)).toEqual(['b', 'a']);
    expect(ids(search(index, 'dongs').items)).toEqual(['b', 'a']);
    expect(ids(search(index, 'East').items)).toEqual(['b', 'a']);
    expect(ids(search(index, '大运河').items)).toEqual(['tagged']);
    expect(ids(search(index, '新厂').items)).toEqual(['quoted']);
  });

  it('gives the best ones where there are more than asked for', () => {
    const many = Array.from({ length: 300 }, (_, number) =>
      item(`middle-${number}`, { name: `新长江${number}` }),
    );
    const index = indexOf(...many, item('last', { name: '长江' }));
    expect(ids(search(index, '长江', { limit: 3 }).items)).toEqual(['last', 'middle-0', 'middle-1']);
    expect(ids(search(index, '长', { limit: 2 }).items)).toEqual(['last', 'middle-0']);
    expect(search(index, '长江', { limit: Number.POSITIVE_INFINITY }).items).toHaveLength(301);
    expect(search(index, '长江', { limit: 0 }).items).toEqual([]);
  });
});

describe('typing on', () => {
  const typing = (part: Partial<Item>, ...typed: string[]) => {
    const index = indexOf(item('only', part));
    return typed.map((each) => ids(search(index, each).items));
  };

  it('finds homophones only once there are two characters', () => {
    expect(typing({ name: '容县' }, '荣', '荣县')).toEqual([[], ['only']]);
  });

  it('finds what the new character makes of those before it', () => {
    expect(typing({ name: '新掌大' }, '新长', '新长大')).toEqual([[], ['only']]);
  });

  it('compares words that are drawn together in all ways', () => {
    expect(typing({ name: '镇江港', districts: [] }, 'zh jg', 'zhjg')).toEqual([['only'], ['only']]);
  });

  it('goes beyond the hits that were given', () => {
    const [report] = testDataset.reports;
    const paragraphs = ['大桥', '大桥', '大桥建设'].map((text, at) => ({
      ...report?.paragraphs[0],
      id: `p${at}`,
      text,
    }));
    const index = buildSearchIndex(
      { ...testDataset, readings, items: [], reports: [{ ...report, paragraphs }] as Report[] },
      towns,
    );
    expect(ids(search(index, '大桥', { limit: 1 }).paragraphs)).toEqual(['p0']);
    expect(ids(search(index, '大桥建', { limit: 1 }).paragraphs)).toEqual(['p2']);
  });
});

describe('several words', () => {
  const index = indexOf(
    item('bridge', { name: '长江大桥', districts: ['east'] }),
    item('plant', {
      name: '大江厂',
      nameEn: 'Big River Plant',
      districts: ['west'],
      mentions: [testMention('p1', '新厂投产')],
    }),
  );

  it('must all be found, in whatever text', () => {
    expect(ids(search(index, '大 江').items)).toEqual(['plant', 'bridge']);
    expect(ids(search(index, '大 江 东市').items)).toEqual(['bridge']);
    expect(ids(search(index, 'river 西区 投产').items)).toEqual(['plant']);
    expect(ids(search(index, '大 江 港').items)).toEqual([]);
  });

  it('are shown where each of them stands, the best first', () => {
    const [hit] = search(index, '投产 river 厂 江').items;
    expect(hit?.matches).toEqual([
      { field: 'name', text: '大江厂', ranges: [[1, 3]] },
      { field: 'english', text: 'Big River Plant', ranges: [[4, 9]] },
      { field: 'quote', text: '新厂投产', ranges: [[2, 4]] },
    ]);
  });

  it('keep the report’s order among equals, whichever word is found better', () => {
    const equals = [
      item('first', { nameEn: 'A Zhong Dagang' }),
      item('second', { name: 'Dagang', nameEn: 'A Zhong' }),
    ];
    for (const limit of [1, 2])
      expect(ids(search(indexOf(...equals), 'dagang zhong', { limit }).items)).toEqual(
        ['first', 'second'].slice(0, limit),
      );
  });

  it('earn a better rank where they stand together', () => {
    const [first, second] = search(index, '大 江').items;
    expect([first?.id, second?.id]).toEqual(['plant', 'bridge']);
    expect(ids(search(index, 'da jiang chang').items)).toEqual(['plant', 'bridge']);
    expect((first?.rank ?? 0) < (second?.rank ?? 0)).toBe(true);
  });
});

describe('the groups', () => {
  const index = buildSearchIndex({ ...testDataset, readings }, towns);

  it('hold districts, zones, the city, groups of areas and towns', () => {
    const areas = (typed: string) => search(index, typed).areas.map(({ what, id }) => `${what} ${id}`);
    expect(areas('dongshi')).toEqual(['district east']);
    expect(areas('West')).toEqual(['district west']);
    expect(areas('shicheng')).toEqual(['city testville']);
    expect(areas('harbour')).toEqual(['zone harbour']);
    expect(areas('市区')).toEqual(['group urban']);
    // A zone is found by its towns, after the town itself.
    expect(areas('jiazhen')).toEqual(['town 990001101', 'zone harbour']);
  });

  it('hold the report’s paragraphs, with every place where the words stand', () => {
    const { paragraphs } = search(index, '大桥');
    expect(paragraphs.map(({ what, id, report }) => [what, id, report])).toEqual([
      ['paragraph', 'p1', 'report-1'],
      ['paragraph', 'p2', 'report-1'],
    ]);
    const [first] = search(index, '程 贯通，道').paragraphs;
    expect(first).toBeUndefined();
    const [second] = search(index, '通 工程').paragraphs;
    expect(second && marked(second)).toBe('重点[工程]。大桥合龙，道路贯[通]！新厂投产。');
  });

  it('are empty where nothing is typed but blanks and signs', () => {
    for (const typed of ['', '  ', '　', '。，', '.*', '()', '👍', '\u0000', '\n'])
      expect([typed, search(index, typed)]).toEqual([typed, { items: [], areas: [], paragraphs: [] }]);
  });

  it('are searched for very long queries, too', () => {
    for (const typed of [
      '大'.repeat(10_000),
      'da'.repeat(5_000),
      'qq '.repeat(5_000),
      '(q+)+$'.repeat(1_000),
    ])
      expect(search(index, typed)).toEqual({ items: [], areas: [], paragraphs: [] });
    const [paragraph] = testDataset.reports[0]?.paragraphs ?? [];
    expect(ids(search(index, `${paragraph?.text}`).paragraphs)).toEqual(['p1']);
  });
});

describe('an excerpt', () => {
  const text = '一二三四五六七八九十';

  it('is the text itself where that is short enough', () => {
    const match = { field: 'text', text, ranges: [[3, 4]] } as const;
    const whole = { ...match, ranges: [[3, 4] as [number, number]] };
    expect(excerpt(whole, 10)).toBe(whole);
  });

  it('shows what stands around the first highlighted stretch', () => {
    const short = (start: number, end: number, length: number) =>
      excerpt({ field: 'text', text, ranges: [[start, end]] }, length);
    expect(short(0, 1, 4)).toEqual({ field: 'text', text: '一二三四…', ranges: [[0, 1]] });
    expect(short(5, 6, 4)).toEqual({ field: 'text', text: '…五六七八…', ranges: [[2, 3]] });
    expect(short(9, 10, 4)).toEqual({ field: 'text', text: '…七八九十', ranges: [[4, 5]] });
  });
});
