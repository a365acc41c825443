import { areaById } from './areas.ts';
import type { Bounds, Dataset } from './dataset.ts';
import type { Filters } from './facets.ts';

export type Language = 'zh' | 'en';
export const languages: readonly Language[] = ['zh', 'en'];

/** How the map and the panels look 主题: paper on a laptop, dark on a wall of lamps, strong on a projector. */
export type ThemeId = 'light' | 'dark' | 'projector';
export const themeIds: readonly ThemeId[] = ['light', 'dark', 'projector'];

/** The theme that a step on leads to; after the last one the first. */
export function nextTheme(theme: ThemeId): ThemeId {
  return themeIds[(themeIds.indexOf(theme) + 1) % themeIds.length] ?? defaultView.theme;
}

/**
 * Where the map looks. `auto` is what the filters ask for: the chosen district, else the city. A camera fitted to an
 * item stays that, so that it fits on any screen; bounds are kept only once a person has moved the map.
 */
export type Camera = { kind: 'auto' } | { kind: 'item'; item: string } | { kind: 'bounds'; bounds: Bounds };

/** What stands beside the map besides list and detail 面板: the report itself, or what it adds up to. */
export const panelIds = ['report', 'statistics'] as const;
export type PanelId = (typeof panelIds)[number];

/** A presentation that goes on by itself, as in a lobby. */
export interface Autoplay {
  /** How long a scene stands, in seconds, unless it says otherwise. */
  seconds: number;
  /** After the last scene the first comes again. */
  loop: boolean;
}

/** Where a presentation stands: the deck and the number of its scene, from 0. */
export interface StagePosition {
  deck: string;
  index: number;
}

/** The one serialisable state 视图: everything that a user can arrive at. */
export interface View {
  filters: Filters;
  /** The id of the selected item. */
  item: string | null;
  camera: Camera;
  language: Language;
  theme: ThemeId;
  panel: PanelId | null;
  /** The paragraph that the report is opened at, as `report/p12`. */
  paragraph: string | null;
  /** The district or zone that the framed one is compared with. */
  compare: string | null;
  /** The districts are shaded by their number of items. */
  shaded: boolean;
  /** While presenting, the scene lies over the rest, which stays as it was. */
  stage: StagePosition | null;
  /** The presentation goes on by itself. */
  autoplay: Autoplay | null;
}

export const defaultView: View = {
  filters: {},
  item: null,
  camera: { kind: 'auto' },
  language: 'zh',
  theme: 'light',
  panel: null,
  paragraph: null,
  compare: null,
  shaded: false,
  stage: null,
  autoplay: null,
};

/** The single district or zone that the filters choose, which is then framed and gets its card; null for none or several. */
export function framedArea(filters: Filters, dataset: Dataset): string | null {
  const [only, ...others] = filters.district ?? [];
  if (!only || others.length > 0) return null;
  return areaById(dataset.city, only) ? only : null;
}

/** What the camera should show, in degrees, and how near it may come. */
export interface CameraTarget {
  bounds: Bounds;
  /** The nearest zoom this target may be shown at, so that a single point is not shown without its surroundings. */
  maxZoom: number;
}

/** A point is shown in a frame of at least this many degrees of latitude either side (about 4 km). */
const minHalfHeight = 0.035;
/** The map stops here: the base is not accurate enough for more. */
export const nearestZoom = 14;

/** The box that a view asks the camera to fit. */
export function cameraTarget(view: View, dataset: Dataset): CameraTarget {
  const { camera } = view;
  if (camera.kind === 'bounds') return { bounds: camera.bounds, maxZoom: nearestZoom };
  if (camera.kind === 'item') {
    const bounds = dataset.items.find((item) => item.id === camera.item)?.place.bounds;
    if (bounds) return { bounds: withSurroundings(bounds), maxZoom: 12.5 };
  }
  const { city } = dataset;
  const area = areaById(city, framedArea(view.filters, dataset));
  if (area) return { bounds: area.bounds, maxZoom: nearestZoom };
  const chosen = view.filters.items;
  const boxes = chosen
    ? dataset.items.flatMap((item) =>
        chosen.includes(item.id) && item.place.bounds ? [item.place.bounds] : [],
      )
    : [];
  const around = unionOfBounds(boxes);
  return around
    ? { bounds: withSurroundings(around), maxZoom: 12 }
    : { bounds: city.bounds, maxZoom: nearestZoom };
}

function withSurroundings([west, south, east, north]: Bounds): Bounds {
  const lat = Math.max(0, minHalfHeight - (north - south) / 2);
  const lng = Math.max(0, minHalfHeight * 1.4 - (east - west) / 2);
  return [west - lng, south - lat, east + lng, north + lat];
}

function unionOfBounds(boxes: readonly Bounds[]): Bounds | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce<Bounds>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  );
}
