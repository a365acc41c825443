import { FileDown } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { Deck } from '../../model/dataset.ts';
import { useDictionary } from '../../state/index.ts';

const Exports = lazy(() =>
  import('../export/DeckExports.tsx').then(({ DeckExports }) => ({ default: DeckExports })),
);

/** What a deck can be made into for others to take along: slides and pages, offered when asked for. */
export function DeckExports({ deck }: { deck: Deck }) {
  const t = useDictionary();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <FileDown size="1em" aria-hidden="true" />
        {t.exports.deck}
      </button>
      <div className="deck-exports-slot" id={id} hidden={!open}>
        {open && (
          <Suspense>
            <Exports deck={deck} />
          </Suspense>
        )}
      </div>
    </>
  );
}
