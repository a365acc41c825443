import { escapeText } from '../../src/drawing/still-map-svg.ts';
import { type Dataset, latestReport, reportDates } from '../../src/model/dataset.ts';
import { groupItems } from '../../src/model/grouping.ts';
import { mapNotes, type PageWords } from './first-picture-page.ts';
import { styleHash } from './first-picture-style.ts';
import { itemSections } from './item-sections.ts';
import { listLinks } from './list-links.ts';

/**
 * The list of all items as a page of its own, without scripts: by area, each with all that the reports say
 * of it. It is what the still picture leads to, and what a person without JavaScript reads. Every text of the data is
 * escaped. `style` is the page's one style sheet.
 */
export function itemsPage(dataset: Dataset, words: PageWords, style: string): string {
  const { texts } = words;
  const report = latestReport(dataset);
  const links = listLinks('beside');
  const groups = groupItems(dataset.items, 'district', dataset.city);
  const contents = groups.map(
    ({ id, items }) =>
      `<li><a href="#${escapeText(encodeURIComponent(links.area(id)))}">${escapeText(words.areaName(id, dataset))} <span>${items.length}</span></a></li>`,
  );
  const up = `<p class="up"><a href="#top">${escapeText(texts.still.toTop)}</a></p>\n`;
  const sections = itemSections(dataset, words, links, up);
  const data = [
    ['data/items.csv', texts.aboutText.csv],
    ['data/items.geojson', texts.aboutText.geojson],
    ['data/report.json', texts.aboutText.reportJson],
  ].map(([file, name = '']) => `<a href="./${file}">${escapeText(name)}</a>`);
  const notes = mapNotes(dataset, words).map((note) => `<span>${escapeText(note)}</span>`);
  return `<!doctype html>
<html lang="${escapeText(words.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; style-src ${styleHash(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<title>${escapeText(`${texts.still.list} · ${texts.title}`)}</title>
<style>${style}</style>
</head>
<body id="top">
<header>
<p><a href="./index.html">${escapeText(texts.still.toMap)}</a></p>
<h1>${escapeText(texts.title)}<small>${escapeText(report.title)}</small></h1>
<p class="stamp">${escapeText(texts.stamp(reportDates(dataset)))}</p>
<nav aria-label="${escapeText(texts.still.list)}"><ul>${contents.join('')}</ul></nav>
</header>
<main>
${sections.join('\n')}
</main>
<footer>
<p>${escapeText(texts.still.openData)}${data.join(' · ')}</p>
<p class="notes">${notes.join('')}</p>
</footer>
</body>
</html>
`;
}
