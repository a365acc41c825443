import { create } from 'zustand';
import type { Dataset } from '../model/dataset.ts';
import { type FacetId, type Filters, filterItems, setFilter, toggleFilter } from '../model/facets.ts';
import type { Grouping } from '../model/grouping.ts';
import {
  type Camera,
  defaultView,
  framedArea,
  type Language,
  type StagePosition,
  stepStage,
  type View,
} from '../model/view.ts';
import type { DroppedParameter } from '../model/view-url.ts';

/** The view, and what is too fleeting to be in it. */
export interface AtlasState {
  dataset: Dataset;
  view: View;
  /** The item under the pointer or the focus, in whatever part. */
  hovered: string | null;
  grouping: Grouping;
  /** Parts of the address that were not understood; shown until dismissed. */
  dropped: DroppedParameter[];

  toggle(facet: FacetId, value: string): void;
  choose(facet: FacetId, values: readonly string[]): void;
  clearFilters(): void;
  /** Shows only this district or zone and frames it; the same again leaves it. */
  browseArea(area: string | null): void;
  /** Selects an item. With `reveal` the camera goes to it; a mark clicked on the map is already in sight. */
  select(item: string | null, options?: { reveal?: boolean }): void;
  hover(item: string | null): void;
  /** The person moved the map: from now on its bounds are kept. */
  moveCamera(camera: Camera): void;
  /** Leaves the area that is framed, if any, and shows the whole city again. */
  showWholeCity(): void;
  setLanguage(language: Language): void;
  setGrouping(grouping: Grouping): void;
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
    const changeFilters = (filters: Filters) => {
      const { view } = get();
      // A new area is framed; any other filter leaves the map where the person put it.
      const areaChanged = filters.district !== view.filters.district || filters.items !== view.filters.items;
      const stillListed = filterItems(dataset.items, filters).some((item) => item.id === view.item);
      change({
        filters,
        item: stillListed ? view.item : null,
        camera: areaChanged ? { kind: 'auto' } : view.camera,
      });
    };
    return {
      dataset,
      view: defaultView,
      hovered: null,
      grouping: 'district',
      dropped: [],

      toggle: (facet, value) => changeFilters(toggleFilter(get().view.filters, facet, value)),
      choose: (facet, values) => changeFilters(setFilter(get().view.filters, facet, values)),
      clearFilters: () => changeFilters({}),
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
      moveCamera: (camera) => change({ camera }),
      showWholeCity: () => {
        if (framedArea(get().view.filters, dataset))
          changeFilters(setFilter(get().view.filters, 'district', []));
        change({ camera: { kind: 'auto' } });
      },
      setLanguage: (language) => change({ language }),
      setGrouping: (grouping) => set({ grouping }),
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
      replaceView: (view, dropped) => set({ view, dropped }),
      dismissNotice: () => set({ dropped: [] }),
    };
  });
}
