import { create } from 'zustand';
import {
  type BasemapChoice,
  type BasemapFailure,
  type BasemapStatus,
  embeddedBasemap,
} from '../model/basemap.ts';
import type { Dataset } from '../model/dataset.ts';
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
  type StagePosition,
  stepStage,
  type ThemeId,
  type View,
} from '../model/view.ts';
import type { DroppedParameter } from '../model/view-url.ts';

/** How many changes of the filters can be undone. */
const undoDepth = 30;

/** What a change of the filters took away: the filters themselves, and the selection and camera under them. */
type FilteredView = Pick<View, 'filters' | 'item' | 'camera'>;

/** The view, and what is too fleeting to be in it. */
export interface AtlasState {
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
  /** Parts of the address that were not understood; shown until dismissed. */
  dropped: DroppedParameter[];
  /** What stood before each change of the filters, oldest first. */
  undoable: readonly FilteredView[];

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
  present(stage: StagePosition): void;
  step(steps: number): void;
  jumpTo(index: number): void;
  /** Back to exactly where one was: the view under the scene was never touched. */
  endPresentation(): void;
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
    const changeFilters = (filters: Filters) => {
      const { view, undoable } = get();
      if (sameFilters(filters, view.filters)) return;
      const { filters: before, item, camera } = view;
      set({ undoable: [...undoable, { filters: before, item, camera }].slice(-undoDepth) });
      change({
        filters,
        item: isListed(item, filters) ? item : null,
        camera: changesArea(filters, before) ? { kind: 'auto' } : camera,
      });
    };
    return {
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
      dropped: [],
      undoable: [],

      toggle: (facet, value) => changeFilters(toggleFilter(get().view.filters, facet, value)),
      choose: (facet, values) => changeFilters(setFilter(get().view.filters, facet, values)),
      chooseTogether: (choices) =>
        changeFilters(
          (Object.keys(choices) as FacetId[]).reduce(
            (filters, facet) => setFilter(filters, facet, choices[facet] ?? []),
            get().view.filters,
          ),
        ),
      clearFilters: () => changeFilters({}),
      undo: () => {
        const { view, undoable } = get();
        const before = undoable.at(-1);
        if (!before) return;
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
        const [current, ...others] = get().view.filters.district ?? [];
        const leaves = area === null || (current === area && others.length === 0);
        changeFilters(setFilter(get().view.filters, 'district', leaves ? [] : [area]));
      },
      select: (item, { reveal = false } = {}) => {
        const { view } = get();
        const located = dataset.items.find((candidate) => candidate.id === item)?.place.bounds;
        change({ item, camera: reveal && item && located ? { kind: 'item', item } : view.camera });
      },
      hover: (hovered) => {
        if (get().hovered !== hovered) set({ hovered });
      },
      focus: (focused) => {
        if (get().focused !== focused) set({ focused });
      },
      moveCamera: (camera) => change({ camera }),
      showWholeCity: () => {
        if (framedArea(get().view.filters, dataset))
          changeFilters(setFilter(get().view.filters, 'district', []));
        change({ camera: { kind: 'auto' } });
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
      present: (stage) => change({ stage }),
      step: (steps) => {
        const { stage } = get().view;
        if (stage) change({ stage: stepStage(dataset.decks, stage, steps) });
      },
      jumpTo: (index) => {
        const { stage } = get().view;
        if (stage) change({ stage: stepStage(dataset.decks, { ...stage, index: 0 }, index) });
      },
      endPresentation: () => change({ stage: null }),
      // Going back in history, or to a link, is a way of its own.
      replaceView: (view, dropped) => set({ view, dropped, undoable: [] }),
      dismissNotice: () => set({ dropped: [] }),
    };
  });
}
