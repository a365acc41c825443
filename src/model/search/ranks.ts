/** Where a search finds something 搜索范围. A quote is a mention's; the text is a paragraph's. */
export type SearchFieldId = 'name' | 'alias' | 'english' | 'place' | 'tag' | 'quote' | 'text';

/**
 * How a word is compared with a text:
 * - `literal`: the same characters;
 * - `words`: English from the beginning of a word; `inside`: English within a word;
 * - `pinyin`: character by character the whole syllable (`zhenjiang`, 句容xian), the last one as far as it is typed;
 * - `initials`: the first letter of each syllable (`zj`); `mixed`: either, and zh, ch, sh (`zhenj`, `zhj`, 五fs);
 * - `homophone`: Han characters that sound the same (句荣 for 句容).
 */
export type Method = 'literal' | 'words' | 'inside' | 'pinyin' | 'initials' | 'mixed' | 'homophone';

/** Where in a text a match lies: it is the whole, at its beginning, or further on. */
export type Position = 'exact' | 'start' | 'within';

/** One way of finding something, with the rank it earns by position; 0 is the best. */
export interface Step {
  /** The column that is searched. Place and tag have two: their Han names, and their English ones. */
  column: ColumnId;
  method: Method;
  rank: Record<Position, number>;
}

export type ColumnId = SearchFieldId | 'placeEnglish' | 'tagEnglish';

/** The field that a column belongs to. */
export const fieldOf: Record<ColumnId, SearchFieldId> = {
  name: 'name',
  alias: 'alias',
  english: 'english',
  place: 'place',
  placeEnglish: 'place',
  tag: 'tag',
  tagEnglish: 'tag',
  quote: 'quote',
  text: 'text',
};

/**
 * The order of hits: each line is better than the next, and what one line says is alike. Name goes before alias before
 * English before place and tag before quote; what was typed before what sounds like it; the beginning before the middle.
 */
const order: readonly string[][] = [
  ['name literal exact', 'text literal exact'],
  ['name literal start', 'text literal start'],
  ['name literal within', 'text literal within'],
  ['alias literal exact'],
  ['alias literal start'],
  ['alias literal within'],
  ['english words exact'],
  ['english words start'],
  ['english words within'],
  ['name pinyin exact'],
  ['name pinyin start'],
  ['name pinyin within'],
  ['alias pinyin exact', 'alias pinyin start'],
  ['alias pinyin within'],
  ['name initials exact'],
  ['name initials start'],
  ['name initials within'],
  ['alias initials exact', 'alias initials start'],
  ['alias initials within'],
  ['name mixed exact', 'name mixed start'],
  ['name mixed within'],
  ['alias mixed exact', 'alias mixed start'],
  ['alias mixed within'],
  ['english inside within'],
  // A place or a tag belongs to many: which part of its name was typed does not order them.
  ['place literal', 'placeEnglish words'],
  ['tag literal', 'tagEnglish words'],
  ['place pinyin'],
  ['tag pinyin'],
  ['place initials'],
  ['tag initials'],
  ['quote literal'],
  ['name homophone exact', 'name homophone start'],
  ['name homophone within'],
  ['alias homophone exact', 'alias homophone start'],
  ['alias homophone within'],
  ['place homophone'],
];

/** The rank of what is not found. */
export const notFound = order.length;

/** All ways of finding something, those with the best chance first. */
export const steps: readonly Step[] = collectSteps();

function collectSteps(): Step[] {
  const found = new Map<string, Step>();
  for (const [rank, line] of order.entries()) {
    for (const words of line) {
      const [column, method, position] = words.split(' ') as [ColumnId, Method, Position | undefined];
      const key = `${column} ${method}`;
      const step = found.get(key) ?? {
        column,
        method,
        rank: { exact: notFound, start: notFound, within: notFound },
      };
      for (const each of position ? [position] : (['exact', 'start', 'within'] as const))
        step.rank[each] = rank;
      found.set(key, step);
    }
  }
  return [...found.values()];
}

/** The best rank that a step can earn. */
export function bestRank({ rank }: Step): number {
  return Math.min(rank.exact, rank.start, rank.within);
}
