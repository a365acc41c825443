import base from 'virtual:atlas/base-layers';
import deploy from 'virtual:atlas/deploy';
import { House, Layers, Minus, Plus, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { loadIconSprite } from '../../map/icon-sprite.ts';
import type { MapDriver, MapState, Padding, Wanted } from '../../map/index.ts';
import { detailedBasemap } from '../../model/basemap.ts';
import type { Item, LngLat } from '../../model/dataset.ts';
import { cameraTarget, framedArea } from '../../model/view.ts';
import { shownIn, useAtlas, useAtlasStore, useDictionary, useShown } from '../../state/index.ts';
import { usePhone, useRoomScale } from '../../ui/screen.ts';
import { useTokens } from '../../ui/theme.tsx';
import { BasemapMenu, BasemapNotice } from './BasemapMenu.tsx';
import { GroupMenu } from './GroupMenu.tsx';
import { MapItems } from './MapItems.tsx';
import { MapLegend } from './MapLegend.tsx';
import { NorthArrow } from './NorthArrow.tsx';
import { useMapPadding } from './padding.ts';
import { StillMap } from './StillMap.tsx';
import { useDistrictShades } from './shades.ts';
import { locatedItems, sharesOf, wantedMap } from './wanted-map.ts';
import './map-panel.css';

/** A group of marks that was opened: its items, and where it stands. */
interface OpenGroup {
  members: string[];
  position: LngLat;
}

/** On stage the map is read from farther away than at a desk, but for a phone's: its marks and names are so much larger. */
const stageScale = 1.35;

/** The map and what lies on it. React says what is wanted; the driver alone touches the map. */
export function MapPanel({
  items,
  room,
}: {
  items: readonly Item[];
  /** What the stage's caption leaves of the map while presenting; null while that is not known. */
  room: Padding | null;
}) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const hovered = useAtlas((state) => state.hovered);
  const focused = useAtlas((state) => state.focused);
  const basemap = useAtlas((state) => state.basemap);
  const basemapStatus = useAtlas((state) => state.basemapStatus.kind);
  const shown = useShown();
  const tokens = useTokens();
  const presenting = shown.stage !== null;
  const phone = usePhone();
  const scale = useRoomScale() * (presenting && !phone ? stageScale : 1);
  const area = framedArea(shown.filters, dataset);
  // What is framed is fitted beside the panel; a selection alone leaves the camera where it is.
  const padding = useMapPadding(presenting, area !== null || shown.camera.kind === 'item', room);
  const covered = useMapPadding(presenting, area !== null || shown.item !== null, room);

  const located = useMemo(() => locatedItems(items), [items]);
  const target = useMemo(() => cameraTarget(shown, dataset), [shown, dataset]);
  const counts = useDistrictShades(shown);
  const shades = useMemo(() => sharesOf(counts), [counts]);
  const detailed = useMemo(() => detailedBasemap(basemap, deploy.basemaps), [basemap]);
  const wanted = useMemo(
    (): Wanted =>
      wantedMap(
        { located, target, shades },
        shown,
        dataset,
        { tokens, scale, padding, covered, basemap: detailed },
        { hovered, focused },
      ),
    [located, target, shades, shown, dataset, tokens, scale, padding, covered, detailed, hovered, focused],
  );

  const container = useRef<HTMLDivElement>(null);
  const driver = useRef<MapDriver | null>(null);
  const latest = useRef(wanted);
  latest.current = wanted;
  const telling = useRef(false);
  const [settled, setSettled] = useState(false);
  const [mapState, setMapState] = useState<MapState | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  // The still picture gives way to the first whole picture, or to a person who moves the map before that.
  const [live, setLive] = useState(false);
  const [group, setGroup] = useState<OpenGroup | null>(null);
  const closeGroup = useCallback(() => setGroup(null), []);
  const [choosesBasemap, setChoosesBasemap] = useState(false);
  const closeBasemaps = useCallback(() => setChoosesBasemap(false), []);

  useEffect(() => {
    let cancelled = false;
    const state = store.getState;
    // The map is the largest part of the code: list and detail do not wait for it.
    Promise.all([import('../../map/index.ts'), loadIconSprite()])
      .then(([{ MapDriver }]) => {
        if (cancelled || !container.current) return;
        driver.current = new MapDriver(container.current, {
          base,
          city: state().dataset.city,
          wanted: latest.current,
          events: {
            onItem: (id) => {
              closeGroup();
              state().select(id);
            },
            onGroup: (members, position) => setGroup({ members, position }),
            onDistrict: (id) => {
              closeGroup();
              const { filters, item, stage } = shownIn(state());
              // On stage there is one way back, to the scene: a click leads on to the district at once.
              if (item && !stage) state().select(null);
              else if (item || framedArea(filters, state().dataset) !== id) state().browseArea(id);
            },
            onEmpty: () => {
              closeGroup();
              if (!state().view.stage) state().select(null);
            },
            onHover: (id) => state().hover(id),
            onMoved: (bounds) => state().moveCamera({ kind: 'bounds', bounds }),
            onMoveStart: () => {
              closeGroup();
              setLive(true);
            },
            onBasemap: ({ choice }, status) => state().reportBasemap(choice, status),
            onSettled: (now) => {
              setSettled(now);
              state().reportSettled(now);
              if (now) setLive(true);
              if (now && driver.current) setMapState(driver.current.state());
            },
          },
        });
        driver.current.set(latest.current);
      })
      .catch((error: unknown) => {
        if (cancelled) return;
        setFailure(error instanceof Error ? error : new Error(String(error)));
        // The still picture is all there will be: nothing waits for more.
        state().reportSettled(true);
      });
    return () => {
      cancelled = true;
      driver.current?.destroy();
      driver.current = null;
    };
  }, [store, closeGroup]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: this is what the map is told, in its latest state
  useEffect(() => {
    if (telling.current) return;
    telling.current = true;
    // The words are seen first: the map is told once the frame with them is on the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        telling.current = false;
        driver.current?.set(latest.current);
      }),
    );
  }, [wanted]);
  // A group that a filter or another scene changed is no longer the one that was opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changes
  useEffect(closeGroup, [located, shown.stage]);

  return (
    <section
      className="map-panel"
      aria-label={t.map}
      data-settled={settled}
      data-basemap={basemapStatus}
      data-map-state={mapState ? JSON.stringify(mapState) : undefined}
    >
      <div className="map-canvas" ref={container} />
      <StillMap items={items} state={failure ? 'stays' : live ? 'gone' : 'waiting'} />
      {failure ? (
        <MapFailure error={failure} />
      ) : (
        <>
          <MapItems items={located} />
          {!presenting && (
            <div className="map-controls">
              <button type="button" aria-label={t.zoomIn} onClick={() => driver.current?.zoomBy(1)}>
                <Plus size="1.2em" aria-hidden="true" />
              </button>
              <button type="button" aria-label={t.zoomOut} onClick={() => driver.current?.zoomBy(-1)}>
                <Minus size="1.2em" aria-hidden="true" />
              </button>
              <button type="button" aria-label={t.wholeCity} onClick={() => store.getState().showWholeCity()}>
                <House size="1.15em" aria-hidden="true" />
              </button>
              <button
                type="button"
                aria-label={t.basemap.label}
                aria-haspopup="dialog"
                aria-expanded={choosesBasemap}
                onClick={() => setChoosesBasemap(!choosesBasemap)}
              >
                <Layers size="1.15em" aria-hidden="true" />
              </button>
            </div>
          )}
          {!presenting && choosesBasemap && <BasemapMenu onClose={closeBasemaps} />}
          <BasemapNotice />
          {group && driver.current && (
            <GroupMenu
              members={group.members}
              at={driver.current.project(group.position)}
              within={{
                width: container.current?.clientWidth ?? 0,
                height: container.current?.clientHeight ?? 0,
              }}
              onClose={closeGroup}
              onApproach={() => {
                driver.current?.approach(group.position);
                closeGroup();
              }}
            />
          )}
          <NorthArrow />
        </>
      )}
      <MapLegend shades={failure ? null : counts} />
    </section>
  );
}

/** Says why only the still picture is there, until that is understood. */
function MapFailure({ error }: { error: Error }) {
  const t = useDictionary();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <div className="map-failure" role="alert">
      <button type="button" className="icon-button" aria-label={t.close} onClick={() => setDismissed(true)}>
        <X size="1.1em" aria-hidden="true" />
      </button>
      <h2>{t.mapFailedTitle}</h2>
      <p>{t.mapFailedText}</p>
      <p className="hint" title={error.message}>
        {error.message.slice(0, 200)}
      </p>
    </div>
  );
}
