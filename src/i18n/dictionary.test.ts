import { describe, expect, it } from 'vitest';
import { facetOptions } from '../model/facet-options.ts';
import { areaGroups, facetIds, optionFacetIds } from '../model/facets.ts';
import type { Language } from '../model/view.ts';
import {
  basisMethods,
  investmentDisclosures,
  kinds,
  measures,
  precisions,
  progresses,
  sectors,
  type Term,
  tags,
} from '../model/vocabulary.ts';
import { testDataset, testFigure } from '../testing/atlas.ts';
import { type Dictionary, dictionary, formatFigure, formatMeters, languageTag, nameIn } from './index.ts';
import { areaName, conditionNames, facetValueName } from './naming.ts';

const zh = dictionary('zh');
const en = dictionary('en');

/** Every text of a dictionary by its path; a text made from values stands as its function. */
function entries(part: object, path = ''): [string, unknown][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? entries(value, `${path}${key}.`)
      : [[`${path}${key}`, value] as [string, unknown]],
  );
}

/** Every text that is made from values, with values as the interface gives them. */
function madeTexts(t: Dictionary, language: Language): Record<string, string> {
  const name = language === 'zh' ? '大桥' : 'Bridge';
  const counted = (count: number) => ({
    [`optionName ${count}`]: t.optionName(name, count),
    [`resultCount ${count} of 7`]: t.resultCount(count, 7),
    [`resultCount all ${count}`]: t.resultCount(count, count),
    [`resultAnnouncement ${count}`]: t.resultAnnouncement(count, [name, name]),
    [`districtCard.itemsUnit ${count}`]: t.districtCard.itemsUnit(count),
    [`districtCard.investmentBasis ${count}`]: t.districtCard.investmentBasis(count, count),
    [`still.items ${count}`]: t.still.items(count),
    [`districtCard.noInvestment ${count}`]: t.districtCard.noInvestment(count),
    [`statistics.basis ${count}`]: t.statistics.basis(count),
    [`statistics.cell ${count}`]: t.statistics.cell(name, name, count),
    [`statistics.header ${count}`]: t.statistics.header(name, count),
    [`statistics.promised ${count}`]: t.statistics.promised(count, 3),
    [`statistics.rankingBasis ${count}`]: t.statistics.rankingBasis(
      count,
      language === 'zh' ? '50 亿元' : 'CNY 5 billion',
    ),
    [`statistics.undisclosed ${count}`]: t.statistics.undisclosed(count),
    [`decks.pages ${count}`]: t.decks.pages(count),
    [`decks.savedSingleFile ${count}`]: t.decks.savedSingleFile(count),
    [`decks.imported ${count}`]: t.decks.imported(count),
    [`decks.received ${count}`]: t.decks.received(name, count),
    [`decks.damaged ${count}`]: t.decks.damaged(count),
    [`decks.newer ${count}`]: t.decks.newer(count),
    [`onStage.shown ${count}`]: t.onStage.shown(count),
    [`onStage.onMap ${count}`]: t.onStage.onMap(count),
    [`onStage.missing ${count}`]: t.onStage.missing(count),
    [`generatedDeck.summary ${count}`]: t.generatedDeck.summary(count, [
      t.generatedDeck.counted(name, count),
    ]),
    [`generatedDeck.group ${count}`]: t.generatedDeck.group(name, [name, name], count),
    [`exports.dataHint ${count}`]: t.exports.dataHint(count),
    [`generatedDeck.closingText ${count}`]: t.generatedDeck.closingText(
      [t.generatedDeck.counted(name, count)],
      count,
    ),
  });
  return {
    ...counted(1),
    ...counted(3),
    stamp: t.stamp(['2022-01-08']),
    removeFilter: t.removeFilter(name),
    lift: t.lift(name),
    facetCondition: t.facetCondition(name, name),
    radius: t.radius(formatMeters(1500, language)),
    length: t.length(3.2),
    review: t.review(2021),
    plan: t.plan(2022),
    positionInList: t.positionInList(2, 7),
    'districtCard.label': t.districtCard.label(name),
    'districtCard.share': t.districtCard.share('12%'),
    'districtCard.within': t.districtCard.within(name),
    'districtCard.comparison': t.districtCard.comparison(name, name),
    'districtCard.turnTo': t.districtCard.turnTo(name),
    'statistics.readQuote': t.statistics.readQuote(name, t.review(2021)),
    'statistics.readPromise': t.statistics.readPromise(3),
    themeSwitch: t.themeSwitch(t.themes.light, t.themes.dark),
    groupMark: t.groupMark(3),
    mapItemPosition: t.mapItemPosition(name, 2, 7),
    'notices.dropped': t.notices.dropped(name),
    'basemap.failed': t.basemap.failed(name, t.basemap.why.slow),
    'stage.place': t.stage.place(2, 7),
    'onStage.going': t.onStage.going('12'),
    'onStage.quoteFrom': t.onStage.quoteFrom('12', null),
    'exports.png': t.exports.png(2),
    'exports.pixels': t.exports.pixels(2880, 1800),
    'exports.picturing': t.exports.picturing(3, 14),
    'exports.saved': t.exports.saved('atlas.csv'),
    'exports.failed': t.exports.failed(t.exports.csv, t.exports.why.other),
    'exports.mapOf': t.exports.mapOf(name),
    'exports.quoteSource': t.exports.quoteSource(name, [name, name], 'p12'),
    'autoplay.seconds': t.autoplay.seconds(12),
    'reader.hits': t.reader.hits(2, 7),
    'reader.hits none': t.reader.hits(0, 0),
    'reader.sectionItems': t.reader.sectionItems(3),
    'singleFile.notSaved': t.singleFile.notSaved('items.csv'),
    'licenses.listed': t.licenses.listed(30),
    'licenses.within': t.licenses.within('maplibre-gl'),
    'share.text': t.share.text(t.title, name, 'https://example.org/'),
    'decks.copyTitle': t.decks.copyTitle(name),
    'decks.newTitle': t.decks.newTitle(2),
    'decks.singleFileFailed': t.decks.singleFileFailed(name),
    'decks.leftOut': t.decks.leftOut(name, 2, name),
    'decks.leftOutParts.quote': t.decks.leftOutParts.quote(name),
    'decks.leftOutParts.bounds': t.decks.leftOutParts.bounds('1, 2, 3, 4'),
    'decks.leftOutParts.facet': t.decks.leftOutParts.facet(name),
    'decks.refused': t.decks.refused(name, t.decks.refusals['too-large']('')),
    'decks.refusals.too-large': t.decks.refusals['too-large'](''),
    'decks.refusals.not-json': t.decks.refusals['not-json'](''),
    'decks.refusals.not-decks': t.decks.refusals['not-decks'](''),
    'decks.refusals.newer-version': t.decks.refusals['newer-version']('2'),
    'decks.refusals.wrong-shape': t.decks.refusals['wrong-shape'](name),
    'decks.unreadable': t.decks.unreadable(name),
    'decks.leftOut quote': t.decks.leftOut(name, 3, t.decks.leftOutParts.quote(name)),
    'decks.added': t.decks.added(name, 3),
    'decks.removedScene': t.decks.removedScene(3),
    'decks.removedDeck': t.decks.removedDeck(name),
    'decks.savedDeck': t.decks.savedDeck(name),
    'decks.adjusting': t.decks.adjusting(3),
    'decks.editor': t.decks.editor(name),
    'decks.moved': t.decks.moved(3, 2),
    'decks.scene': t.decks.scene(3),
    'decks.missing': t.decks.missing(name),
    'generatedDeck.part': t.generatedDeck.part(name, name),
    'generatedDeck.counted': t.generatedDeck.counted(name, 3),
    'generatedDeck.groups': t.generatedDeck.groups([t.generatedDeck.group(name, [name], 0)]),
    'generatedDeck.note': t.generatedDeck.note(name, name, name),
    'generatedDeck.single': t.generatedDeck.single([name, name]),
    'generatedDeck.closing': t.generatedDeck.closing(name),
    'search.nothing': t.search.nothing(name),
    'search.announce': t.search.announce(3, true),
    'search.announce none': t.search.announce(0, false),
    'stage.announce': t.stage.announce(2, 7, name),
    'presenter.title': t.presenter.title(name),
    'presenter.planned': t.presenter.planned('1:30'),
    'presenter.spent': t.presenter.spent('0:45'),
    'rehearsal.running': t.rehearsal.running('2:05'),
  };
}

