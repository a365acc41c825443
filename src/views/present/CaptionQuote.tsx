import { titleIn } from '../../i18n/index.ts';
import type { SceneQuote } from '../../model/dataset.ts';
import { glanceLength, quotedWords } from '../../model/decks/scene-quote.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { SpokenText } from './SpokenText.tsx';

/** The report's own words in a caption, with the number of their paragraph. Long ones are cut: the report holds them. */
export function CaptionQuote({ quote }: { quote: SceneQuote }) {
  const t = useDictionary();
  const reports = useAtlas((state) => state.dataset.reports);
  const language = useAtlas((state) => state.view.language);
  const words = quotedWords(quote, reports);
  const report = reports.length > 1 && reports.find(({ id }) => id === quote.report);
  if (!words) return null;
  return (
    <figure className="caption-quote">
      <blockquote lang="zh-CN" data-long={words.text.length > glanceLength || undefined}>
        <SpokenText text={words.text} />
      </blockquote>
      <figcaption>
        {t.onStage.quoteFrom(words.paragraph, report ? titleIn(report, language) : null)}
      </figcaption>
    </figure>
  );
}
