import { AArrowDown, AArrowUp } from 'lucide-react';
import { notesIn } from '../../i18n/index.ts';
import type { Scene } from '../../model/dataset.ts';
import { notesSizes } from '../../model/decks/notes-size.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import './speaker-notes.css';

/** What the speaker says to a scene, in the size that the person reads; scrolled to the top for each scene. */
export function SpeakerNotes({ scene }: { scene: Scene }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const size = useAtlas((state) => state.notesSize);
  const notes = notesIn(scene, language);
  return (
    <section
      className="speaker-notes"
      aria-label={t.presenter.notes}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      data-stage-panel
      key={scene.id}
    >
      <p style={{ fontSize: `${size}rem` }} data-empty={notes === '' || undefined}>
        {notes || t.presenter.noNotes}
      </p>
    </section>
  );
}

/** The two buttons for the size of the notes. */
export function NotesSizeButtons() {
  const t = useDictionary();
  const store = useAtlasStore();
  const size = useAtlas((state) => state.notesSize);
  const { resizeNotes } = store.getState();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={t.presenter.smaller}
        disabled={size === notesSizes[0]}
        onClick={() => resizeNotes(-1)}
      >
        <AArrowDown size="1.35em" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t.presenter.larger}
        disabled={size === notesSizes.at(-1)}
        onClick={() => resizeNotes(1)}
      >
        <AArrowUp size="1.35em" aria-hidden="true" />
      </button>
    </>
  );
}
