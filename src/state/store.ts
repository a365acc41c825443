import { create } from 'zustand';
import {
  type BasemapChoice,
  type BasemapFailure,
  type BasemapStatus,
  embeddedBasemap,
} from '../model/basemap.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Aside } from '../model/decks/stage.ts';
import {
  type FacetId,
  type Filters,
  filterItems,
  sameFilters,
  setFilter,
  toggleFilter,
} from '../model/facets.ts';
import type { Grouping } from '../model/grouping.ts';
import {
  type Camera,
  defaultView,
  framedArea,
  type Language,
  type PanelId,
  type ThemeId,
  type View,
} from '../model/view.ts';
import type { DroppedParameter } from '../model/view-url.ts';
import { createInstalled, type Installed } from './installed.ts';
import { createOwnDecks, type OwnDecks } from './own-decks.ts';
import { createPresenting, currentAside, type Presenting } from './presenting.ts';
import { createSpeaking, type Speaking } from './speaking.ts';

/** How many changes of the filters can be undone. */
const undoDepth = 30;

/** The view, and what is too fleeting to be in it. */
export interface AtlasState extends Presenting, OwnDecks, Speaking, Installed {
  dataset: Dataset;
  view: View;
  /** The item under the pointer, in whatever part. */
  hovered: string | null;
  /** The item that has the keyboard's focus, in whatever part. */
  focused: string | null;
  grouping: Grouping;
  /** Single letters are shortcuts; some people must be able to switch that off. */
  letterShortcuts: boolean;
  /** How often a paragraph was asked for: the same one again is scrolled to again. */
  timesOpened: number;
  /** What lies under the items. It is this computer's affair, and in no link. */
  basemap: BasemapChoice;
  basemapStatus: BasemapStatus;
  /** The basemap that was given up, and why; told until dismissed. */
  basemapFailure: { choice: BasemapChoice; reason: BasemapFailure } | null;
  /** The map has drawn all that is wanted, or there is none and nothing more will come. */
  mapSettled: boolean;
  /** Parts of the address that were not understood; shown until dismissed. */
  dropped: DroppedParameter[];
  /** What stood before each change of the filters, oldest first. */
  undoable: readonly Aside[];

  toggle(facet: FacetId, value: string): void;
  choose(facet: FacetId, values: readonly string[]): void;
  /** Replaces the choices of several facets in one step, which is undone as one. */
  chooseTogether(choices: Filters): void;
  clearFilters(): void;
  /** Takes the last change of the filters back, with the selection and the framing that it cost. */
  undo(): void;
  /** Shows only this district or zone and frames it; the same again leaves it. */
  browseArea(area: string | null): void;
  /** Selects an item. With `reveal` the camera goes to it; a mark clicked on the map is already in sight. */
  select(item: string | null, options?: { reveal?: boolean }): void;
  hover(item: string | null): void;
  focus(item: string | null): void;
  /** The person moved the map: from now on its bounds are kept. */
  moveCamera(camera: Camera): void;
  /** Leaves the area that is framed, if any, and shows the whole city again. */
  showWholeCity(): void;
  setLanguage(language: Language): void;
  setTheme(theme: ThemeId): void;
  setGrouping(grouping: Grouping): void;
  setLetterShortcuts(letterShortcuts: boolean): void;
  /** Opens what stands beside the map; the same again closes it. */
  togglePanel(panel: PanelId): void;
  /** Opens the report at a paragraph, given as `report/p12`. `alone` leaves the item, where its detail would lie over the report. */
  readParagraph(address: string, options?: { alone?: boolean }): void;
  closePanel(): void;
  /** Sets another area beside the framed one. */
  compareWith(area: string | null): void;
  setShaded(shaded: boolean): void;
  chooseBasemap(basemap: BasemapChoice): void;
  /** The map tells what became of the basemap that was chosen. One that failed is no longer chosen. */
  reportBasemap(choice: BasemapChoice, status: BasemapStatus): void;
  dismissBasemapFailure(): void;
  /** The map tells whether it has drawn all that is wanted. */
  reportSettled(mapSettled: boolean): void;
  replaceView(view: View, dropped: DroppedParameter[]): void;
  dismissNotice(): void;
}

export type AtlasStore = ReturnType<typeof createAtlasStore>;

