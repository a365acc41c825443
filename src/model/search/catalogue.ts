import type { Column } from './column.ts';
import { type Finder, makeFinder, type Span } from './match.ts';
import { bestRank, type ColumnId, fieldOf, notFound, type Step, steps } from './ranks.ts';
import type { Reader } from './readings.ts';
import { type Found, makeNotes, type Notes, Tally } from './tally.ts';
import { applies, narrows, type Word } from './word.ts';

/** Things of one group that are searched together, numbered from 0 in the order of the report. */
export interface Catalogue {
  size: number;
  columns: Partial<Record<ColumnId, Column>>;
  reader: Reader;
  /** Words that were searched to the end, with everything that holds them: a further letter looks only there. */
  recent: Recent[];
  /** Room for what a search notes of each thing, one byte for each note. */
  notes: Notes;
}

/** A catalogue of things whose texts are in columns already. */
export function makeCatalogue(size: number, columns: Catalogue['columns'], reader: Reader): Catalogue {
  return { size, columns, reader, recent: [], notes: makeNotes(size) };
}

interface Recent {
  word: Word;
  owners: Uint32Array;
}

/** Where a word stands in a thing: once, or in a long text wherever its own characters stand. */
export interface Standing {
  rank: number;
  column: Column;
  entry: number;
  spans: Span[];
}

/** A word with all ways of finding it in a catalogue, those with the best rank first. */
export interface Sought {
  word: Word;
  probes: Probe[];
}

interface Probe {
  step: Step;
  column: Column;
  finder: Finder;
}

/** Results of so many words are kept, if they are no longer than that. */
const mostRecent = 6;
const longestRecent = 2500;

/**
 * The best things that hold all the words, at most `limit`, by rank and then by number. A thing's rank is that of the
 * word that it holds worst. One word leads: wherever it is found the others are compared. It is looked for in the best
 * way first, and not in any worse way once enough is found.
 */
export function findAll(catalogue: Catalogue, words: readonly Sought[], limit: number): Found[] {
  if (limit < 1 || catalogue.size === 0) return [];
  const [leader, ...others] = rarestFirst(words, catalogue);
  if (!leader) return [];
  const tally = new Tally(catalogue.notes, limit, (owner, most) => {
    let worst = 0;
    for (const { probes } of others) {
      worst = Math.max(worst, rankIn(probes, owner, most));
      if (worst > most) break;
    }
    return worst;
  });
  const known = narrowest(catalogue, leader.word);
  let complete = true;
  if (known) for (const owner of known.owners) tally.add(owner, rankIn(leader.probes, owner));
  else complete = runThrough(leader.probes, tally, others.length === 0);
  if (complete) remember(catalogue, leader.word, tally.owners(longestRecent));
  return tally.best();
}

/** Prepares the search for a word, once for all things. */
export function seek({ columns, reader }: Catalogue, word: Word): Sought {
  const probes = steps.flatMap((step) => {
    const column = columns[step.column];
    if (!column || !applies(step, word)) return [];
    return [{ step, column, finder: makeFinder(step.method, column, word, reader.syllables) }];
  });
  return { word, probes };
}

/**
 * Searches all columns, each in one go. False if it left something out, since enough was found that is better.
 * `alone`: there are no other words, so that whatever is found counts.
 */
function runThrough(probes: readonly Probe[], tally: Tally, alone: boolean): boolean {
  let complete = true;
  for (const [number, probe] of probes.entries()) {
    const best = bestRank(probe.step);
    if (tally.upTo(best - 1) >= tally.limit) return false;
    const next = probes[number + 1];
    const { byRank, whole } = collect(probe, tally, alone);
    complete &&= whole;
    for (const rank of [...byRank.keys()].sort((a, b) => a - b)) {
      if (tally.addAll(byRank.get(rank) ?? [], rank)) continue;
      complete = false;
      if (!next || rank < bestRank(next.step)) return false;
      break;
    }
  }
  return complete;
}

/** The owners of everything that one probe finds, by rank, as far as they were not found better before. */
function collect({ step, column, finder }: Probe, tally: Tally, alone: boolean) {
  const { begins, ownersOf, shared } = column;
  const end = column.text.length;
  const best = bestRank(step);
  const enough = alone && !shared ? tally.limit : Number.POSITIVE_INFINITY;
  const byRank = new Map<number, number[]>();
  let [entry, inBest] = [0, 0];
  for (let from = 1; finder.find(from, end); from = begins[entry + 1] ?? end) {
    while ((begins[entry + 1] ?? end) <= finder.start) entry += 1;
    const rank = rankOf(step, column, entry, finder);
    const owners = byRank.get(rank) ?? [];
    byRank.set(rank, owners);
    const last = ownersOf.begins[entry + 1] ?? 0;
    for (let at = ownersOf.begins[entry] ?? 0; at < last; at += 1) {
      const owner = ownersOf.values[at] ?? 0;
      if (!tally.wouldImprove(owner, rank) || owners.at(-1) === owner) continue;
      owners.push(owner);
      if (rank === best) inBest += 1;
    }
    // Whatever is found further on is no better, and stands behind.
    if (inBest >= enough) return { byRank, whole: false };
  }
  if (shared) for (const owners of byRank.values()) owners.sort((a, b) => a - b);
  return { byRank, whole: true };
}

