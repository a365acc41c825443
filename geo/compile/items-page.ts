import { escapeText } from '../../src/drawing/still-map-svg.ts';
import { type Dataset, type Item, latestReport } from '../../src/model/dataset.ts';
import { groupItems } from '../../src/model/grouping.ts';
import { mentionQuote } from '../../src/model/quotes.ts';
import { progresses, sectors, type Term } from '../../src/model/vocabulary.ts';
import { areaAnchor, mapNotes, type PageWords } from './first-picture-page.ts';
import { styleHash } from './first-picture-style.ts';

/**
 * The list of all items as a page of its own, without scripts: by area, each with the first words that the report says
 * of it. It is what the still picture leads to, and what a person without JavaScript reads. Every text of the data is
 * escaped. `style` is the page's one style sheet.
 */
export function itemsPage(dataset: Dataset, words: PageWords, style: string): string {
  const { texts } = words;
  const report = latestReport(dataset);
  const groups = groupItems(dataset.items, 'district', dataset.city);
  const contents = groups.map(
    ({ id, items }) =>
      `<li><a href="#${escapeText(encodeURIComponent(areaAnchor(id)))}">${escapeText(words.areaName(id, dataset))} <span>${items.length}</span></a></li>`,
  );
  const sections = groups.map(
    ({ id, items }) => `<section>
<h2 id="${escapeText(areaAnchor(id))}">${escapeText(words.areaName(id, dataset))} <span>${items.length}</span></h2>
${items.map((item) => itemEntry(item, dataset)).join('\n')}
<p class="up"><a href="#top">${escapeText(texts.still.toTop)}</a></p>
</section>`,
  );
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
<p class="stamp">${escapeText(texts.stamp(report.date))}</p>
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

function itemEntry(item: Item, dataset: Dataset): string {
  const [first] = item.mentions;
  const subsectors: Record<string, Term> = sectors[item.sector].subsectors;
  const facts = [sectors[item.sector].zh, subsectors[item.subsector]?.zh, progresses[item.progress].zh];
  const report = dataset.reports.find(({ id }) => id === first?.report);
  const quote = first
    ? `<blockquote><p>${escapeText(mentionQuote(first, dataset.reports))}</p><footer>${escapeText(report?.title ?? '')}</footer></blockquote>`
    : '';
  return `<article id="${escapeText(item.id)}"><h3>${escapeText(item.name)}</h3><p class="facts">${escapeText(facts.filter(Boolean).join(' · '))}</p>${quote}</article>`;
}
