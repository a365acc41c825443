/** The search on the data folder itself: what people type for the places and items that it names. */
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { buildSearchIndex, type SearchIndex, search } from '../../src/model/search/index.ts';
import { normalise } from '../../src/model/search/normalise.ts';
import { makeReader } from '../../src/model/search/readings.ts';
import { spokenTexts } from '../../src/model/search/spoken-texts.ts';
import { compile } from './compile.ts';
import { formatProblems } from './problem.ts';

let dataset: Dataset;
let towns: Parameters<typeof buildSearchIndex>[1];
let index: SearchIndex;

beforeAll(() => {
  const compiled = compile(fileURLToPath(new URL('..', import.meta.url)));
  if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
  dataset = compiled.dataset;
  towns = compiled.base.towns;
  index = buildSearchIndex(dataset, towns);
}, 120_000);

type Hits = ReturnType<typeof search>['items'];

/** Each hit's Han name, with what is highlighted in it in brackets. */
const named = (hits: Hits) =>
  hits.map(({ matches }) => {
    const { text, ranges } = matches.find(({ field }) => field === 'name') ?? { text: '', ranges: [] };
    return ranges.reduceRight(
      (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
  });
const areas = (typed: string) => named(search(index, typed).areas);
const items = (typed: string, limit = 1000) => search(index, typed, { limit }).items;
const idsOf = (hits: Hits) => hits.map(({ id }) => id);

describe('the readings', () => {
  it('read every name, alias, area, town and tag as it is read in context', () => {
    const { syllables, read } = makeReader(dataset.readings);
    const texts = [...new Set(spokenTexts(dataset, towns))];
    expect(texts.length).toBeGreaterThan(dataset.items.length);
    for (const shown of texts) {
      const { text, from } = normalise(shown);
      const inContext = pinyin(shown, { toneType: 'none', type: 'array', v: true });
      const units = [...shown].flatMap((character, at) => Array(character.length).fill(at) as number[]);
      const expected = from.map((at) =>
        /\p{Script=Han}/u.test(shown[at] ?? '') ? inContext[units[at] ?? 0] : '',
      );
      expect([text, [...read(text)].map((number) => syllables[number])]).toEqual([text, expected]);
    }
  });

  it('leave no Han character of them unread', () => {
    const known = new Set(Object.values(dataset.readings.characters).join(''));
    const unread = spokenTexts(dataset, towns)
      .flatMap((text) => [...text])
      .filter((character) => /\p{Script=Han}/u.test(character) && !known.has(character));
    expect(unread).toEqual([]);
  });
});

describe('places', () => {
  it.each([
    ['zhenjiang', '[镇江]市'],
    ['zj', '[镇江]市'],
    ['镇江', '[镇江]市'],
    ['dantu', '[丹徒]区'],
    ['dt', '[丹徒]区'],
    ['jurong', '[句容]市'],
    ['jur', '[句容]市'],
    ['jrs', '[句容市]'],
    ['句rong', '[句容]市'],
    ['yangzhong', '[扬中]市'],
    ['danyang', '[丹阳]市'],
    ['丹yang', '[丹阳]市'],
    ['jingkou', '[京口]区'],
    ['runzhou', '[润州]区'],
    ['dagang', '[大港]街道'],
    ['jianbi', '[谏壁]街道'],
    ['jianb', '[谏壁]街道'],
    ['句荣', '[句容]市'],
    ['shiqu', '[市区]'],
    ['quanshi', '[全市]'],
  ])('%s finds %s first', (typed, name) => {
    expect(areas(typed)[0]).toBe(name);
  });

  it('are found among others that begin so', () => {
    expect(areas('xinqu')).toContain('镇江[新区]');
    expect(areas('zhenjiang')).toEqual(expect.arrayContaining(['[镇江]新区', '[镇江]高新区']));
    expect(areas('gxq')).toContain('镇江[高新区]');
  });

  it('are not found by readings that their characters have elsewhere', () => {
    for (const typed of ['gourong', 'gour', 'yangchong', 'taigang', 'daigang', 'jianpi', 'dandu'])
      expect([typed, areas(typed)]).toEqual([typed, []]);
  });
});

describe('items', () => {
  it('are all found first by their whole name, in Han characters and in English', () => {
    const names = (name: string) => dataset.items.filter((item) => item.name === name).map(({ id }) => id);
    for (const { id, name, nameEn } of dataset.items) {
      expect([id, names(name)]).toEqual([id, idsOf(items(name, names(name).length))]);
      expect([id, idsOf(items(nameEn))]).toEqual([id, expect.arrayContaining([id])]);
    }
  });

  it('are all found by the pinyin and the initials of name and aliases', () => {
    const { syllables, read } = makeReader(dataset.readings);
    for (const { id, name, aliases } of dataset.items) {
      for (const each of [name, ...aliases]) {
        const { text } = normalise(each);
        const spoken = [...read(text)].map((number, at) => syllables[number] || (text[at] ?? ''));
        const typed = [spoken.join(''), spoken.map((syllable) => syllable.charAt(0)).join('')];
        for (const keys of typed)
          expect([id, keys, idsOf(items(keys))]).toEqual([id, keys, expect.arrayContaining([id])]);
      }
    }
  });

  it('have the name before the place before the quote', () => {
    const hits = items('句容');
    const fields = hits.map(({ matches: [match] }) => match?.field);
    const order = ['name', 'alias', 'english', 'place', 'tag', 'quote'];
    expect([...new Set(fields)]).toEqual(order.filter((field) => fields.includes(field as 'name')));
    expect(fields).toEqual(expect.arrayContaining(['name', 'place']));
    // Everything in the district is found by it.
    const inside = dataset.items.filter(({ districts }) => districts.includes('jurong')).map(({ id }) => id);
    expect(idsOf(hits)).toEqual(expect.arrayContaining(inside));
  });

  it('are narrowed down by a second word', () => {
    const hits = idsOf(items('danyang zhongxue'));
    expect(hits.length).toBeGreaterThan(0);
    const [place, school] = [idsOf(items('danyang')), idsOf(items('zhongxue'))];
    expect(hits.every((id) => place.includes(id) && school.includes(id))).toBe(true);
  });

  it('are found by what people call them', () => {
    expect(idsOf(items('wfs'))[0]).toBe('wufengshan-bridge');
    expect(idsOf(items('五峰山'))[0]).toBe('wufengshan-bridge');
    expect(idsOf(items('wufengshan'))).toContain('wufengshan-expressway');
    expect(named(items('wufengshandaqiao'))).not.toEqual([]);
  });
});

describe('the report', () => {
  it('is found by any sentence of it, with all its signs', () => {
    for (const { id, paragraphs } of dataset.reports) {
      for (const paragraph of paragraphs) {
        const [sentence = ''] = paragraph.text.match(/[^。]{4,60}/u) ?? [];
        const found = search(index, sentence, { limit: 1000 }).paragraphs;
        if (sentence !== '')
          expect(found.map(({ report, id: found }) => [report, found])).toContainEqual([id, paragraph.id]);
      }
    }
  });
});
