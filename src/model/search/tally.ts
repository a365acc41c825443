import { notFound } from './ranks.ts';

/** By number of a thing: the rank of the leading word, the worst of the other words, and the rank with all words. */
export interface Notes {
  leading: Uint8Array;
  others: Uint8Array;
  combined: Uint8Array;
}

/** Something found, by its number, with its rank: 0 is the best. */
export interface Found {
  owner: number;
  rank: number;
}

/** The other words have not been looked for in a thing yet. */
const unknown = 255;

/** Room for notes on so many things. */
export function makeNotes(size: number): Notes {
  return { leading: new Uint8Array(size), others: new Uint8Array(size), combined: new Uint8Array(size) };
}

/** Keeps the best rank of everything that a search finds, and tells when enough is found. */
export class Tally {
  /** By rank: how many things have it with all words. */
  private readonly counts = new Uint32Array(notFound + 1);
  /** The rank with which the limit is reached so far: whatever has a worse one is not needed. */
  private worstNeeded = notFound;

  /**
   * Takes the notes over, which are used again and again. `worstOfOthers` gives the rank of the other words in a thing;
   * beyond `most` it need not be right.
   */
  constructor(
    private readonly notes: Notes,
    readonly limit: number,
    private readonly worstOfOthers: (owner: number, most: number) => number,
  ) {
    notes.leading.fill(notFound);
    notes.others.fill(unknown);
    notes.combined.fill(notFound);
  }

  /** Whether the leading word was not found in this thing yet, or worse. */
  wouldImprove(owner: number, rank: number): boolean {
    return rank < (this.notes.leading[owner] ?? notFound);
  }

  /** Notes that a thing holds the leading word with this rank. */
  add(owner: number, rank: number): void {
    if (!this.wouldImprove(owner, rank)) return;
    const { leading, combined } = this.notes;
    leading[owner] = rank;
    if (rank > this.worstNeeded) return;
    const former = combined[owner] ?? notFound;
    const now = Math.max(rank, this.worst(owner));
    if (now >= former) return;
    combined[owner] = now;
    if (former < notFound) this.counts[former] = (this.counts[former] ?? 0) - 1;
    this.counts[now] = (this.counts[now] ?? 0) + 1;
    while (now < this.worstNeeded && this.upTo(this.worstNeeded - 1) >= this.limit) this.worstNeeded -= 1;
  }

  /** Adds things, in their order, that have one rank. False if it left some out: the limit is reached without them. */
  addAll(owners: readonly number[], rank: number): boolean {
    const better = this.upTo(rank - 1);
    // Those of this rank found before may stand behind, so only new ones count.
    const before = this.counts[rank] ?? 0;
    for (const owner of owners) {
      if (better + (this.counts[rank] ?? 0) - before >= this.limit) return false;
      this.add(owner, rank);
    }
    return true;
  }

  /** How many things have a rank as good as this or better. */
  upTo(rank: number): number {
    let sum = 0;
    for (let each = 0; each <= rank; each += 1) sum += this.counts[each] ?? 0;
    return sum;
  }

  /** Everything that holds the leading word, in order; null if it is more than `most`. */
  owners(most: number): Uint32Array | null {
    const owners: number[] = [];
    const { leading } = this.notes;
    for (let owner = 0; owner < leading.length; owner += 1) {
      if (leading[owner] === notFound) continue;
      if (owners.length === most) return null;
      owners.push(owner);
    }
    return Uint32Array.from(owners);
  }

  /** What was found, by rank and then by number, at most the limit. */
  best(): Found[] {
    const { combined } = this.notes;
    let last = 0;
    while (last < notFound - 1 && this.upTo(last) < this.limit) last += 1;
    const found: Found[] = [];
    let ofLast = 0;
    for (let owner = 0; owner < combined.length; owner += 1) {
      const rank = combined[owner] ?? notFound;
      if (rank > last || rank === notFound || (rank === last && ofLast === this.limit)) continue;
      if (rank === last) ofLast += 1;
      found.push({ owner, rank });
    }
    return found.sort((a, b) => a.rank - b.rank || a.owner - b.owner).slice(0, this.limit);
  }

  private worst(owner: number): number {
    const { others } = this.notes;
    const known = others[owner] ?? unknown;
    if (known !== unknown) return known;
    const worst = this.worstOfOthers(owner, this.worstNeeded);
    others[owner] = worst;
    return worst;
  }
}
