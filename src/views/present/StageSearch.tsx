import { useEffect, useRef } from 'react';
import { useDictionary } from '../../state/index.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import './stage-panels.css';

/** The search on stage: it comes for one question and goes with the answer. */
export function StageSearch({ onClose }: { onClose: () => void }) {
  const t = useDictionary();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.querySelector('input')?.focus();
  }, []);
  return (
    <section
      aria-label={t.onStage.search}
      className="stage-search"
      data-stage-panel
      ref={panel}
      onBlur={({ relatedTarget }) => {
        if (!panel.current?.contains(relatedTarget)) onClose();
      }}
    >
      <SearchBox paragraphs={false} />
    </section>
  );
}
