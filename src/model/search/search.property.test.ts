import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { testCity, testDataset, testItem, testMention, testReport } from '../../testing/atlas.ts';
import { type NaiveThing, naiveSearch } from '../../testing/naive-search.ts';
import type { Dataset, Item, Readings } from '../dataset.ts';
import { tags } from '../vocabulary.ts';
import { excerpt, type Hit, search } from './index.ts';
import { normalise, normalText } from './normalise.ts';
import { makeReader } from './readings.ts';
import { buildSearchIndex } from './search-index.ts';

/** More of them by `SEARCH_RUNS=20 npx vitest run src/model/search`. */
const runs = (usual: number) => usual * Number(process.env.SEARCH_RUNS ?? 1);

/** Syllables that run into each other: an·a, a·na; zh and z; a word read otherwise. */
const readings: Readings = {
  characters: { a: '甲', an: '乙昂', ang: '丙', na: '丁', zhan: '戊', zhang: '己', shi: '庚' },
  words: { 甲丁: 'ang a', 己庚庚: 'zhang shi zha' },
};
const noTowns: FeatureCollection = { type: 'FeatureCollection', features: [] };
const han = fc.constantFrom(...'甲乙昂丙丁戊己庚未');
const name = fc.string({
  unit: fc.oneof({ weight: 6, arbitrary: han }, fc.constantFrom(...'aN1 ·')),
  minLength: 1,
  maxLength: 6,
});
const english = fc
  .array(fc.string({ unit: fc.constantFrom(...'anzh1'), minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));
const quotes = ['大桥合龙', '道路贯通！新厂', '重点工程。大桥'].map((quote) => testMention('p1', quote));

/** Also with so many items that the long columns are searched, which is done otherwise than in short ones. */
const copies = fc.constantFrom(1, 1, 1, 20);
const limits = fc.constantFrom(1, 2, 5, 40, 1000);

const dataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    fc.array(
      fc.record({
        name,
        nameEn: english,
        aliases: fc.array(name, { maxLength: 2 }),
        districts: fc.subarray(['west', 'middle', 'east']),
        tags: fc.subarray(['5g', 'grand-canal'] as const),
        mentions: fc.subarray(quotes, { minLength: 1 }),
      }),
      { maxLength: 12 },
    ),
    copies,
  )
  .map(([items, times]) => ({
    ...testDataset,
    city: {
      ...testCity,
      districts: testCity.districts.map((district, at) => ({ ...district, name: `${'甲乙丙'[at]}区` })),
    },
    readings,
    items: Array.from({ length: times }, () => items)
      .flat()
      .map((item, number) => testItem(`item-${number}`, item as Partial<Item>)),
  }));

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'anngzhsi'), minLength: 1, maxLength: 7 }),
  fc.string({ unit: fc.oneof(han, fc.constantFrom(...'anzs1')), minLength: 1, maxLength: 4 }),
  fc.constantFrom('大桥', '5G', 'grand', '区', 'west', '全市'),
);
const query = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

const things = ({ items, city }: Dataset): NaiveThing[] =>
  items.map((item) => {
    const areas = [...city.districts, ...city.zones].filter(
      ({ id }) => item.districts.includes(id) || item.zone === id,
    );
    return {
      id: item.id,
      texts: {
        name: [item.name],
        alias: item.aliases,
        english: [item.nameEn],
        place: areas.map((area) => area.name),
        placeEnglish: areas.map((area) => area.nameEn),
        tag: item.tags.map((tag) => tags[tag].zh),
        tagEnglish: item.tags.map((tag) => tags[tag].en),
        quote: item.mentions.map(({ start, end }) => testReport.paragraphs[0]?.text.slice(start, end) ?? ''),
      },
    };
  });

const idsAndRanks = (hits: readonly Hit[]) => hits.map(({ id, rank }) => ({ id, rank }));

