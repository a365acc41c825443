import { dictionary, notesIn, textIn, titleIn } from '../i18n/index.ts';
import { type Dataset, type Deck, reportDates, type SceneQuote, type SceneRole } from '../model/dataset.ts';
import { sectionPath } from '../model/quotes.ts';
import type { Language } from '../model/view.ts';

/** The words of a report on a page, and where they stand. */
export interface HandoutQuote {
  /** Verbatim, in the report's own language. */
  text: string;
  /** Report, headings and paragraph. */
  source: string;
}

/** One scene as it is handed out. */
export interface HandoutPage {
  role: SceneRole;
  title: string;
  text: string;
  quote: HandoutQuote | null;
  /** What a speaker says: paragraphs parted by line feeds; empty for nothing. */
  notes: string;
}

/** A deck as it is handed out: what slides and printed pages say, in one language. */
export interface Handout {
  title: string;
  language: Language;
  /** The date that everything is as of: “据 … 报告”. */
  stamp: string;
  /** What stands under every map: the caveat, the review number or that there is none, the credits. */
  mapLines: string[];
  pages: HandoutPage[];
}

/** Makes a deck's handout. `mapLines` are what must stand under every map. */
export function handoutOf(
  deck: Deck,
  dataset: Dataset,
  language: Language,
  mapLines: readonly string[],
): Handout {
  return {
    title: printable(titleIn(deck, language)),
    language,
    stamp: dictionary(language).stamp(reportDates(dataset)),
    mapLines: mapLines.map(printable),
    pages: deck.scenes.map((scene) => ({
      role: scene.role,
      title: printable(titleIn(scene, language)),
      text: printable(textIn(scene, language)),
      quote: scene.quote && quoteOf(scene.quote, dataset, language),
      notes: printable(notesIn(scene, language)),
    })),
  };
}

/** The quote of a scene with its address; null where the dataset has no such paragraph any more. */
function quoteOf(quote: SceneQuote, dataset: Dataset, language: Language): HandoutQuote | null {
  const report = dataset.reports.find(({ id }) => id === quote.report);
  const paragraph = report?.paragraphs.find(({ id }) => id === quote.paragraph);
  const text = paragraph?.text.slice(quote.start, quote.end) ?? '';
  if (!report || !paragraph || text === '') return null;
  const headings = sectionPath(report, paragraph.section).map((section) => titleIn(section, language));
  const lead = language === 'zh' ? [paragraph.lead].filter(Boolean) : [];
  const source = dictionary(language).exports.quoteSource(
    titleIn(report, language),
    [...headings, ...lead],
    paragraph.id,
  );
  return { text: printable(text), source: printable(source) };
}

/** A text without what no XML document may hold: control characters and halves of characters. Line ends become line feeds. */
export function printable(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: just these are not allowed in XML 1.0
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  );
}
