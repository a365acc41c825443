import { type RefObject, useEffect } from 'react';
import { cityAreas } from '../../model/areas.ts';
import type { Item } from '../../model/dataset.ts';
import { framedArea, nextTheme, type StagePosition } from '../../model/view.ts';
import { type AtlasStore, lastStage, useAtlasStore } from '../../state/index.ts';
import { startPresenting } from '../present/start-presenting.ts';
import { type ShortcutId, shortcutOf } from './shortcuts.ts';

/** Handles the shortcuts while neither the stage nor a dialog has the screen. `listed` are the items in list order. */
export function useShortcuts(
  listed: readonly Item[],
  help: RefObject<HTMLDialogElement | null>,
  present: () => void,
): void {
  const store = useAtlasStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { view, letterShortcuts } = store.getState();
      if (view.stage || document.querySelector('dialog[open]')) return;
      const id = shortcutOf(event, letterShortcuts);
      if (id && perform(id, store, { listed, help: help.current, present })) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, listed, help, present]);
}

/** Does what a shortcut asks; false if there was nothing to do, so that the key keeps its own meaning. */
function perform(
  id: ShortcutId,
  store: AtlasStore,
  at: { listed: readonly Item[]; help: HTMLDialogElement | null; present: () => void },
): boolean {
  const state = store.getState();
  const { view, dataset } = state;
  const stepItem = (by: number) => {
    const index = at.listed.findIndex(({ id: each }) => each === view.item);
    const next = at.listed[index < 0 ? (by > 0 ? 0 : at.listed.length - 1) : index + by];
    if (next) state.select(next.id, { reveal: true });
    return next !== undefined;
  };
  const stepArea = (by: number) => {
    const areas = cityAreas(dataset.city).map(({ id: each }) => each);
    const index = areas.indexOf(framedArea(view.filters, dataset) ?? '');
    const next = areas[index < 0 ? (by > 0 ? 0 : areas.length - 1) : index + by];
    if (next) state.browseArea(next);
    return next !== undefined;
  };
  const actions: Record<ShortcutId, () => boolean> = {
    search: () => focusOn('.search-input'),
    filters: () => focusOn('.filters input'),
    list: () => focusOn('.item-row[aria-current="true"]') || focusOn('.item-list .item-row'),
    mapItems: () => focusOn('.map-items'),
    detail: () => focusOn('.detail:not(:focus)') || focusOn('.reader, .statistics'),
    report: () => done(() => state.togglePanel('report')),
    statistics: () => done(() => state.togglePanel('statistics')),
    nextItem: () => stepItem(1),
    previousItem: () => stepItem(-1),
    nextArea: () => stepArea(1),
    previousArea: () => stepArea(-1),
    wholeCity: () => done(() => state.showWholeCity()),
    theme: () => done(() => state.setTheme(nextTheme(view.theme))),
    present: () => done(at.present),
    presentFirst: () => done(() => startAt(store, null)),
    resume: () => done(() => startAt(store, lastStage(store))),
    undo: () => state.undoable.length > 0 && done(() => state.undo()),
    back: () => stepBack(store),
    help: () => done(() => at.help?.showModal()),
  };
  return actions[id]();
}

/** Puts a deck on stage where it was left, or else the first deck from its beginning. */
function startAt(store: AtlasStore, left: StagePosition | null): void {
  const [first] = store.getState().dataset.decks;
  const stage = left ?? (first && { deck: first.id, index: 0 });
  if (stage) startPresenting(store, stage);
}

/** One step back: first the item, then the area, then what was opened beside the map. */
function stepBack(store: AtlasStore): boolean {
  const { view, dataset, select, browseArea, closePanel } = store.getState();
  if (view.item) return done(() => select(null));
  if (framedArea(view.filters, dataset)) return done(() => browseArea(null));
  return view.panel !== null && done(closePanel);
}

function done(action: () => void): true {
  action();
  return true;
}

/** Focuses the first visible element that a selector finds. */
function focusOn(selector: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0,
  );
  found?.focus();
  return found !== undefined;
}
