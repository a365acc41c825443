import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Handout, HandoutPage } from '../../export/handout.ts';
import {
  type Box,
  footerBox,
  type PlacedText,
  pictureBox,
  placeNotes,
  placeTexts,
} from '../../export/slide-layout.ts';
import type { Setting } from '../../export/text-fit.ts';
import { languageTag } from '../../i18n/index.ts';
import { useDictionary } from '../../state/index.ts';
import './handout.css';

/** A handout that is to be printed, and whom to tell when that is over. */
export interface PrintJob {
  handout: Handout;
  /** One for each page. */
  pictures: readonly Blob[];
  format: 'page' | 'page-with-notes';
  /** What the browser offers as the file's name. */
  name: string;
  signal: AbortSignal;
  resolve(): void;
  reject(reason: unknown): void;
}

/**
 * The pages of a handout beside the app, out of sight but in print. Prints them as soon as every picture is decoded;
 * the page is as before when the browser says that it has printed.
 */
export function PrintedHandout({ job }: { job: PrintJob }) {
  const { handout, pictures, format } = job;
  const holder = useRef<HTMLDivElement>(null);
  const addresses = useMemo(() => pictures.map((picture) => URL.createObjectURL(picture)), [pictures]);
  useEffect(() => () => addresses.forEach((address) => void URL.revokeObjectURL(address)), [addresses]);

  useEffect(() => {
    const root = document.documentElement;
    const { title } = document;
    let gone = false;
    const restore = () => {
      delete root.dataset.printing;
      document.title = title;
      window.removeEventListener('afterprint', done);
      job.signal.removeEventListener('abort', stop);
    };
    const done = () => {
      restore();
      job.resolve();
    };
    const stop = () => {
      restore();
      job.reject(job.signal.reason);
    };
    const images = [...(holder.current?.querySelectorAll('img') ?? [])];
    Promise.all(images.map((image) => image.decode())).then(
      () => {
        if (gone || job.signal.aborted) return;
        root.dataset.printing = 'handout';
        document.title = job.name.replace(/\.pdf$/u, '');
        window.print();
      },
      (reason: unknown) => {
        restore();
        job.reject(reason);
      },
    );
    window.addEventListener('afterprint', done);
    job.signal.addEventListener('abort', stop);
    return () => {
      gone = true;
      restore();
    };
  }, [job]);

  return createPortal(
    <div className="handout" ref={holder} lang={languageTag(handout.language)}>
      {handout.pages.map((page, index) => (
        // Pages have no identity but their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: they are never reordered
        <Page key={index} {...{ handout, page, format }} number={index + 1} picture={addresses[index]} />
      ))}
    </div>,
    document.body,
  );
}

function Page({
  handout,
  page,
  format,
  number,
  picture,
}: {
  handout: Handout;
  page: HandoutPage;
  format: PrintJob['format'];
  number: number;
  picture: string | undefined;
}) {
  const t = useDictionary();
  const texts = placeTexts(page, format);
  const quote = texts.find(({ kind }) => kind === 'quote');
  const source = texts.find(({ kind }) => kind === 'source');
  const notes = placeNotes(page, format);
  return (
    <article className="handout-page" data-role={page.role} aria-label={page.title}>
      {texts.map((text) => (
        <Text key={text.kind} text={text} />
      ))}
      {quote && source && (
        <i
          className="handout-rule"
          aria-hidden="true"
          style={boxStyle({ x: quote.x - 0.18, y: quote.y, w: 0.04, h: source.y + source.h - quote.y })}
        />
      )}
      <img src={picture} alt={t.exports.mapOf(page.title)} style={boxStyle(pictureBox(format, page.role))} />
      {notes && (
        <p className="handout-notes" style={{ ...boxStyle(notes), ...typeStyle(notes) }}>
          {page.notes}
        </p>
      )}
      <p className="handout-footer" style={boxStyle(footerBox(format, page.role))}>
        <span>
          <strong>{handout.stamp}</strong>
          {handout.mapLines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
        {page.role === 'scene' && <span>{t.stage.place(number, handout.pages.length)}</span>}
      </p>
    </article>
  );
}

function Text({ text }: { text: PlacedText }) {
  const Tag = text.kind === 'title' ? 'h2' : 'p';
  // The report's own words are Chinese in every language.
  const lang = text.kind === 'quote' ? languageTag('zh') : undefined;
  return (
    <Tag
      className={`handout-${text.kind}`}
      lang={lang}
      style={{ ...boxStyle(text), height: undefined, ...typeStyle(text) }}
    >
      {text.content}
    </Tag>
  );
}

function boxStyle({ x, y, w, h }: Box): CSSProperties {
  return { left: `${x}in`, top: `${y}in`, width: `${w}in`, height: `${h}in` };
}

function typeStyle({ size, leading }: Setting): CSSProperties {
  return { fontSize: `${size}pt`, lineHeight: `${leading}pt` };
}
