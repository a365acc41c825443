import { mapCredits } from '../../src/drawing/credits.ts';
import { stillMap } from '../../src/drawing/still-map.ts';
import { escapeText } from '../../src/drawing/still-map-svg.ts';
import type { BaseLayers } from '../../src/model/base-layers.ts';
import { type Dataset, latestReport, reportDates } from '../../src/model/dataset.ts';
import { groupItems, listedItems } from '../../src/model/grouping.ts';
import { itemSections } from './item-sections.ts';
import { itemsPageName, type ListLinks, listAnchor, listLinks } from './list-links.ts';

/** The words on the pages that are made at build time; the interface's dictionary has them all. */
export interface PageTexts {
  title: string;
  stamp(dates: readonly string[]): string;
  map: string;
  items: string;
  mapNote: string;
  reviewNumber: string;
  reviewNumberNone: string;
  groupMark(count: number): string;
  review(year: number): string;
  plan(year: number): string;
  still: {
    items(count: number): string;
    noScript: string;
    list: string;
    toMap: string;
    toTop: string;
    openData: string;
  };
  aboutText: { geojson: string; csv: string; reportJson: string };
}

/** What the pages say, in one language. */
export interface PageWords {
  /** The language tag of the pages. */
  lang: string;
  texts: PageTexts;
  /** The name of a district or of a group of areas. */
  areaName(id: string, dataset: Dataset): string;
  /** The official map review number, or empty: then the page says that there is none. */
  reviewNumber(): string;
}

/** What must stand beside every picture of the map: date, caveat, review number, credits. */
export function mapNotes(dataset: Dataset, { texts, reviewNumber }: PageWords): string[] {
  const number = reviewNumber();
  return [
    texts.stamp(reportDates(dataset)),
    texts.mapNote,
    number ? `${texts.reviewNumber}${number}` : texts.reviewNumberNone,
    mapCredits,
  ];
}

/**
 * What `index.html` shows before any script, and without: title, stamp, the areas with their numbers of items, and the
 * still picture. It stands on the app's own grid, beside the app's root element; the app takes the picture over and the
 * rest away. Picture and areas lead to the list of all items, which a single file holds for browsers without scripts.
 */
export function firstPicture(
  base: BaseLayers,
  dataset: Dataset,
  words: PageWords,
  links: ListLinks = listLinks('beside'),
): string {
  const { texts } = words;
  const report = latestReport(dataset);
  const groups = groupItems(dataset.items, 'district', dataset.city);
  // In the order of the list, as the app gives them to the live map: grouping depends on it.
  const picture = stillMap(
    base,
    { ...dataset, items: listedItems(dataset, {}, 'district') },
    {
      label: texts.map,
      hrefOf: (id) => links.hrefOf(links.item(id)),
      groupName: texts.groupMark,
    },
  );
  const areas = groups.map(
    ({ id, items }) =>
      `<li><a href="${escapeText(links.hrefOf(links.area(id)))}">${escapeText(words.areaName(id, dataset))} <span>${items.length}</span></a></li>`,
  );
  const isInside = links.place === 'inside';
  const button = `<a class="quiet-button" href="${isInside ? `#${listAnchor}` : `./${itemsPageName}`}">${escapeText(texts.still.list)}</a>`;
  const list = () => `<div id="${listAnchor}">${itemSections(dataset, words, links).join('\n')}</div>`;
  const notes = mapNotes(dataset, words).map((note) => `<span>${escapeText(note)}</span>`);
  return `<div class="shell first-picture" id="first-picture">
<header class="top-bar">
<h1>${escapeText(texts.title)}<small>${escapeText(report.title)}</small></h1>
<p class="stamp">${escapeText(texts.stamp(reportDates(dataset)))}</p>
<div class="top-actions">${isInside ? `<noscript>${button}</noscript>` : button}</div>
</header>
<main>
<nav class="first-list sheet" aria-label="${escapeText(texts.items)}">
<h2>${escapeText(texts.still.items(dataset.items.length))}</h2>
<noscript><p class="hint">${escapeText(texts.still.noScript)}</p></noscript>
<ul>${areas.join('')}</ul>
${isInside ? `<noscript>${list()}</noscript>` : ''}
</nav>
<div class="map-panel"><figure class="still-map" id="still-map"><div class="still-frame">${picture}</div>
<figcaption class="map-legend"><span class="legend-notes">${notes.join('')}</span></figcaption></figure></div>
</main>
</div>`;
}