const terms: [string, Term][] = [
  ...Object.entries({
    kinds,
    progresses,
    precisions,
    basisMethods,
    tags,
    measures,
    investmentDisclosures,
    areaGroups,
    sectors,
  }).flatMap(([vocabulary, all]) =>
    Object.entries<Term>(all).map(([id, term]): [string, Term] => [`${vocabulary}.${id}`, term]),
  ),
  ...Object.entries(sectors).flatMap(([sector, { subsectors }]) =>
    Object.entries<Term>(subsectors).map(([id, term]): [string, Term] => [`${sector}.${id}`, term]),
  ),
];

const textsOf = (t: Dictionary, language: Language): [string, string][] => [
  ...entries(t).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ...Object.entries(madeTexts(t, language)),
  ...terms.map(([path, term]): [string, string] => [path, term[language]]),
];
const chinese = textsOf(zh, 'zh');
const english = textsOf(en, 'en');

describe('the two languages', () => {
  it('have the same texts', () => {
    expect(entries(en).map(([path]) => path)).toEqual(entries(zh).map(([path]) => path));
  });

  it('make the same texts from as many values', () => {
    const kind = ([path, value]: [string, unknown]) => [
      path,
      typeof value === 'function' ? `made from ${value.length}` : typeof value,
    ];
    expect(entries(en).map(kind)).toEqual(entries(zh).map(kind));
  });

  it('are checked here in every text that is made from values', () => {
    const made = entries(zh).filter(([, value]) => typeof value === 'function');
    const checked = new Set(Object.keys(madeTexts(zh, 'zh')).map((key) => key.split(' ')[0]));
    expect([...checked].sort()).toEqual(made.map(([path]) => path).sort());
  });

  it('leave no text empty, and no value out or undefined', () => {
    for (const [path, text] of [...chinese, ...english]) {
      expect([path, text.trim()]).not.toEqual([path, '']);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/undefined|NaN|\[object|Invalid/u)]);
    }
  });

  it('do not hold each other’s words, but for the name of the other language', () => {
    const han = english.filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([path]) => path);
    expect(han).toEqual(['languageSwitch', 'languageSwitchLabel']);
  });

  it('are named to the browser', () => {
    expect([languageTag('zh'), languageTag('en')]).toEqual(['zh-CN', 'en']);
  });
});

