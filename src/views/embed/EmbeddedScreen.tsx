import { ExternalLink } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { listedItems } from '../../model/grouping.ts';
import { framedArea } from '../../model/view.ts';
import { useAtlas, useDictionary, useFullLink, useShown } from '../../state/index.ts';
import { MapPanel } from '../atlas-map/MapPanel.tsx';
import { AreaCard, ItemDetail } from '../detail/index.tsx';
import { useCaptionRoom } from '../present/use-caption-room.ts';
import './embedded-screen.css';

const Stage = lazy(() => import('../present/Stage.tsx').then((part) => ({ default: part.Stage })));

/** The map with as little around it as possible, to stand in another page: what is selected, and a link to the whole atlas. */
export function EmbeddedScreen() {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const grouping = useAtlas((state) => state.grouping);
  const view = useAtlas((state) => state.view);
  const shown = useShown();
  const link = useFullLink();
  const [room, onRoom] = useCaptionRoom();
  const items = useMemo(
    () => listedItems(dataset, shown.filters, grouping),
    [dataset, shown.filters, grouping],
  );

  const selected = dataset.items.find(({ id }) => id === view.item);
  const area = framedArea(view.filters, dataset);
  const detail = selected ? (
    <ItemDetail item={selected} ordered={items} />
  ) : area ? (
    <AreaCard area={area} />
  ) : null;
  return (
    <div className="shell" data-embedded data-presenting={view.stage !== null || undefined}>
      <main>
        <h1 className="visually-hidden">{t.title}</h1>
        <MapPanel items={items} room={room} />
        {detail && <div className="detail-slot">{detail}</div>}
        {view.stage && (
          <Suspense>
            <Stage onRoom={onRoom} onHelp={() => undefined} />
          </Suspense>
        )}
        <a className="full-atlas" href={link} target="_blank" rel="noopener">
          {t.embed.open}
          <ExternalLink size="1em" aria-hidden="true" />
        </a>
      </main>
    </div>
  );
}
