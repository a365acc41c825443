import type { Dataset, Item } from '../model/dataset.ts';
import type { DeckWords, WordsByLanguage } from '../model/decks/generated.ts';
import { mentionQuote } from '../model/quotes.ts';
import type { Language } from '../model/view.ts';
import { type ProgressId, progresses, type SectorId, sectors } from '../model/vocabulary.ts';
import { dictionary, formatFigure, nameIn, termIn } from './index.ts';
import { areaName, conditionNames } from './naming.ts';

/** So many items are named in a line; the rest is counted. */
const namedInLine = 4;

/** The words of generated decks in both languages. */
export function deckWords(dataset: Dataset): WordsByLanguage {
  return { zh: wordsIn('zh', dataset), en: wordsIn('en', dataset) };
}

function wordsIn(language: Language, dataset: Dataset): DeckWords {
  const t = dictionary(language).generatedDeck;
  const progressName = (id: ProgressId) => termIn(progresses[id], language);
  const counted = <Id extends string>(
    items: readonly Item[],
    ids: readonly Id[],
    read: (item: Item) => Id,
    name: (id: Id) => string,
  ) =>
    ids.flatMap((id) => {
      const count = items.filter((item) => read(item) === id).length;
      return count > 0 ? [t.counted(name(id), count)] : [];
    });
  const sectorIds = Object.keys(sectors) as SectorId[];
  const progressIds = Object.keys(progresses) as ProgressId[];
  const byProgress = (items: readonly Item[]) =>
    counted(items, progressIds, (item) => item.progress, progressName);
  return {
    area: (id) => areaName(id, dataset, language),
    sector: (id) => termIn(sectors[id], language),
    item: (item) => nameIn(item, language),
    filters: (filters) =>
      conditionNames(filters, dataset, language)
        .map(({ label }) => label)
        .reduce((all, label) => (all ? t.part(all, label) : label), '') || t.all,
    deck: {
      summary: (items) => {
        const bySector = counted(
          items,
          sectorIds,
          (item) => item.sector,
          (id) => termIn(sectors[id], language),
        );
        // One sector alone says nothing new: then it is told how far things are.
        return t.summary(items.length, bySector.length > 1 ? bySector : byProgress(items));
      },
      progress: (items) =>
        t.groups(
          progressIds.flatMap((id) => {
            const names = items
              .filter(({ progress }) => progress === id)
              .map((item) => nameIn(item, language));
            const named = names.slice(0, namedInLine);
            return names.length > 0 ? [t.group(progressName(id), named, names.length - named.length)] : [];
          }),
        ),
      single: (item) => {
        const figures = (item.mentions.at(-1)?.figures ?? []).slice(0, 3).map((figure) => {
          const { prefix, number, unit } = formatFigure(figure, language);
          const label = language === 'zh' ? figure.label : figure.labelEn;
          return `${label} ${prefix}${number}${unit ? ` ${unit}` : ''}`;
        });
        return t.single([progressName(item.progress), ...figures]);
      },
      notes: (items) =>
        items
          .map((item) => {
            const mention = item.mentions.at(-1);
            const quote = mention ? mentionQuote(mention, dataset.reports) : '';
            return t.note(nameIn(item, language), progressName(item.progress), quote);
          })
          .join('\n'),
      part: t.part,
      closing: t.closing,
      closingText: (items) =>
        t.closingText(byProgress(items), items.filter(({ place }) => place.label === null).length),
    },
  };
}