/** Makes the store over a dataset, at the default view. */
export function createAtlasStore(dataset: Dataset) {
  return create<AtlasState>()((set, get) => {
    const change = (part: Partial<View>) => set(({ view }) => ({ view: { ...view, ...part } }));
    const isListed = (item: string | null, filters: Filters) =>
      filterItems(dataset.items, filters).some(({ id }) => id === item);
    // A new area is framed; any other filter leaves the map where the person put it.
    const changesArea = (filters: Filters, before: Filters) =>
      filters.district !== before.district || filters.items !== before.items;
    // On stage the view stays as it was: filters, selection and camera change beside the scene.
    const current = () => currentAside(get());
    const look = (part: Partial<Aside>) => {
      const { filters, item, camera } = current();
      if (get().view.stage) set({ aside: { filters, item, camera, ...part } });
      else change(part);
    };
    const changeFilters = (filters: Filters) => {
      const { filters: before, item, camera } = current();
      if (sameFilters(filters, before)) return;
      if (!get().view.stage)
        set(({ undoable }) => ({
          undoable: [...undoable, { filters: before, item, camera }].slice(-undoDepth),
        }));
      look({
        filters,
        item: isListed(item, filters) ? item : null,
        camera: changesArea(filters, before) ? { kind: 'auto' } : camera,
      });
    };
    return {
      ...createPresenting(dataset, set, get),
      ...createOwnDecks(dataset, set, get),
      ...createSpeaking(set, get),
      ...createInstalled(set),
      dataset,
      view: defaultView,
      hovered: null,
      focused: null,
      grouping: 'district',
      letterShortcuts: true,
      timesOpened: 0,
      basemap: embeddedBasemap,
      basemapStatus: { kind: 'embedded' },
      basemapFailure: null,
      mapSettled: false,
      dropped: [],
      undoable: [],

      toggle: (facet, value) => changeFilters(toggleFilter(current().filters, facet, value)),
      choose: (facet, values) => changeFilters(setFilter(current().filters, facet, values)),
      chooseTogether: (choices) =>
        changeFilters(
          (Object.keys(choices) as FacetId[]).reduce(
            (filters, facet) => setFilter(filters, facet, choices[facet] ?? []),
            current().filters,
          ),
        ),
      clearFilters: () => changeFilters({}),
      undo: () => {
        const { view, undoable } = get();
        const before = undoable.at(-1);
        // On stage there is one way back, to the scene; what stood before it is not touched.
        if (view.stage) set({ aside: null });
        if (view.stage || !before) return;
        set({ undoable: undoable.slice(0, -1) });
        // What the person selected or framed since stays, where it can.
        const kept = isListed(view.item, before.filters) ? view.item : null;
        const framedSince = view.camera.kind !== 'auto';
        const reframed = framedSince ? { kind: 'auto' as const } : before.camera;
        change({
          filters: before.filters,
          item: kept ?? (view.item === null ? before.item : null),
          camera: changesArea(before.filters, view.filters) ? reframed : view.camera,
        });
      },
      browseArea: (area) => {
        // On stage one asks for the whole of an area, whatever the scene chose of it.
        if (get().view.stage) {
          look({ filters: area === null ? {} : { district: [area] }, item: null, camera: { kind: 'auto' } });
          return;
        }
        const [framed, ...others] = current().filters.district ?? [];
        const leaves = area === null || (framed === area && others.length === 0);
        changeFilters(setFilter(current().filters, 'district', leaves ? [] : [area]));
      },
      select: (item, { reveal = false } = {}) => {
        const located = dataset.items.find((candidate) => candidate.id === item)?.place.bounds;
        const { filters, camera } = current();
        // On stage an item that was asked for is on the map, whatever the scene chose.
        const hidden = get().view.stage !== null && item !== null && !isListed(item, filters);
        look({
          item,
          filters: hidden ? {} : filters,
          camera: reveal && item && located ? { kind: 'item', item } : camera,
        });
      },
      hover: (hovered) => {
        if (get().hovered !== hovered) set({ hovered });
      },
      focus: (focused) => {
        if (get().focused !== focused) set({ focused });
      },
      moveCamera: (camera) => look({ camera }),
      showWholeCity: () => {
        if (framedArea(current().filters, dataset))
          changeFilters(setFilter(current().filters, 'district', []));
        look({ camera: { kind: 'auto' } });
      },
      setLanguage: (language) => change({ language }),
      setTheme: (theme) => change({ theme }),
      setGrouping: (grouping) => set({ grouping }),
      setLetterShortcuts: (letterShortcuts) => set({ letterShortcuts }),
      togglePanel: (panel) => {
        const opens = get().view.panel !== panel;
        change({ panel: opens ? panel : null, paragraph: null });
      },
      readParagraph: (paragraph, { alone = false } = {}) =>
        change({ panel: 'report', paragraph, item: alone ? null : get().view.item }),
      closePanel: () => change({ panel: null, paragraph: null }),
      compareWith: (compare) => change({ compare }),
      setShaded: (shaded) => change({ shaded }),
      chooseBasemap: (basemap) => {
        const kind = basemap.kind === 'embedded' ? 'embedded' : 'loading';
        set({ basemap, basemapStatus: { kind }, basemapFailure: null });
      },
      reportBasemap: (choice, status) => {
        // Another may have been chosen since.
        if (get().basemap !== choice) return;
        if (status.kind !== 'failed') set({ basemapStatus: status });
        else
          set({
            basemap: embeddedBasemap,
            basemapStatus: { kind: 'embedded' },
            basemapFailure: { choice, reason: status.reason },
          });
      },
      dismissBasemapFailure: () => set({ basemapFailure: null }),
      reportSettled: (mapSettled) => set({ mapSettled }),
      // Going back in history, or to a link, is a way of its own.
      replaceView: (view, dropped) => set({ view, dropped, undoable: [], aside: null, black: false }),
      dismissNotice: () => set({ dropped: [] }),
    };
  });
}
