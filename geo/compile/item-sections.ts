import { escapeText } from '../../src/drawing/still-map-svg.ts';
import type { Dataset, Item } from '../../src/model/dataset.ts';
import { groupItems } from '../../src/model/grouping.ts';
import { mentionQuote } from '../../src/model/quotes.ts';
import { progresses, sectors, type Term } from '../../src/model/vocabulary.ts';
import type { ListLinks } from './list-links.ts';

/**
 * All items as sections of HTML, one for each area, each item with the first words that the report says of it; headings
 * and items have the anchors of these links. Every text of the data is escaped. `end` closes each section.
 */
export function itemSections(
  dataset: Dataset,
  areaName: (id: string, dataset: Dataset) => string,
  links: ListLinks,
  end = '',
): string[] {
  return groupItems(dataset.items, 'district', dataset.city).map(
    ({ id, items }) => `<section>
<h2 id="${escapeText(links.area(id))}">${escapeText(areaName(id, dataset))} <span>${items.length}</span></h2>
${items.map((item) => itemEntry(item, dataset, links)).join('\n')}
${end}</section>`,
  );
}

function itemEntry(item: Item, dataset: Dataset, links: ListLinks): string {
  const [first] = item.mentions;
  const subsectors: Record<string, Term> = sectors[item.sector].subsectors;
  const facts = [sectors[item.sector].zh, subsectors[item.subsector]?.zh, progresses[item.progress].zh];
  const report = dataset.reports.find(({ id }) => id === first?.report);
  const quote = first
    ? `<blockquote><p>${escapeText(mentionQuote(first, dataset.reports))}</p><footer>${escapeText(report?.title ?? '')}</footer></blockquote>`
    : '';
  return `<article id="${escapeText(links.item(item.id))}"><h3>${escapeText(item.name)}</h3><p class="facts">${escapeText(facts.filter(Boolean).join(' · '))}</p>${quote}</article>`;
}