function rankOf({ rank }: Step, { begins }: Column, entry: number, { start, end }: Span): number {
  if (start !== begins[entry]) return rank.within;
  return end === (begins[entry + 1] ?? 0) - 1 ? rank.exact : rank.start;
}

/** The best rank that a thing earns; `notFound` if none. Ranks beyond `most` may be given as not found. */
function rankIn(probes: readonly Probe[], owner: number, most = notFound): number {
  let best: number = notFound;
  for (const { step, column, finder } of probes) {
    if (bestRank(step) >= best || bestRank(step) > most) break;
    const { begins, entriesOf } = column;
    const last = entriesOf.begins[owner + 1] ?? 0;
    for (let at = entriesOf.begins[owner] ?? 0; at < last; at += 1) {
      const entry = entriesOf.values[at] ?? 0;
      if (finder.find(begins[entry] ?? 0, (begins[entry + 1] ?? 0) - 1))
        best = Math.min(best, rankOf(step, column, entry, finder));
    }
  }
  return best;
}

/** What a thing is called, in both languages: whatever else holds a word, it is marked there, too. */
const names: readonly ColumnId[] = ['name', 'english'];

/** Where a word stands in a thing: where it earns the best rank, and in its names, the best first. */
export function placesIn(sought: Sought, owner: number): Standing[] {
  const best = bestIn(sought.probes, owner);
  if (!best) return [];
  const inNames = names
    .filter((id) => id !== best.column.id)
    .flatMap(
      (id) =>
        bestIn(
          sought.probes.filter(({ column }) => column.id === id),
          owner,
        ) ?? [],
    );
  return [best, ...inNames.sort((a, b) => a.rank - b.rank)];
}

function bestIn(probes: readonly Probe[], owner: number): Standing | null {
  let best: Standing | null = null;
  for (const { step, column, finder } of probes) {
    if (best && bestRank(step) >= best.rank) break;
    const { begins, entriesOf } = column;
    for (const entry of entriesOf.values.subarray(entriesOf.begins[owner], entriesOf.begins[owner + 1])) {
      const until = (begins[entry + 1] ?? 0) - 1;
      if (!finder.find(begins[entry] ?? 0, until)) continue;
      const rank = rankOf(step, column, entry, finder);
      if (best && rank >= best.rank) continue;
      const spans = [{ start: finder.start, end: finder.end }];
      while (isRepeated(step) && finder.find(finder.end, until))
        spans.push({ start: finder.start, end: finder.end });
      best = { rank, column, entry, spans };
    }
  }
  return best;
}

/** Long texts show every place where the very characters stand. */
function isRepeated({ method, column }: Step): boolean {
  const field = fieldOf[column];
  return method === 'literal' && (field === 'text' || field === 'quote');
}

/** So many things are looked at to tell how often a word is found. */
const sampleSize = 48;

/** The word that is found least in a sample leads; among equals the longer one. */
function rarestFirst<T extends { word: Word; probes: Probe[] }>(
  words: readonly T[],
  { size }: Catalogue,
): T[] {
  if (words.length < 2) return [...words];
  const stride = Math.max(1, Math.floor(size / sampleSize));
  const counted = words.map((each) => {
    let count = 0;
    for (let owner = 0; owner < size; owner += stride) if (rankIn(each.probes, owner) < notFound) count += 1;
    return { each, count };
  });
  return counted
    .sort((a, b) => a.count - b.count || b.each.word.text.length - a.each.word.text.length)
    .map(({ each }) => each);
}

function narrowest({ recent }: Catalogue, word: Word): Recent | null {
  const usable = recent.filter((former) => narrows(word, former.word));
  return usable.reduce<Recent | null>(
    (least, each) => (least && least.owners.length <= each.owners.length ? least : each),
    null,
  );
}

function remember(catalogue: Catalogue, word: Word, owners: Uint32Array | null): void {
  if (!owners) return;
  const others = catalogue.recent.filter(
    (former) => former.word.text !== word.text || former.word.phrase !== word.phrase,
  );
  catalogue.recent = [{ word, owners }, ...others].slice(0, mostRecent);
}
