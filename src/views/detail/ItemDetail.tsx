import { useEffect, useRef } from 'react';
import { formatMeters, nameIn, termIn } from '../../i18n/index.ts';
import { areaName } from '../../i18n/naming.ts';
import type { Item, Mention } from '../../model/dataset.ts';
import { areasOf } from '../../model/facets.ts';
import { markSymbol } from '../../model/symbols.ts';
import { basisMethods, kinds, precisions, progresses, sectors, type Term } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { sectorHue } from '../../ui/hue.ts';
import { MarkIcon, ProgressIcon } from '../../ui/MarkIcon.tsx';
import { AddViewButton } from '../share/AddViewButton.tsx';
import { ShareButton } from '../share/ShareButton.tsx';
import { useBasisNote } from './basis-note.ts';
import { DetailBar } from './DetailBar.tsx';
import { MentionQuote } from './MentionQuote.tsx';

/** One item, whole: what it is, how far along, its figures, every quote in its sentence, and how well its place is known. */
export function ItemDetail({ item, ordered }: { item: Item; ordered: readonly Item[] }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const { select } = useAtlasStore().getState();
  const index = ordered.findIndex((candidate) => candidate.id === item.id);
  const stepTo = (to: number) => {
    const target = ordered[to];
    return target ? () => select(target.id, { reveal: true }) : null;
  };
  const name = nameIn(item, language);
  const otherName = language === 'zh' ? item.nameEn : item.name;
  const subsectors: Record<string, Term> = sectors[item.sector].subsectors;
  const subsector = subsectors[item.subsector];
  const areas = areasOf(item).map((area) => areaName(area, dataset, language));
  const note = useBasisNote(item.id);
  const region = useRef<HTMLElement>(null);
  // A new item is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id is what changes
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [item.id]);

  return (
    <section className="detail" aria-label={name} ref={region} tabIndex={-1}>
      <DetailBar
        previous={{ label: t.previousItem, go: stepTo(index - 1) }}
        next={{ label: t.nextItem, go: stepTo(index + 1) }}
        position={index < 0 ? null : t.positionInList(index + 1, ordered.length)}
        onClose={() => select(null)}
      />
      <header className="detail-head">
        <MarkIcon symbol={markSymbol(item)} size={2.6} />
        <div>
          <h2>{name}</h2>
          <p className="other-name" lang={language === 'zh' ? 'en' : 'zh-CN'}>
            {otherName}
          </p>
        </div>
      </header>
      <p className="facts">
        <span className="badge sector-badge" style={sectorHue(item.sector)}>
          {termIn(sectors[item.sector], language)}
          {subsector && ` · ${termIn(subsector, language)}`}
        </span>
        <span className="badge">{termIn(kinds[item.kind], language)}</span>
        {areas.map((area) => (
          <span key={area} className="badge">
            {area}
          </span>
        ))}
      </p>
      {item.aliases.length > 0 && (
        <p className="hint">
          {t.also}
          <span lang="zh-CN">{item.aliases.join('、')}</span>
        </p>
      )}
      <ShareButton item={item} />
      <AddViewButton />
      <ProgressOverYears item={item} />
      <Figures mentions={item.mentions} />
      <section aria-labelledby="detail-mentions">
        <h3 id="detail-mentions">{t.mentions}</h3>
        {item.mentions.map((mention) => (
          <MentionQuote key={`${mention.report} ${mention.paragraph} ${mention.start}`} mention={mention} />
        ))}
      </section>
      <section aria-labelledby="detail-place">
        <h3 id="detail-place">{t.place}</h3>
        <p className="place-precision">
          <b>{termIn(precisions[item.place.precision], language)}</b>
          {item.place.radiusMeters !== null && (
            <> · {t.radius(formatMeters(item.place.radiusMeters, language))}</>
          )}
          {item.place.lengthKm !== null && <> · {t.length(item.place.lengthKm)}</>}
        </p>
        <p className="basis">
          <span className="basis-method">
            {t.howKnown}
            {termIn(basisMethods[item.place.basis], language)}
          </span>
          {note && (language === 'zh' ? note.note : note.noteEn)}
        </p>
        {item.place.license === 'ODbL-1.0' && <p className="hint">© OpenStreetMap contributors, ODbL 1.0</p>}
      </section>
    </section>
  );
}

/** What the review says and what the plan says, side by side: two dates, two tenses. */
function ProgressOverYears({ item }: { item: Item }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const periods = new Map<string, { year: number; tense: 'review' | 'plan' }>();
  for (const section of dataset.reports.flatMap((report) => report.sections)) {
    if (section.year !== null && section.tense) {
      periods.set(`${section.year} ${section.tense}`, { year: section.year, tense: section.tense });
    }
  }
  return (
    <ol className="timeline" aria-label={t.progressOverYears}>
      {[...periods.values()].map(({ year, tense }) => {
        const mention = item.mentions.findLast(
          (candidate) => candidate.year === year && candidate.tense === tense,
        );
        return (
          <li key={`${year} ${tense}`} data-mentioned={mention !== undefined}>
            <span className="period">{t[tense](year)}</span>
            <span className="state">
              {mention ? (
                <>
                  <ProgressIcon progress={mention.progress} sector={item.sector} size={1.25} />
                  {termIn(progresses[mention.progress], language)}
                </>
              ) : (
                t.notMentioned
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Every figure with the year of the sentence that states it. */
function Figures({ mentions }: { mentions: readonly Mention[] }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const figures = mentions.flatMap(({ year, report, paragraph, start, figures: stated }) =>
    stated.map((figure, at) => ({ figure, year, key: `${report} ${paragraph} ${start} ${at}` })),
  );
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="detail-figures">
      <h3 id="detail-figures">{t.figures}</h3>
      <dl className="figures">
        {figures.map(({ figure, year, key }) => (
          <FigureRow key={key} figure={figure} year={year} language={language} />
        ))}
      </dl>
    </section>
  );
}
