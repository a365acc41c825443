import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { textIn, titleIn } from '../../i18n/index.ts';
import type { Padding } from '../../map/index.ts';
import { reportDates } from '../../model/dataset.ts';
import { missingIn } from '../../model/decks/stage.ts';
import { type OnStage, useAtlas, useDictionary } from '../../state/index.ts';
import { CaptionFrame } from './CaptionFrame.tsx';
import { CaptionQuote } from './CaptionQuote.tsx';
import { SpokenText } from './SpokenText.tsx';

/** The scene's words: over the veiled map for a cover and a closing, else beside what they speak about. */
export function Caption({
  stage: { deck, scene },
  onRoom,
  children,
}: {
  stage: OnStage;
  onRoom: (room: Padding) => void;
  /** What stands at its foot. */
  children?: ReactNode;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const missing = missingIn(scene, dataset);
  const title = titleIn(scene, language);
  const deckTitle = titleIn(deck, language);
  const text = textIn(scene, language);
  return (
    <CaptionFrame kind={scene.role} onRoom={onRoom}>
      {deckTitle !== title && <p className="caption-deck">{deckTitle}</p>}
      <h2>{title}</h2>
      {text !== '' && (
        <p className="caption-text">
          <SpokenText text={text} />
        </p>
      )}
      {scene.quote && <CaptionQuote quote={scene.quote} />}
      {missing.length > 0 && (
        <p className="caption-missing" role="status" title={missing.join(', ')}>
          <CircleAlert size="1.1em" aria-hidden="true" />
          {t.onStage.missing(missing.length)}
        </p>
      )}
      {scene.role !== 'scene' && <p className="caption-stamp">{t.stamp(reportDates(dataset))}</p>}
      {children}
    </CaptionFrame>
  );
}
