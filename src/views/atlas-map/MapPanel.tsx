import base from 'virtual:atlas/base-layers';
import deploy from 'virtual:atlas/deploy';
import { House, Layers, Minus, Plus, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { loadIconSprite } from '../../map/icon-sprite.ts';
import type { MapDriver, MapState, Wanted } from '../../map/index.ts';
import { detailedBasemap } from '../../model/basemap.ts';
import type { Item, LngLat } from '../../model/dataset.ts';
import { cameraTarget, framedArea } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary, useShown } from '../../state/index.ts';
import { useRoomScale } from '../../ui/screen.ts';
import { useTokens } from '../../ui/theme.tsx';
import { BasemapMenu, BasemapNotice } from './BasemapMenu.tsx';
import { GroupMenu } from './GroupMenu.tsx';
import { MapItems } from './MapItems.tsx';
import { MapLegend } from './MapLegend.tsx';
import { NorthArrow } from './NorthArrow.tsx';
import { useMapPadding } from './padding.ts';
import { StillMap } from './StillMap.tsx';
import { useDistrictShades } from './shades.ts';
import './map-panel.css';

/** A group of marks that was opened: its items, and where it stands. */
interface OpenGroup {
  members: string[];
  position: LngLat;
}

/** The map and what lies on it. React says what is wanted; the driver alone touches the map. */
export function MapPanel({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const hovered = useAtlas((state) => state.hovered);
  const focused = useAtlas((state) => state.focused);
  const basemap = useAtlas((state) => state.basemap);
  const basemapStatus = useAtlas((state) => state.basemapStatus.kind);
  const shown = useShown();
  const tokens = useTokens();
  const scale = useRoomScale();
  const presenting = shown.stage !== null;
  const area = framedArea(shown.filters, dataset);
  // What is framed is fitted beside the panel; a selection alone leaves the camera where it is.
  const padding = useMapPadding(presenting, area !== null || shown.camera.kind === 'item');
  const covered = useMapPadding(presenting, area !== null || shown.item !== null);

  const located = useMemo(() => items.filter((item) => item.place.label !== null), [items]);
  const target = useMemo(() => cameraTarget(shown, dataset), [shown, dataset]);
  const framedDistricts = useMemo(() => {
    const zone = dataset.city.zones.find((candidate) => candidate.id === area);
    return area === null ? [] : [zone?.within ?? area];
  }, [area, dataset]);
  const counts = useDistrictShades(shown);
  const shades = useMemo(
    () => counts && new Map(counts.map(({ district, share }) => [district, share])),
    [counts],
  );
  const detailed = useMemo(() => detailedBasemap(basemap, deploy.basemaps), [basemap]);
  const wanted = useMemo(
    (): Wanted => ({
      items: located,
      selected: shown.item,
      hovered,
      focused,
      framedDistricts,
      shades,
      camera: { ...target, padding },
      covered,
      language: shown.language,
      tokens,
      basemap: detailed,
      scale,
    }),
    [
      located,
      shown.item,
      shown.language,
      hovered,
      focused,
      framedDistricts,
      shades,
      target,
      padding,
      covered,
      tokens,
      detailed,
      scale,
    ],
  );

  const container = useRef<HTMLDivElement>(null);
  const driver = useRef<MapDriver | null>(null);
  const latest = useRef(wanted);
  latest.current = wanted;
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
              if (!state().view.stage) state().select(id);
            },
            onGroup: (members, position) => {
              if (!state().view.stage) setGroup({ members, position });
            },
            onDistrict: (id) => {
              closeGroup();
              const { view } = state();
              if (view.stage) return;
              if (view.item) state().select(null);
              else if (framedArea(view.filters, state().dataset) !== id) state().browseArea(id);
            },
            onEmpty: () => {
              closeGroup();
              if (!state().view.stage) state().select(null);
            },
            onHover: (id) => state().hover(id),
            onMoved: (bounds) => {
              if (!state().view.stage) state().moveCamera({ kind: 'bounds', bounds });
            },
            onMoveStart: () => {
              closeGroup();
              setLive(true);
            },
            onBasemap: ({ choice }, status) => state().reportBasemap(choice, status),
            onSettled: (now) => {
              setSettled(now);
              if (now) setLive(true);
              if (now && driver.current) setMapState(driver.current.state());
            },
          },
        });
        driver.current.set(latest.current);
      })
      .catch((error: unknown) => {
        if (!cancelled) setFailure(error instanceof Error ? error : new Error(String(error)));
      });
    return () => {
      cancelled = true;
      driver.current?.destroy();
      driver.current = null;
    };
  }, [store, closeGroup]);

  useEffect(() => driver.current?.set(wanted), [wanted]);
  // A group that a filter changed is no longer the one that was opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of items is what changes
  useEffect(closeGroup, [located]);

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
          {!presenting && <MapItems items={located} />}
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
          {!presenting && <BasemapNotice />}
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
