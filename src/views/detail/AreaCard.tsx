import { formatHundredMillion, nameIn, termIn } from '../../i18n/index.ts';
import { cityAreas } from '../../model/areas.ts';
import type { Item } from '../../model/dataset.ts';
import { areasOf } from '../../model/facets.ts';
import { type AreaSummary, summariseArea } from '../../model/statistics/index.ts';
import { type ProgressId, progresses, type SectorId, sectors } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FigureValue } from '../../ui/FigureValue.tsx';
import { sectorHue } from '../../ui/hue.ts';
import { ProgressIcon } from '../../ui/MarkIcon.tsx';
import { AreaComparison, CompareWith } from './AreaComparison.tsx';
import { DetailBar } from './DetailBar.tsx';
import { formatShare } from './share.ts';

/** A district's or zone's card: what the report holds for it, counted and stated. */
export function AreaCard({ area: id }: { area: string }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const compare = useAtlas((state) => state.view.compare);
  const { browseArea } = useAtlasStore().getState();
  const { city } = dataset;
  const areas = cityAreas(dataset.city);
  const index = areas.findIndex((candidate) => candidate.id === id);
  const area = areas[index];
  if (!area) return null;

  const name = nameIn(area, language);
  const items = dataset.items.filter((item) => areasOf(item).includes(id));
  const summary = summariseArea(dataset.items, id);
  const crossing = items.filter((item) => item.districts.length > 1);
  const wide = items.filter((item) => item.place.precision === 'district' && item.districts.length === 1);
  const zones = city.zones.filter((zone) => zone.within === id);
  const zone = city.zones.find((candidate) => candidate.id === id);
  const host = city.districts.find((district) => district.id === zone?.within);
  // Stepping on, one may come upon the other itself; it stands beside the next one again.
  const other = compare !== id && areas.some((candidate) => candidate.id === compare) ? compare : null;
  const go = (steps: number) => browseArea(areas[(index + steps + areas.length) % areas.length]?.id ?? null);

  return (
    <section className="detail area-card" aria-label={t.districtCard.label(name)} tabIndex={-1}>
      <DetailBar
        previous={{ label: t.districtCard.previous, go: () => go(-1) }}
        next={{ label: t.districtCard.next, go: () => go(1) }}
        position={t.positionInList(index + 1, areas.length)}
        onClose={() => browseArea(null)}
      />
      <header className="area-head">
        <h2>{name}</h2>
        <p className="big-number">
          <b>{summary.items}</b> <span>{t.districtCard.itemsUnit(summary.items)}</span>
        </p>
        <p className="hint">{t.districtCard.share(formatShare(summary.share))}</p>
        <p className="hint">{t.districtCard.unfiltered}</p>
      </header>
      {zone && host && <p className="hint">{t.districtCard.within(nameIn(host, language))}</p>}
      <CompareWith area={id} other={other} />
      {other ? <AreaComparison area={id} other={other} /> : <AreaNumbers summary={summary} />}
      <ItemLinks title={t.districtCard.crossing} items={crossing} />
      <ItemLinks title={t.districtCard.wide} items={wide} />
      {zones.length > 0 && (
        <section aria-labelledby="area-zones">
          <h3 id="area-zones">{t.districtCard.zones}</h3>
          <ul className="links">
            {zones.map((inside) => (
              <li key={inside.id}>
                <button type="button" className="link" onClick={() => browseArea(inside.id)}>
                  {nameIn(inside, language)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

/** The stated investment of an area, and its items by sector and by progress, to be filtered by. */
function AreaNumbers({ summary }: { summary: AreaSummary }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const chosenSectors = useAtlas((state) => state.view.filters.sector) ?? [];
  const chosenProgress = useAtlas((state) => state.view.filters.progress) ?? [];
  const { toggle } = useAtlasStore().getState();
  const most = Math.max(...summary.bySector.map((entry) => entry.count), 1);
  return (
    <>
      <section aria-labelledby="area-investment">
        <h3 id="area-investment">{t.districtCard.investment}</h3>
        {summary.statingInvestment > 0 ? (
          <>
            <p className="big-number">
              <FigureValue figure={formatHundredMillion(summary.investment, language)} />
            </p>
            <p className="hint">
              {t.districtCard.investmentBasis(summary.statingInvestment, summary.notStatingInvestment)}
            </p>
          </>
        ) : (
          <p className="hint">{t.districtCard.noInvestment(summary.notStatingInvestment)}</p>
        )}
      </section>
      <section aria-labelledby="area-sectors">
        <h3 id="area-sectors">{t.districtCard.bySector}</h3>
        <ul className="bars">
          {summary.bySector.map(({ id: sector, count }) => (
            <li key={sector}>
              <button
                type="button"
                aria-pressed={chosenSectors.includes(sector)}
                onClick={() => toggle('sector', sector)}
              >
                <span className="bar-label">{termIn(sectors[sector as SectorId], language)}</span>
                <span className="bar-track">
                  <span
                    className="bar"
                    style={{ ...sectorHue(sector as SectorId), width: `${(count / most) * 100}%` }}
                  />
                </span>
                <span className="option-count">{count}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="area-progress">
        <h3 id="area-progress">{t.districtCard.byProgress}</h3>
        <ul className="progress-counts">
          {summary.byProgress.map(({ id: progress, count }) => (
            <li key={progress}>
              <button
                type="button"
                aria-pressed={chosenProgress.includes(progress)}
                onClick={() => toggle('progress', progress)}
              >
                <ProgressIcon progress={progress as ProgressId} size={1.25} />
                {termIn(progresses[progress as ProgressId], language)} <b>{count}</b>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function ItemLinks({ title, items }: { title: string; items: readonly Item[] }) {
  const language = useAtlas((state) => state.view.language);
  const { select, hover } = useAtlasStore().getState();
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="links">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="link"
              onClick={() => select(item.id, { reveal: true })}
              onPointerEnter={() => hover(item.id)}
              onPointerLeave={() => hover(null)}
            >
              {nameIn(item, language)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
