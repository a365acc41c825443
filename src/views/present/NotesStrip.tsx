import { X } from 'lucide-react';
import { titleIn } from '../../i18n/index.ts';
import type { OnStage } from '../../state/index.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { RehearsalClock } from './RehearsalClock.tsx';
import { NotesSizeButtons, SpeakerNotes } from './SpeakerNotes.tsx';
import './notes-strip.css';

/** The notes below the picture, for those without a second screen; the map has the rest of the window. */
export function NotesStrip({ stage: { deck, scene } }: { stage: OnStage }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const { showNotes } = useAtlasStore().getState();
  return (
    <aside className="notes-strip" aria-label={t.presenter.notes}>
      {/* The page's own stands in the bar, which is gone while presenting. */}
      <h1 className="visually-hidden">{titleIn(deck, language)}</h1>
      <header>
        <RehearsalClock />
        <NotesSizeButtons />
        <button
          type="button"
          className="icon-button"
          aria-label={t.presenter.hide}
          aria-keyshortcuts="N"
          onClick={() => showNotes(false)}
        >
          <X size="1.15em" aria-hidden="true" />
        </button>
      </header>
      <SpeakerNotes scene={scene} />
    </aside>
  );
}
