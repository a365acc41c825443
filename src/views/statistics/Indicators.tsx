import { BookOpenText } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { formatFigure, nameIn } from '../../i18n/index.ts';
import type { Figure, Item, Mention } from '../../model/dataset.ts';
import { parseYearValue, yearValue } from '../../model/facets.ts';
import { mentionQuote } from '../../model/quotes.ts';
import { headlineIndicators, type IndicatorStatement } from '../../model/statistics/index.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FigureValue } from '../../ui/FigureValue.tsx';

/** The headline indicators, year by year, with their growth as the report gives it and a way to each quote. */
export function Indicators({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const selected = useAtlas((state) => state.view.item);
  const { select } = useAtlasStore().getState();
  const indicators = useMemo(() => headlineIndicators(items, dataset), [items, dataset]);
  const periods = [
    ...new Set(indicators.flatMap(({ statements }) => statements.map((each) => periodOf(each)))),
  ].sort();

  return (
    <section aria-labelledby="statistics-indicators">
      <h3 id="statistics-indicators">{t.statistics.indicators}</h3>
      {indicators.length === 0 ? (
        <p className="hint">{t.statistics.indicatorsEmpty}</p>
      ) : (
        <table className="indicators" aria-labelledby="statistics-indicators">
          <thead>
            <tr>
              <th scope="col">{t.statistics.indicator}</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  <PeriodName period={period} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map(({ item, statements }) => (
              <tr key={item.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-current={selected === item.id ? 'true' : undefined}
                    onClick={() => select(item.id, { reveal: true })}
                  >
                    {nameIn(item, language)}
                  </button>
                </th>
                {periods.map((period) => (
                  <td key={period}>
                    {statements
                      .filter((each) => periodOf(each) === period)
                      .map((statement) => (
                        <Statement
                          key={`${statement.mention.paragraph} ${statement.mention.start}`}
                          item={item}
                          statement={statement}
                        />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Years sort before the tense: a year is planned before it is looked back on. */
function periodOf({ year, tense }: IndicatorStatement): string {
  return yearValue(year, tense);
}

function PeriodName({ period }: { period: string }) {
  const t = useDictionary();
  const spoken = parseYearValue(period);
  return spoken && t[spoken.tense](spoken.year);
}

/** What one sentence says: its numbers, each with its growth, or its words where it gives none. */
function Statement({ item, statement: { mention, values } }: { item: Item; statement: IndicatorStatement }) {
  const reports = useAtlas((state) => state.dataset.reports);
  return (
    <div className="statement">
      {values.length === 0 ? (
        <p className="statement-words" lang="zh-CN">
          {mentionQuote(mention, reports)}
        </p>
      ) : (
        <dl>
          {values.map(({ value, growth }) => (
            <Fragment key={`${value?.label} ${growth?.label}`}>
              {value && <Stated figure={value} />}
              {growth && <Stated figure={growth} />}
            </Fragment>
          ))}
        </dl>
      )}
      <QuoteLink item={item} mention={mention} />
    </div>
  );
}

function Stated({ figure }: { figure: Figure }) {
  const language = useAtlas((state) => state.view.language);
  return (
    <div data-growth={figure.growth}>
      <dt>{language === 'zh' ? figure.label : figure.labelEn}</dt>
      <dd>
        <FigureValue figure={formatFigure(figure, language)} />
      </dd>
    </div>
  );
}

function QuoteLink({ item, mention }: { item: Item; mention: Mention }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const { readParagraph } = useAtlasStore().getState();
  const name = t.statistics.readQuote(nameIn(item, language), t[mention.tense](mention.year));
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      onClick={() => readParagraph(`${mention.report}/${mention.paragraph}`)}
    >
      <BookOpenText size="1em" aria-hidden="true" />
    </button>
  );
}
