import { X } from 'lucide-react';
import { useAtlas, useDictionary } from '../../state/index.ts';

/** Offers a newer version of the atlas, while nobody presents; nothing changes unless it is accepted. */
export function UpdateNotice() {
  const t = useDictionary();
  const ready = useAtlas((state) => state.updateReady);
  const presenting = useAtlas((state) => state.view.stage !== null);
  const take = useAtlas((state) => state.takeUpdate);
  const refuse = useAtlas((state) => state.refuseUpdate);
  if (!ready || presenting) return null;
  return (
    <div className="notice update-notice" role="status">
      <span>{t.installed.offered}</span>
      <button type="button" className="update-button" onClick={take}>
        {t.installed.update}
      </button>
      <button type="button" className="icon-button" aria-label={t.installed.later} onClick={refuse}>
        <X size="1.1em" aria-hidden="true" />
      </button>
    </div>
  );
}
