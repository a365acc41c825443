import { escapeText } from '../../src/drawing/still-map-svg.ts';
import type { Dataset, Item, Mention } from '../../src/model/dataset.ts';
import { groupItems } from '../../src/model/grouping.ts';
import { mentionQuote } from '../../src/model/quotes.ts';
import { progresses, sectors, type Term } from '../../src/model/vocabulary.ts';
import type { ListLinks } from './list-links.ts';

/** What the sections say that is no data. */
export interface SectionWords {
  /** The name of a district or of a group of areas. */
  areaName(id: string, dataset: Dataset): string;
  texts: { review(year: number): string; plan(year: number): string };
}

/**
 * All items as sections of HTML, one for each area, each item with all that the reports say of it, by year; headings
 * and items have the anchors of these links. Every text of the data is escaped. `end` closes each section.
 */
export function itemSections(dataset: Dataset, words: SectionWords, links: ListLinks, end = ''): string[] {
  return groupItems(dataset.items, 'district', dataset.city).map(
    ({ id, items }) => `<section>
<h2 id="${escapeText(links.area(id))}">${escapeText(words.areaName(id, dataset))} <span>${items.length}</span></h2>
${items.map((item) => itemEntry(item, dataset, words, links)).join('\n')}
${end}</section>`,
  );
}

function itemEntry(item: Item, dataset: Dataset, words: SectionWords, links: ListLinks): string {
  const subsectors: Record<string, Term> = sectors[item.sector].subsectors;
  const facts = [sectors[item.sector].zh, subsectors[item.subsector]?.zh, progresses[item.progress].zh];
  const quotes = item.mentions.map((mention) => quoteEntry(mention, dataset, words));
  return `<article id="${escapeText(links.item(item.id))}"><h3>${escapeText(item.name)}</h3><p class="facts">${escapeText(facts.filter(Boolean).join(' · '))}</p>${quotes.join('')}</article>`;
}

/** A quote with the period it speaks of and what it says of the progress: the item's own is that of the last one. */
function quoteEntry(mention: Mention, { reports }: Dataset, { texts }: SectionWords): string {
  const report = reports.find(({ id }) => id === mention.report);
  const source = [texts[mention.tense](mention.year), progresses[mention.progress].zh, report?.title];
  return `<blockquote><p>${escapeText(mentionQuote(mention, reports))}</p><footer>${escapeText(source.filter(Boolean).join(' · '))}</footer></blockquote>`;
}
