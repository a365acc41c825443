import type { Dataset, Item, LngLat, Mention, Paragraph, Report } from '../src/model/dataset.ts';

/**
 * So many items with paragraphs to match, made of a real dataset: names are pieces of real names put together, quotes are sentences of the real
 * report, so that characters, syllables and words are as frequent as they are.
 */
export function syntheticDataset(dataset: Dataset, count: number): Dataset {
  const random = makeRandom(count);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const halves = dataset.items.flatMap(({ name }) => [
    name.slice(0, Math.ceil(name.length / 2)),
    name.slice(Math.ceil(name.length / 2)),
  ]);
  const words = dataset.items.flatMap(({ nameEn }) => nameEn.split(' '));
  const sentences = dataset.reports.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => text.split(/(?<=[。；，])/u)).filter((text) => text.length > 5),
  );
  const [model] = dataset.reports as [Report];
  const paragraphs: Paragraph[] = [];
  const items = Array.from({ length: count }, (_, number): Item => {
    const like = pick(dataset.items);
    // Five items to a paragraph, each with two sentences of its own.
    if (number % 5 === 0)
      paragraphs.push({ ...(model.paragraphs[0] as Paragraph), id: `p${paragraphs.length + 1}`, text: '' });
    const paragraph = paragraphs.at(-1) as Paragraph;
    const start = paragraph.text.length;
    paragraph.text += pick(sentences) + pick(sentences);
    const mention: Mention = {
      ...(like.mentions[0] as Mention),
      report: model.id,
      paragraph: paragraph.id,
      start,
      end: paragraph.text.length,
    };
    return {
      ...like,
      id: `item-${number}`,
      name: pick(halves) + pick(halves),
      nameEn: Array.from({ length: 4 }, () => pick(words)).join(' '),
      aliases: random() < 0.4 ? [pick(halves) + pick(halves)] : [],
      mentions: [mention],
    };
  });
  return { ...dataset, items, reports: [{ ...model, paragraphs }] };
}

/** So many items, each a point of its own somewhere in the city's box: what a map has to draw, without the words. */
export function scatteredItems({ items, city }: Dataset, count: number): Item[] {
  const random = makeRandom(count);
  const [west, south, east, north] = city.bounds;
  return Array.from({ length: count }, (_, number): Item => {
    const like = items[number % items.length] as Item;
    const label: LngLat = [west + random() * (east - west), south + random() * (north - south)];
    return {
      ...like,
      id: `item-${number}`,
      place: { ...like.place, label, geometry: null, ribbon: null, radiusMeters: null, precision: 'site' },
    };
  });
}

/** A generator of numbers in [0, 1) that gives the same ones every time (Mulberry32, public domain, T. Ettinger). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
