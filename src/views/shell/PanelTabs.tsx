import { List } from 'lucide-react';
import { panelIds } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { usePhone } from '../../ui/screen.ts';
import { panels } from './panels.ts';

/**
 * What stands beside the map: the report, the statistics, or nothing but the list. On the phone, `covered` says that a
 * detail lies over the list, and `onList` puts it away.
 */
export function PanelTabs({ covered = false, onList }: { covered?: boolean; onList?: () => void }) {
  const t = useDictionary();
  const panel = useAtlas((state) => state.view.panel);
  const phone = usePhone();
  const { togglePanel, closePanel, select } = useAtlasStore().getState();
  return (
    <div className="panel-tabs">
      {phone && (
        <button
          type="button"
          className="quiet-button"
          aria-pressed={panel === null && !covered}
          onClick={() => {
            onList?.();
            select(null);
            closePanel();
          }}
        >
          <List size="1.1em" aria-hidden="true" />
          {t.panels.list}
        </button>
      )}
      {panelIds.map((id) => {
        const { Icon } = panels[id];
        return (
          <button
            key={id}
            type="button"
            className="quiet-button"
            aria-pressed={panel === id}
            onClick={() => {
              // On the phone a detail lies over what is opened.
              if (phone) select(null);
              togglePanel(id);
            }}
          >
            <Icon size="1.1em" aria-hidden="true" />
            {t.panels[id]}
          </button>
        );
      })}
    </div>
  );
}
