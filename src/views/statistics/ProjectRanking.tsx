import { useMemo } from 'react';
import { formatFigure, formatHundredMillion, nameIn } from '../../i18n/index.ts';
import { areaName } from '../../i18n/naming.ts';
import type { Item } from '../../model/dataset.ts';
import { areasOf } from '../../model/facets.ts';
import { rankedProjects, summarise } from '../../model/statistics/index.ts';
import { measures } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FigureValue } from '../../ui/FigureValue.tsx';
import { sectorHue } from '../../ui/hue.ts';

/** The projects whose total investment the report states, largest first; how many state none is said beside it. */
export function ProjectRanking({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const selected = useAtlas((state) => state.view.item);
  const choosesSilent = useAtlas((state) => state.view.filters.investment)?.join() === 'undisclosed';
  const { select, hover, choose } = useAtlasStore().getState();
  const ranked = useMemo(() => rankedProjects(items), [items]);
  const silent = useMemo(() => summarise(items).notStatingInvestment, [items]);
  const rows = ranked.map(({ rank, item, figure }) => ({
    rank,
    item,
    figure,
    name: nameIn(item, language),
    areas: areasOf(item)
      .map((area) => areaName(area, dataset, language))
      .join(language === 'zh' ? '、' : ', '),
    sum: formatFigure(figure, language),
  }));
  const most = Math.max(1, ...ranked.map(({ figure }) => figure.value));
  const together = formatHundredMillion(
    ranked.reduce((sum, { figure }) => sum + figure.value, 0),
    language,
  );

  return (
    <section aria-labelledby="statistics-ranking">
      <h3 id="statistics-ranking">{t.statistics.ranking}</h3>
      <p className="ranking-basis">
        <span>
          {ranked.length > 0
            ? t.statistics.rankingBasis(
                ranked.length,
                `${together.prefix}${together.number} ${together.unit}`,
              )
            : t.statistics.rankingEmpty}
        </span>
        {silent > 0 && (
          <button
            type="button"
            className="link"
            aria-pressed={choosesSilent}
            onClick={() => choose('investment', choosesSilent ? [] : ['undisclosed'])}
          >
            {t.statistics.undisclosed(silent)}
          </button>
        )}
      </p>
      {rows.length > 0 && (
        <>
          <ol className="ranking">
            {rows.map(({ rank, item, figure, name, areas, sum }) => (
              <li key={item.id}>
                <button
                  type="button"
                  aria-current={selected === item.id ? 'true' : undefined}
                  onClick={() => select(item.id, { reveal: true })}
                  onPointerEnter={() => hover(item.id)}
                  onPointerLeave={() => hover(null)}
                >
                  <span className="rank">{rank}</span>
                  <span className="ranking-name">
                    {name} <span className="hint">{areas}</span>
                  </span>
                  <span className="ranking-sum">
                    <FigureValue figure={sum} />
                  </span>
                  <span className="bar-track">
                    <span
                      className="bar"
                      style={{ ...sectorHue(item.sector), width: `${(figure.value / most) * 100}%` }}
                    />
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <details>
            <summary>{t.statistics.dataTable}</summary>
            <table className="plain" aria-labelledby="statistics-ranking">
              <thead>
                <tr>
                  <th scope="col">{t.statistics.rank}</th>
                  <th scope="col">{t.statistics.project}</th>
                  <th scope="col">{t.facets.district}</th>
                  <th scope="col">{measures['investment-total'][language]}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ rank, item, name, areas, sum }) => (
                  <tr key={item.id}>
                    <td>{rank}</td>
                    <th scope="row">{name}</th>
                    <td>{areas}</td>
                    <td>
                      <FigureValue figure={sum} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
      <p className="hint">{t.statistics.rankingNote}</p>
    </section>
  );
}
