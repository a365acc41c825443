import { type ReactNode, useId, useMemo } from 'react';
import { formatHundredMillion, nameIn, termIn } from '../../i18n/index.ts';
import { areaName } from '../../i18n/naming.ts';
import { cityAreas } from '../../model/areas.ts';
import { type AreaSummary, compareAreas } from '../../model/statistics/index.ts';
import { sectorSymbol } from '../../model/symbols.ts';
import { type ProgressId, progresses, type SectorId, sectors } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FigureValue } from '../../ui/FigureValue.tsx';
import { sectorHue } from '../../ui/hue.ts';
import { MarkIcon, ProgressIcon } from '../../ui/MarkIcon.tsx';
import { formatShare } from './share.ts';

/** Asks which other district or zone is to stand beside this one. */
export function CompareWith({ area: id, other }: { area: string; other: string | null }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const { compareWith } = useAtlasStore().getState();
  const field = useId();
  return (
    <p className="compare-with">
      <label htmlFor={field}>{t.districtCard.compareWith}</label>
      <select
        id={field}
        value={other ?? ''}
        onChange={({ target }) => compareWith(target.value === '' ? null : target.value)}
      >
        <option value="">{t.districtCard.compareNone}</option>
        {cityAreas(dataset.city)
          .filter((area) => area.id !== id)
          .map((area) => (
            <option key={area.id} value={area.id}>
              {'within' in area && '└ '}
              {nameIn(area, language)}
            </option>
          ))}
      </select>
    </p>
  );
}

/** Two areas side by side, each row a number of both. The rows filter, and the second one's name leads to it. */
export function AreaComparison({ area, other }: { area: string; other: string }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const filters = useAtlas((state) => state.view.filters);
  const { browseArea, compareWith, toggle } = useAtlasStore().getState();
  const summaries = useMemo(() => compareAreas(dataset.items, [area, other]), [dataset, area, other]);
  const [name, otherName] = [areaName(area, dataset, language), areaName(other, dataset, language)];
  const most = Math.max(1, ...summaries.flatMap(({ bySector }) => bySector.map(({ count }) => count)));
  const row = (key: string, head: ReactNode, cell: (summary: AreaSummary) => ReactNode) => (
    <tr key={key}>
      <th scope="row">{head}</th>
      {summaries.map((summary) => (
        <td key={summary.area}>{cell(summary)}</td>
      ))}
    </tr>
  );
  const filter = (facet: 'sector' | 'progress', value: string, mark: ReactNode, label: string) => (
    <button
      type="button"
      className="compared-filter"
      aria-pressed={filters[facet]?.includes(value) ?? false}
      onClick={() => toggle(facet, value)}
    >
      {mark}
      {label}
    </button>
  );
  return (
    <table className="compared" aria-label={t.districtCard.comparison(name, otherName)}>
      <thead>
        <tr>
          <td />
          <th scope="col">{name}</th>
          <th scope="col">
            <button
              type="button"
              className="link"
              aria-label={t.districtCard.turnTo(otherName)}
              title={t.districtCard.turnTo(otherName)}
              onClick={() => {
                compareWith(area);
                browseArea(other);
              }}
            >
              {otherName}
            </button>
          </th>
        </tr>
      </thead>
      <tbody>
        {row('items', t.districtCard.comparedItems, ({ items }) => (
          <b>{items}</b>
        ))}
        {row('share', t.districtCard.comparedShare, ({ share }) => formatShare(share))}
        {row('investment', t.districtCard.comparedInvestment, ({ investment, statingInvestment }) =>
          statingInvestment === 0 ? '—' : <FigureValue figure={formatHundredMillion(investment, language)} />,
        )}
        {row('silent', t.districtCard.comparedSilent, ({ notStatingInvestment }) => notStatingInvestment)}
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={3} className="compared-group">
            {t.districtCard.bySector}
          </th>
        </tr>
        {valuesIn(Object.keys(sectors), summaries, 'bySector').map((sector) =>
          row(
            sector,
            filter(
              'sector',
              sector,
              <MarkIcon symbol={sectorSymbol(sector as SectorId)} size={1.25} />,
              termIn(sectors[sector as SectorId], language),
            ),
            ({ bySector }) => (
              <CountBar count={countOf(bySector, sector)} most={most} sector={sector as SectorId} />
            ),
          ),
        )}
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={3} className="compared-group">
            {t.districtCard.byProgress}
          </th>
        </tr>
        {valuesIn(Object.keys(progresses), summaries, 'byProgress').map((progress) =>
          row(
            progress,
            filter(
              'progress',
              progress,
              <ProgressIcon progress={progress as ProgressId} size={1.25} />,
              termIn(progresses[progress as ProgressId], language),
            ),
            ({ byProgress }) => countOf(byProgress, progress),
          ),
        )}
      </tbody>
    </table>
  );
}

/** A number after its bar; there is no bar for nothing. */
function CountBar({ count, most, sector }: { count: number; most: number; sector: SectorId }) {
  return (
    <span className="compared-count" style={sectorHue(sector)}>
      <span className="bar-track">
        {count > 0 && <span className="bar" style={{ width: `${(count / most) * 100}%` }} />}
      </span>
      {count}
    </span>
  );
}

type Counts = 'bySector' | 'byProgress';

/** The ids of which any of the areas has an item, in their order. */
function valuesIn(ids: readonly string[], summaries: readonly AreaSummary[], counts: Counts): string[] {
  return ids.filter((id) => summaries.some((summary) => countOf(summary[counts], id) > 0));
}

function countOf(counts: AreaSummary[Counts], id: string): number {
  return counts.find((entry) => entry.id === id)?.count ?? 0;
}