describe('the Chinese texts', () => {
  const breaking = (pattern: RegExp) => chinese.filter(([, text]) => pattern.test(text));

  it('have no half-width punctuation beside a Han character', () => {
    expect(breaking(/\p{Script=Han}[,.:;?!()"']|[,.:;?!()"']\p{Script=Han}/u)).toEqual([]);
  });

  it('have a blank between Han characters and digits or Latin letters, but in dates', () => {
    const dated = /\d{4}年\d{1,2}月\d{1,2}日/gu;
    const tight = chinese.filter(([, text]) =>
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u.test(text.replaceAll(dated, '日期')),
    );
    expect(tight).toEqual([]);
  });

  it('have no blank beside full-width punctuation, and none at either end', () => {
    expect(breaking(/\s[，。：；？！、（）“”]|[，。：；？！、（）“”]\s|^\s|\s$/u)).toEqual([]);
  });

  it('stamp every view with the date of the report as it is spoken', () => {
    expect(zh.stamp(['2022-01-08'])).toBe('据 2022年1月8日 报告');
    expect(zh.stamp(['2021-01-20', '2022-01-08'])).toBe('据 2021年1月20日、2022年1月8日 报告');
    expect(zh.stamp(['2020-01-10', '2021-01-20', '2022-01-08'])).toBe(
      '据 2020年1月10日至2022年1月8日 3 份报告',
    );
  });
});

describe('the English texts', () => {
  it('have no full-width punctuation', () => {
    expect(english.filter(([, text]) => /[，。：；？！、（）]/u.test(text))).toEqual([]);
  });

  it('say one item and several items', () => {
    expect(en.districtCard.itemsUnit(1)).toBe('item');
    expect(en.districtCard.itemsUnit(3)).toBe('items');
    expect(en.resultCount(1, 1)).toBe('1 item');
  });

  it('stamp every view with the date of the report', () => {
    expect(en.stamp(['2022-01-08'])).toBe('As of the report of 8 January 2022');
    expect(en.stamp(['2021-01-20', '2022-01-08'])).toBe(
      'As of the reports of 20 January 2021 and 8 January 2022',
    );
    expect(en.stamp(['2020-01-10', '2021-01-20', '2022-01-08'])).toBe(
      'As of 3 reports from 10 January 2020 to 8 January 2022',
    );
  });
});

describe('names', () => {
  it('are those of the language', () => {
    const named = { name: '大桥', nameEn: 'Bridge' };
    expect([nameIn(named, 'zh'), nameIn(named, 'en')]).toEqual(['大桥', 'Bridge']);
  });

  it('are known for districts, zones and the groups beside them', () => {
    const names = (language: Language) =>
      ['east', 'harbour', 'unlocated'].map((id) => areaName(id, testDataset, language));
    expect(names('zh')).toEqual(['东市', '港区', '未定位']);
    expect(names('en')).toEqual(['East', 'Harbour', 'Not located']);
  });

  it('are known for the values of every facet', () => {
    const name = (facet: Parameters<typeof facetValueName>[0], value: string) =>
      facetValueName(facet, value, testDataset, 'en');
    expect(name('sector', 'transport')).toBe('Transport');
    expect(name('district', 'east')).toBe('East');
    expect(name('progress', 'under-way')).toBe('Under way');
    expect(name('items', 'plant')).toBe('Item plant');
    expect(name('kind', 'honour')).toBe('Honour or pilot');
    expect(name('year', '2022-plan')).toBe('Plan for 2022');
    expect(name('tags', 'marine')).toBe('Marine and shipbuilding');
    expect(name('investment', 'undisclosed')).toBe('Undisclosed');
    expect(name('precision', 'town')).toBe('Town');
    expect(name('section', 'works')).toBe('Works');
  });

  it('are known for everything that a facet offers, and differ within it', () => {
    for (const facet of facetIds) {
      for (const language of ['zh', 'en'] as const) {
        const offered = facetOptions(facet, testDataset).map(({ value }) => value);
        const names = offered.map((value) => facetValueName(facet, value, testDataset, language));
        expect([facet, new Set(names).size]).toEqual([facet, offered.length]);
        expect(names.filter((name) => offered.includes(name) && name !== '5g')).toEqual([]);
      }
    }
  });

  it('are the value itself where nothing is known by it', () => {
    for (const facet of facetIds) {
      for (const value of ['no-such', 'toString'])
        expect(facetValueName(facet, value, testDataset, 'zh')).toBe(value);
    }
  });

  it('of the facets are those by which they are known', () => {
    expect(optionFacetIds.map((facet) => zh.facets[facet])).toEqual([
      '领域',
      '辖区',
      '进展',
      '类别',
      '年份',
      '标签',
      '投资',
      '定位精度',
      '章节',
    ]);
  });

  it('of conditions say what they are about, and an item list is one condition', () => {
    const filters = {
      items: ['plant', 'quay'],
      precision: ['city'],
      district: ['city'],
      sector: ['transport', 'culture'],
      investment: ['undisclosed'],
    };
    expect(conditionNames(filters, testDataset, 'zh')).toEqual([
      { facet: 'sector', value: 'transport', label: '交通' },
      { facet: 'sector', value: 'culture', label: '文旅体育' },
      { facet: 'district', value: 'city', label: '全市' },
      { facet: 'investment', value: 'undisclosed', label: '投资：未披露' },
      { facet: 'precision', value: 'city', label: '定位精度：全市' },
      { facet: 'items', value: null, label: '指定事项 2' },
    ]);
    expect(conditionNames({}, testDataset, 'en')).toEqual([]);
  });
});

describe('distances', () => {
  it('are metres below a kilometre and kilometres from there on', () => {
    expect([300, 999, 1000, 1500, 12_345].map((meters) => formatMeters(meters, 'zh'))).toEqual([
      '300 米',
      '999 米',
      '1 公里',
      '1.5 公里',
      '12.3 公里',
    ]);
    expect([300, 1500].map((meters) => formatMeters(meters, 'en'))).toEqual(['300 m', '1.5 km']);
  });
});

describe('figures', () => {
  it('have value and unit as the report gives them', () => {
    const figure = testFigure({ value: 3.29, unit: '亿吨', unitEn: '100 million tonnes' });
    expect(formatFigure(figure, 'zh')).toMatchObject({ number: '3.29', unit: '亿吨' });
    expect(formatFigure(figure, 'en')).toMatchObject({ number: '3.29', unit: '100 million tonnes' });
  });

  it('are in Chinese the report’s own words where it writes the number in words, money too', () => {
    const words = testFigure({ value: 3, unit: '个', text: '三个' });
    expect(formatFigure(words, 'zh')).toMatchObject({ number: '三个', unit: '' });
    const money = testFigure({ value: 1000, unit: '亿元', text: '千亿元' });
    expect(formatFigure(money, 'zh')).toMatchObject({ number: '千亿元', unit: '' });
  });

  it('count money in English as English does, without changing the sum', () => {
    const english = (value: number) => {
      const { prefix, number, unit } = formatFigure(testFigure({ value }), 'en');
      return `${prefix}${number} ${unit}`;
    };
    expect([160, 95, 0.5, 6.5].map(english)).toEqual([
      'CNY 16 billion',
      'CNY 9.5 billion',
      'CNY 0.05 billion',
      'CNY 0.65 billion',
    ]);
  });
});
