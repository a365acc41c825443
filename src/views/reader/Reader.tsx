import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { titleIn } from '../../i18n/index.ts';
import type { Item, Report } from '../../model/dataset.ts';
import { hitsIn, mentionsByParagraph } from '../../model/reading/index.ts';
import { sectionCounts } from '../../model/statistics/index.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { Outline } from './Outline.tsx';
import { ReportParagraph } from './ReportParagraph.tsx';
import './reader.css';

/** Where a hit is: the paragraph's address, and its number among the hits in it. */
interface HitPlace {
  paragraph: string;
  hit: number;
}

/** The whole report, set to be read: every mention is a way to the map, and a selection on the map leads here. */
export function Reader({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const selected = useAtlas((state) => state.view.item);
  const address = useAtlas((state) => state.view.paragraph);
  const timesOpened = useAtlas((state) => state.timesOpened);
  const { closePanel } = useAtlasStore().getState();
  const body = useRef<HTMLDivElement>(null);
  const [word, setWord] = useState('');
  const sought = useDeferredValue(word);
  const [current, setCurrent] = useState(0);

  const mentions = useMemo(() => mentionsByParagraph(dataset.items), [dataset]);
  const listed = useMemo(() => new Set(items.map(({ id }) => id)), [items]);
  const counts = useMemo(() => sectionCounts(items, dataset), [items, dataset]);
  const hits = useMemo(
    () =>
      dataset.reports.flatMap((report) =>
        report.paragraphs.flatMap((paragraph) =>
          hitsIn(paragraph.text, sought).map(
            (_, hit): HitPlace => ({ paragraph: `${report.id}/${paragraph.id}`, hit }),
          ),
        ),
      ),
    [dataset, sought],
  );
  // The panel is there at once; its many words follow without holding anything up.
  const ready = useDeferredValue(true, false);
  const at = hits[Math.min(current, hits.length - 1)];

  // A selection made elsewhere is read here, unless it was made here and is in sight.
  useEffect(() => {
    if (selected && ready) scrollTo(body.current, `[data-items~="${CSS.escape(selected)}"]`, 'nearest');
  }, [selected, ready]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the same paragraph is shown again
  useEffect(() => {
    if (address && ready) scrollTo(body.current, `[data-paragraph="${CSS.escape(address)}"]`, 'start');
  }, [address, timesOpened, ready]);
  useEffect(() => {
    if (at)
      scrollTo(
        body.current,
        `[data-paragraph="${CSS.escape(at.paragraph)}"] [data-hit="${at.hit}"]`,
        'center',
      );
  }, [at]);

  const step = (by: number) =>
    setCurrent((now) => (hits.length === 0 ? 0 : (now + by + hits.length) % hits.length));
  return (
    <section className="reader" aria-label={t.reader.label} tabIndex={-1}>
      <header className="panel-head">
        <h2>{t.reader.label}</h2>
        <search className="reader-search">
          <input
            type="search"
            value={word}
            placeholder={t.reader.find}
            aria-label={t.reader.find}
            onChange={({ target }) => {
              setWord(target.value);
              setCurrent(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
              else if (event.key === 'Escape' && word !== '') setWord('');
              else return;
              event.preventDefault();
            }}
          />
          {sought.trim() !== '' && (
            <>
              <output className="hint">
                {t.reader.hits(at ? Math.min(current, hits.length - 1) + 1 : 0, hits.length)}
              </output>
              <button
                type="button"
                className="icon-button"
                aria-label={t.reader.previousHit}
                disabled={hits.length === 0}
                onClick={() => step(-1)}
              >
                <ChevronUp size="1.1em" aria-hidden="true" />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={t.reader.nextHit}
                disabled={hits.length === 0}
                onClick={() => step(1)}
              >
                <ChevronDown size="1.1em" aria-hidden="true" />
              </button>
            </>
          )}
        </search>
        <button type="button" className="icon-button" aria-label={t.close} onClick={closePanel}>
          <X size="1.15em" aria-hidden="true" />
        </button>
      </header>
      {dataset.reports.length > 1 && (
        <nav className="report-choice" aria-label={t.reader.reports}>
          {dataset.reports.map((report) => (
            <button
              key={report.id}
              type="button"
              className="chip"
              onClick={() => scrollTo(body.current, `[data-report="${CSS.escape(report.id)}"]`, 'start')}
            >
              {titleIn(report, language)}
            </button>
          ))}
        </nav>
      )}
      <div className="reader-body" ref={body}>
        {dataset.reports.map((report) => (
          <article key={report.id} lang="zh-CN" data-report={report.id}>
            <h3 className="report-title" lang={language === 'zh' ? 'zh-CN' : 'en'}>
              {titleIn(report, language)}
            </h3>
            <p className="report-stamp" lang={language === 'zh' ? 'zh-CN' : 'en'}>
              {language === 'zh' ? report.issuer : report.issuerEn} · {t.stamp([report.date])}
            </p>
            <Outline
              report={report}
              counts={counts}
              onGo={(section) => scrollToSection(body.current, report, section)}
            />
            {(ready ? report.paragraphs : []).map((paragraph) => {
              const key = `${report.id}/${paragraph.id}`;
              return (
                <ReportParagraph
                  key={key}
                  address={key}
                  paragraph={paragraph}
                  section={report.sections.find(({ id }) => id === paragraph.section)}
                  mentions={mentions.get(key) ?? none}
                  listed={listed}
                  sought={sought}
                  currentHit={at?.paragraph === key ? at.hit : null}
                  addressed={address === key}
                />
              );
            })}
          </article>
        ))}
      </div>
    </section>
  );
}

const none: readonly never[] = [];

function scrollToSection(body: HTMLElement | null, report: Report, section: string): void {
  const first = report.paragraphs.find((paragraph) => paragraph.section === section);
  if (first) scrollTo(body, `[data-paragraph="${CSS.escape(`${report.id}/${first.id}`)}"]`, 'start');
}

function scrollTo(body: HTMLElement | null, selector: string, block: ScrollLogicalPosition): void {
  body?.querySelector(selector)?.scrollIntoView({ block });
}