describe('a search', () => {
  it('finds what comparing every word with every text at every position finds, in the same order', () => {
    fc.assert(
      fc.property(dataset, query, limits, (data, typed, limit) => {
        const { items } = search(buildSearchIndex(data, noTowns), typed, { limit });
        expect(idsAndRanks(items)).toEqual(naiveSearch(things(data), typed, readings).slice(0, limit));
      }),
      { numRuns: runs(300) },
    );
  }, 60_000);

  it('finds the same whatever was typed before', () => {
    fc.assert(
      fc.property(
        dataset,
        fc.array(query, { minLength: 1, maxLength: 3 }),
        limits,
        (data, queries, limit) => {
          const index = buildSearchIndex(data, noTowns);
          const fresh = buildSearchIndex(data, noTowns);
          for (const typed of queries) {
            for (let length = 1; length <= typed.length; length += 1) {
              const part = typed.slice(0, length);
              for (const { catalogue } of [fresh.items, fresh.areas, fresh.paragraphs]) catalogue.recent = [];
              expect(search(index, part, { limit })).toEqual(search(fresh, part, { limit }));
            }
          }
        },
      ),
      { numRuns: runs(60) },
    );
  }, 60_000);

  it('highlights stretches of the shown text that are what was typed, or sound like it', () => {
    const { read, syllables } = makeReader(readings);
    const spokenOf = (text: string): Spoken[] => {
      const normal = normalText(text);
      return [...read(normal)].map((number, at) => {
        const unit = normal[at] ?? '';
        return { unit, syllable: syllables[number] || unit };
      });
    };
    fc.assert(
      fc.property(dataset, word, (data, typed) => {
        const found = search(buildSearchIndex(data, noTowns), typed, { limit: 100 });
        for (const { matches } of [...found.items, ...found.areas, ...found.paragraphs]) {
          for (const { text, ranges } of matches) {
            expectInOrder(text, ranges);
            const { from } = normalise(text);
            // Readings depend on what stands around, so the whole text is read.
            const spoken = spokenOf(text);
            const isTyped = ranges.map(([start, end]) =>
              canBeTyped(
                spoken.filter((_, at) => (from[at] ?? 0) >= start && (from[at] ?? 0) < end),
                spokenOf(typed),
              ),
            );
            expect([text, ranges, typed, isTyped]).toEqual([text, ranges, typed, ranges.map(() => true)]);
          }
        }
      }),
      { numRuns: runs(150) },
    );
  }, 60_000);

  it('throws on nothing that can be typed', () => {
    const index = buildSearchIndex({ ...testDataset, readings }, noTowns);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' })),
        (typed) => {
          const { items, areas, paragraphs } = search(index, typed);
          if (normalText(typed) === '') expect([items, areas, paragraphs]).toEqual([[], [], []]);
          for (const { matches } of [...items, ...areas, ...paragraphs])
            for (const { text, ranges } of matches) expectInOrder(text, ranges);
        },
      ),
    );
  }, 60_000);
});

describe('an excerpt', () => {
  it('keeps the first highlighted stretch whole, and every kept one in its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 60 }),
        (pieces, length) => {
          // Every second piece is highlighted.
          const text = pieces.join('');
          const ends = pieces.map((_, at) => pieces.slice(0, at + 1).join('').length);
          const ranges = pieces.flatMap((piece, at): [number, number][] =>
            at % 2 === 1 ? [[(ends[at] ?? 0) - piece.length, ends[at] ?? 0]] : [],
          );
          const short = excerpt({ field: 'text', text, ranges }, length);
          expectInOrder(short.text, short.ranges);
          const [[start, end] = [0, 0]] = ranges;
          const [[shortStart, shortEnd] = [0, 0]] = short.ranges;
          expect(short.text.slice(shortStart, shortEnd)).toBe(text.slice(start, end));
          expect(short.text.length).toBeLessThanOrEqual(Math.max(length, end - start) + 4);
          expect(text).toContain(short.text.replace(/^…/u, '').replace(/…$/u, ''));
        },
      ),
    );
  }, 60_000);
});

function expectInOrder(text: string, ranges: readonly (readonly [number, number])[]): void {
  expect(ranges.length).toBeGreaterThan(0);
  let last = -1;
  for (const [start, end] of ranges) {
    expect(start).toBeGreaterThan(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

/** A unit of a text, and the syllable that it is read as; a letter or digit is read as itself. */
interface Spoken {
  unit: string;
  syllable: string;
}

/** Whether what is shown can be typed so: each unit by itself, by one that sounds like it, or by first letters. */
function canBeTyped(shown: readonly Spoken[], typed: readonly Spoken[]): boolean {
  const [first, ...others] = shown;
  if (!first) return typed.length === 0;
  const next = typed[0];
  if (next && (next.unit === first.unit || next.syllable === first.syllable))
    if (canBeTyped(others, typed.slice(1))) return true;
  return Array.from({ length: first.syllable.length }, (_, at) => at + 1).some(
    (length) =>
      typed
        .slice(0, length)
        .map(({ unit }) => unit)
        .join('') === first.syllable.slice(0, length) && canBeTyped(others, typed.slice(length)),
  );
}
