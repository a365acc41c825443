import type { Figure, Item, Mention, Paragraph } from '../dataset.ts';

/** A mention with the item that it is about. */
export interface ItemMention {
  item: Item;
  mention: Mention;
}

/** A stretch of a paragraph that is one in every respect: who is mentioned in it, whether it is a figure or a hit. */
export interface Passage {
  text: string;
  start: number;
  /** The items whose quotes hold it, the shortest quote first. */
  items: readonly string[];
  /** Part of a figure that the data hold. */
  figure: boolean;
  /** Part of what is searched for: the number of the hit in this paragraph, or null. */
  hit: number | null;
  /** The source was cut in two before it. */
  cut: boolean;
  /** The items whose quotes end with it, in the order of their quotes. */
  ending: readonly string[];
}

interface Span {
  start: number;
  end: number;
}

/** The mentions of all items by paragraph (`report/paragraph`), in the order in which they stand in the text. */
export function mentionsByParagraph(items: readonly Item[]): ReadonlyMap<string, readonly ItemMention[]> {
  const byParagraph = new Map<string, ItemMention[]>();
  for (const item of items) {
    for (const mention of item.mentions) {
      const key = `${mention.report}/${mention.paragraph}`;
      const list = byParagraph.get(key) ?? [];
      list.push({ item, mention });
      byParagraph.set(key, list);
    }
  }
  for (const list of byParagraph.values())
    list.sort((a, b) => a.mention.start - b.mention.start || a.mention.end - b.mention.end);
  return byParagraph;
}

/** Where a word stands in a text; hits do not overlap. An empty word stands nowhere. */
export function hitsIn(text: string, word: string): Span[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return [];
  const spans: Span[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length });
  return spans;
}

/**
 * A paragraph in passages that follow each other and make up its whole text.
 *
 * @param mentions those of this paragraph
 * @param hits spans to be marked as found
 */
export function passagesOf(
  paragraph: Paragraph,
  mentions: readonly ItemMention[],
  hits: readonly Span[] = [],
): Passage[] {
  const { text, cuts } = paragraph;
  const figures = mentions.flatMap(({ mention }) =>
    mention.figures.flatMap((figure) => figureSpan(figure, mention, text) ?? []),
  );
  const spans: readonly Span[] = [...mentions.map(({ mention }) => mention), ...figures, ...hits];
  const edges = new Set([0, text.length, ...cuts, ...spans.flatMap(({ start, end }) => [start, end])]);
  const offsets = [...edges].filter((offset) => offset >= 0 && offset <= text.length).sort((a, b) => a - b);
  const holds = (span: Span, start: number) => span.start <= start && span.end > start;
  return offsets.slice(0, -1).map((start, index): Passage => {
    const end = offsets[index + 1] ?? text.length;
    const around = mentions
      .filter(({ mention }) => holds(mention, start))
      .sort((a, b) => a.mention.end - a.mention.start - (b.mention.end - b.mention.start));
    const hit = hits.findIndex((span) => holds(span, start));
    return {
      text: text.slice(start, end),
      start,
      items: around.map(({ item }) => item.id),
      figure: figures.some((span) => holds(span, start)),
      hit: hit < 0 ? null : hit,
      cut: cuts.includes(start),
      ending: mentions.filter(({ mention }) => mention.end === end).map(({ item }) => item.id),
    };
  });
}

/** Where the words of a figure stand in its mention's quote: as the report writes it, or number and unit. */
function figureSpan(figure: Figure, mention: Mention, text: string): Span | null {
  const quote = text.slice(mention.start, mention.end);
  const writings = figure.text
    ? [figure.text]
    : [
        `${figure.value}${figure.unit}`,
        `${Math.abs(figure.value)}${figure.unit}`,
        String(Math.abs(figure.value)),
      ];
  for (const writing of writings) {
    const at = quote.indexOf(writing);
    // Not the tail or the head of a longer number.
    const isWhole =
      !/\d$/u.test(quote.slice(0, Math.max(0, at))) && !/^[\d.]/u.test(quote.slice(at + writing.length));
    if (at >= 0 && isWhole) return { start: mention.start + at, end: mention.start + at + writing.length };
  }
  return null;
}
