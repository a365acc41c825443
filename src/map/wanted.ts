import type { DetailedBasemap } from '../model/basemap.ts';
import type { Item } from '../model/dataset.ts';
import type { CameraTarget } from '../model/view.ts';
import { type Looks, sameLooks } from './looks.ts';

/** Space in CSS pixels that panels cover at each edge of the map. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Where the camera should be, and what panels leave free for it. */
export interface WantedCamera extends CameraTarget {
  padding: Padding;
}

/** The whole state the map should be in. Values are compared by identity, so unchanged parts must stay the same objects. */
export interface Wanted extends Looks {
  /** The located items on show, in list order. */
  items: readonly Item[];
  selected: string | null;
  /** The item under the pointer, wherever. */
  hovered: string | null;
  /** The item that has the keyboard's focus, in a list or in the map's listbox. */
  focused: string | null;
  /** The district ids that stay in full light; empty means all of them. */
  framedDistricts: readonly string[];
  /** How deep each district is shaded, by its id, from 0 to 1; null for no shading. */
  shades: ReadonlyMap<string, number> | null;
  camera: WantedCamera;
  /** What panels cover now: a selected mark under one of them is brought out. */
  covered: Padding;
  /** What lies under the items in place of the embedded base; null for nothing. */
  basemap: DetailedBasemap | null;
}

/** What must be done to get from one wanted state to the next, in the order in which it is done. */
const allChanges = [
  'style',
  'basemap',
  'items',
  'selection',
  'hover',
  'focus',
  'frame',
  'shades',
  'camera',
] as const;
export type Change = (typeof allChanges)[number];

/** The changes between two wanted states; everything, at first. Pure, so that it can be tested without a map. */
export function changesBetween(applied: Wanted | null, wanted: Wanted): Change[] {
  if (!applied) return [...allChanges];
  const changes: Change[] = [];
  // A new style forgets sources and feature states: everything but the camera is told again.
  if (!sameLooks(applied, wanted)) changes.push(...allChanges.filter((change) => change !== 'camera'));
  else {
    if (applied.basemap !== wanted.basemap) changes.push('basemap');
    // New marks know neither selection nor pointer nor focus.
    const renewed = applied.items !== wanted.items;
    if (renewed) changes.push('items');
    if (renewed || applied.selected !== wanted.selected) changes.push('selection');
    if (renewed || applied.hovered !== wanted.hovered) changes.push('hover');
    if (renewed || applied.focused !== wanted.focused) changes.push('focus');
    if (!sameList(applied.framedDistricts, wanted.framedDistricts)) changes.push('frame');
    if (applied.shades !== wanted.shades) changes.push('shades');
  }
  if (cameraKey(applied.camera) !== cameraKey(wanted.camera)) changes.push('camera');
  return changes;
}

/** A camera target as text: two targets with the same key look at the same place in the same free space. */
export function cameraKey({ bounds, maxZoom, padding }: WantedCamera): string {
  const { top, right, bottom, left } = padding;
  return [...bounds.map((degrees) => degrees.toFixed(5)), maxZoom, top, right, bottom, left].join(',');
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
