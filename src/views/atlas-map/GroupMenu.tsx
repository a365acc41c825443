import { Plus, X } from 'lucide-react';
import { useEffect } from 'react';
import { nameIn, termIn } from '../../i18n/index.ts';
import { markSymbol } from '../../model/symbols.ts';
import { progresses } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';
import { usePopover } from '../../ui/use-popover.ts';

/** An opened group: every item in it can be reached, whatever the zoom. */
export function GroupMenu({
  members,
  at,
  within,
  onClose,
  onApproach,
}: {
  members: readonly string[];
  /** Where the group is on the map, and the map's size, in CSS pixels. */
  at: { x: number; y: number };
  within: { width: number; height: number };
  onClose: () => void;
  onApproach: () => void;
}) {
  const t = useDictionary();
  const items = useAtlas((state) => state.dataset.items);
  const language = useAtlas((state) => state.view.language);
  const { select, hover } = useAtlasStore().getState();
  const dialog = usePopover<HTMLDivElement>('.item-row', onClose);
  useEffect(() => () => hover(null), [hover]);
  const shown = members.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return (
    <div
      className="group-menu"
      role="dialog"
      aria-label={t.groupMark(shown.length)}
      ref={dialog}
      // Below the group, or above it in the lower half; never off the map's sides.
      data-above={at.y > within.height * 0.5 || undefined}
      style={{
        left: `clamp(9.5rem, ${at.x}px, ${within.width}px - 9.5rem)`,
        ...(at.y > within.height * 0.5 ? { bottom: `${within.height - at.y}px` } : { top: `${at.y}px` }),
      }}
    >
      <div className="group-head">
        <span>{t.groupMark(shown.length)}</span>
        <button type="button" className="icon-button" aria-label={t.zoomIn} onClick={onApproach}>
          <Plus size="1.1em" aria-hidden="true" />
        </button>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          <X size="1.1em" aria-hidden="true" />
        </button>
      </div>
      <ul>
        {shown.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="item-row"
              onClick={() => {
                select(item.id);
                onClose();
              }}
              onPointerEnter={() => hover(item.id)}
              onPointerLeave={() => hover(null)}
            >
              <MarkIcon symbol={markSymbol(item)} />
              <span className="item-text">
                <span className="item-name">{nameIn(item, language)}</span>
                <span className="item-meta">{termIn(progresses[item.progress], language)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
