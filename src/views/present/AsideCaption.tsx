import type { ReactNode } from 'react';
import { formatHundredMillion, nameIn, termIn } from '../../i18n/index.ts';
import { areaName, conditionNames } from '../../i18n/naming.ts';
import type { Padding } from '../../map/index.ts';
import type { Item } from '../../model/dataset.ts';
import { areasOf, type Filters, filterItems } from '../../model/facets.ts';
import { summarise } from '../../model/statistics/index.ts';
import { markSymbol } from '../../model/symbols.ts';
import { type ProgressId, precisions, progresses, type SectorId, sectors } from '../../model/vocabulary.ts';
import { useAtlas, useDictionary, useShown } from '../../state/index.ts';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { FigureValue } from '../../ui/FigureValue.tsx';
import { MarkIcon, ProgressIcon } from '../../ui/MarkIcon.tsx';
import { CaptionFrame } from './CaptionFrame.tsx';
import { CaptionQuote } from './CaptionQuote.tsx';

/** So many figures of an item an audience takes in. */
const mostFigures = 3;

/** What one looks at off the script, in the caption's place: an item, or what the filters choose. */
export function AsideCaption({
  onRoom,
  children,
}: {
  onRoom: (room: Padding) => void;
  /** What stands at its foot: the way back. */
  children: ReactNode;
}) {
  const shown = useShown();
  const items = useAtlas((state) => state.dataset.items);
  const item = items.find(({ id }) => id === shown.item);
  return (
    <CaptionFrame kind="aside" onRoom={onRoom}>
      {item ? <ItemWords item={item} /> : <ChosenWords filters={shown.filters} />}
      {children}
    </CaptionFrame>
  );
}

function ItemWords({ item }: { item: Item }) {
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const figures = item.mentions.flatMap(({ year, figures }) => figures.map((figure) => ({ figure, year })));
  // Its districts say already that it lies across them.
  const areas = (item.districts.length > 0 ? item.districts : areasOf(item)).map((area) =>
    areaName(area, dataset, language),
  );
  const located = item.place.label !== null;
  const facts = [
    termIn(sectors[item.sector], language),
    termIn(progresses[item.progress], language),
    ...areas,
    // What has no mark says why.
    ...(located ? [] : [termIn(precisions[item.place.precision], language)]),
  ];
  const quote = item.mentions.at(-1);
  return (
    <>
      <h2>{nameIn(item, language)}</h2>
      <p className="caption-facts">
        <MarkIcon symbol={markSymbol(item)} />
        {[...new Set(facts)].join(' · ')}
      </p>
      {figures.length > 0 && (
        <dl className="caption-figures">
          {figures.slice(0, mostFigures).map(({ figure, year }) => (
            <FigureRow
              key={`${year} ${figure.label} ${figure.value}`}
              figure={figure}
              year={year}
              language={language}
            />
          ))}
        </dl>
      )}
      {quote && <CaptionQuote quote={quote} />}
    </>
  );
}

/** An area, or whatever the filters choose: how many items, how far along, and what investment is stated. */
function ChosenWords({ filters }: { filters: Filters }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const items = filterItems(dataset.items, filters);
  const names = conditionNames(filters, dataset, language).map(({ label }) => label);
  const summary = summarise(items);
  return (
    <>
      <h2>{names.length > 0 ? names.join(' · ') : t.onStage.everything}</h2>
      <p className="caption-facts">
        {t.onStage.shown(items.length)} · {t.onStage.onMap(items.filter(({ place }) => place.label).length)}
      </p>
      <dl className="caption-figures">
        {summary.byProgress.map(({ id, count }) => (
          <div key={id}>
            <dt>
              <ProgressIcon progress={id as ProgressId} size={1.4} />
              {termIn(progresses[id as ProgressId], language)}
            </dt>
            <dd>
              <b>{count}</b>
            </dd>
          </div>
        ))}
        {summary.statingInvestment > 0 && (
          <div>
            <dt>{t.districtCard.investment}</dt>
            <dd>
              <FigureValue figure={formatHundredMillion(summary.investment, language)} />
            </dd>
          </div>
        )}
      </dl>
      {!filters.sector && (
        <p className="caption-text caption-sectors">
          {summary.bySector
            .map(({ id, count }) => `${termIn(sectors[id as SectorId], language)} ${count}`)
            .join(t.search.and)}
        </p>
      )}
    </>
  );
}
