import { BookOpenText } from 'lucide-react';
import { termIn, titleIn } from '../../i18n/index.ts';
import { citation } from '../../model/citation.ts';
import type { Mention } from '../../model/dataset.ts';
import { quoteInContext } from '../../model/quotes.ts';
import { progresses } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { usePhone } from '../../ui/screen.ts';

/** The report's own words about an item, in their sentence, with their address. */
export function MentionQuote({ mention }: { mention: Mention }) {
  const t = useDictionary();
  const reports = useAtlas((state) => state.dataset.reports);
  const language = useAtlas((state) => state.view.language);
  const phone = usePhone();
  const { readParagraph } = useAtlasStore().getState();
  const { before, quote, after, sections, paragraph } = quoteInContext(mention, reports);
  const section = sections.at(-1);
  const lead = paragraph.ordinal === null ? paragraph.lead : String(paragraph.ordinal);
  return (
    <figure className="quote">
      <figcaption>
        <span className="period">{t[mention.tense](mention.year)}</span>
        <span>{termIn(progresses[mention.progress], language)}</span>
      </figcaption>
      <blockquote lang="zh-CN">
        {before}
        <mark>{quote}</mark>
        {after}
      </blockquote>
      <p className="address">
        {section && titleIn(section, language)}
        {section && lead && ' · '}
        {lead && <span lang="zh-CN">{lead}</span>}
      </p>
      <p className="quote-actions">
        <button
          type="button"
          className="text-button"
          // On the phone this detail lies over the report.
          onClick={() => readParagraph(`${mention.report}/${mention.paragraph}`, { alone: phone })}
        >
          <BookOpenText size="1em" aria-hidden="true" />
          {t.reader.open}
        </button>
        <CopyButton
          text={citation(mention, reports)}
          labels={{ copy: t.reader.copyCitation, copied: t.reader.copied, failed: t.reader.copyFailed }}
        />
      </p>
    </figure>
  );
}
