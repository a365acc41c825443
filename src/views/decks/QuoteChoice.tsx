import { useId } from 'react';
import type { Dataset, Scene, SceneQuote } from '../../model/dataset.ts';
import { quotedWords } from '../../model/decks/scene-quote.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';

/** The words of the report under a scene: one of those about the item that the scene selects, or none. */
export function QuoteChoice({
  scene,
  onChoose,
}: {
  scene: Scene;
  onChoose: (quote: SceneQuote | null) => void;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const group = useId();
  const quotes = quotesFor(scene, dataset);
  const chosen = scene.quote && keyOf(scene.quote);
  return (
    <fieldset className="quote-choice">
      <legend>{t.decks.quote}</legend>
      {quotes.length === 0 ? (
        <p className="hint">{t.decks.quoteHint}</p>
      ) : (
        <>
          <label className="choice">
            <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} />
            {t.decks.noQuote}
          </label>
          {quotes.map((quote) => (
            <label key={keyOf(quote)} className="choice quoted">
              <input
                type="radio"
                name={group}
                checked={chosen === keyOf(quote)}
                onChange={() => onChoose(quote)}
              />
              <q lang="zh-CN">{quotedWords(quote, dataset.reports)?.text}</q>
            </label>
          ))}
        </>
      )}
    </fieldset>
  );
}

/** What may be quoted: the mentions of the scene's item, and what the scene quotes already. */
function quotesFor({ view, quote }: Scene, dataset: Dataset): SceneQuote[] {
  const item = dataset.items.find(({ id }) => id === view.item);
  const mentions = (item?.mentions ?? []).map(
    ({ report, paragraph, start, end }): SceneQuote => ({ report, paragraph, start, end }),
  );
  const all = quote ? [...mentions, quote] : mentions;
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

function keyOf({ report, paragraph, start, end }: SceneQuote): string {
  return `${report}/${paragraph} ${start} ${end}`;
}
