import { BookOpenText } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { nameIn, termIn, titleIn } from '../../i18n/index.ts';
import type { Item } from '../../model/dataset.ts';
import { promiseBoard } from '../../model/statistics/index.ts';
import { markSymbol } from '../../model/symbols.ts';
import { progresses, tags } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';

/** The numbered promises as a board: each in the report's words, with those of its items that are listed. */
export function PromiseBoard({ items }: { items: readonly Item[] }) {
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const promises = useMemo(() => promiseBoard(items, dataset), [items, dataset]);
  if (promises.length === 0) return null;
  return (
    <section aria-labelledby="statistics-promises">
      <h3 id="statistics-promises">{termIn(tags['ten-promises'], language)}</h3>
      {dataset.reports.map((report) => {
        const own = promises.filter((promise) => promise.report === report.id);
        if (own.length === 0) return null;
        return (
          <Fragment key={report.id}>
            {/* Each report numbers its own. */}
            {dataset.reports.length > 1 && <h4>{titleIn(report, language)}</h4>}
            <Promises promises={own} />
          </Fragment>
        );
      })}
    </section>
  );
}

/** The promises of one report, in its order. */
function Promises({ promises }: { promises: ReturnType<typeof promiseBoard> }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const selected = useAtlas((state) => state.view.item);
  const { select, hover, readParagraph } = useAtlasStore().getState();
  return (
    <ol className="promises">
      {promises.map(({ report, ordinal, paragraph, text, promised, total }) => (
        <li key={`${report} ${paragraph}`} data-outside={promised.length === 0 || undefined}>
          <p className="promise-words" lang="zh-CN">
            <b className="ordinal">{ordinal}</b>
            {withoutNumber(text)}
          </p>
          <ul>
            {promised.map(({ item, mention }) => (
              <li key={`${item.id} ${mention.start}`}>
                <button
                  type="button"
                  className="promise-item"
                  aria-current={selected === item.id ? 'true' : undefined}
                  onClick={() => select(item.id, { reveal: true })}
                  onPointerEnter={() => hover(item.id)}
                  onPointerLeave={() => hover(null)}
                >
                  <MarkIcon symbol={markSymbol(item)} size={1.5} />
                  <span>{nameIn(item, language)}</span>
                  <span className="hint">{termIn(progresses[item.progress], language)}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className="promise-foot hint">
            {t.statistics.promised(new Set(promised.map(({ item }) => item)).size, total)}
            <button
              type="button"
              className="icon-button"
              aria-label={t.statistics.readPromise(ordinal)}
              title={t.statistics.readPromise(ordinal)}
              onClick={() => readParagraph(`${report}/${paragraph}`)}
            >
              <BookOpenText size="1em" aria-hidden="true" />
            </button>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** A numbered paragraph without its printed number, which the board sets apart. */
function withoutNumber(text: string): string {
  return text.replace(/^\d+[.．、]/u, '');
}
