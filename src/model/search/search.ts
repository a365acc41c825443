import { findAll, placesIn, type Sought, seek } from './catalogue.ts';
import { type Match, matchesOf } from './matches.ts';
import type { Group, HitKind, SearchIndex, Target } from './search-index.ts';
import type { Found } from './tally.ts';
import { parseQuery, type Query } from './word.ts';

/** One thing that a search found. */
export interface Hit extends Target {
  what: HitKind;
  /** 0 is the best; hits of equal rank stand in the order of the report. */
  rank: number;
  /**
   * Where the words stand, the best first; never empty. The thing's own name and its English name are always among them
   * if a word stands there, so that whichever is shown can be marked.
   */
  matches: Match[];
}

/** What a search found, in the groups in which it is shown: 事项, 辖区, 报告段落. */
export interface SearchResult {
  items: Hit[];
  areas: Hit[];
  paragraphs: Hit[];
}

/** So many hits of each group are given, unless told otherwise. */
const usualLimit = 20;

/**
 * Searches for what someone typed: Han characters, pinyin, initials, English, or a mixture. All words must be found.
 * At most `limit` hits in each group, the best first; the cost of a search grows with `limit`. An empty query finds nothing.
 */
export function search(
  index: SearchIndex,
  typed: string,
  { limit = usualLimit }: { limit?: number } = {},
): SearchResult {
  const query = parseQuery(typed, index.reader);
  const hits = (group: Group) => (query ? searchGroup(group, query, limit) : []);
  return { items: hits(index.items), areas: hits(index.areas), paragraphs: hits(index.paragraphs) };
}

function searchGroup({ catalogue, targets }: Group, query: Query, limit: number): Hit[] {
  const words = query.words.map((word) => seek(catalogue, word));
  const phrase = query.phrase ? [seek(catalogue, query.phrase)] : [];
  const found = [words, phrase].flatMap((held) =>
    held.length > 0 ? findAll(catalogue, held, limit).map((each) => ({ ...each, held })) : [],
  );
  return better(found)
    .slice(0, limit)
    .flatMap(({ owner, rank, held }) => {
      const target = targets[owner];
      return target
        ? [{ ...target, rank, matches: matchesOf(held.flatMap((word) => placesIn(word, owner))) }]
        : [];
    });
}

type FoundBy = Found & { held: Sought[] };

/** Each thing once, with its better rank, by rank and order. */
function better(found: readonly FoundBy[]): FoundBy[] {
  const kept = new Map<number, FoundBy>();
  for (const each of found) {
    const other = kept.get(each.owner);
    if (!other || each.rank < other.rank) kept.set(each.owner, each);
  }
  return [...kept.values()].sort((a, b) => a.rank - b.rank || a.owner - b.owner);
}
