/**
 * The changes that every page of the benchmark makes, so that each shows the same: a sector filtered and let go, ten
 * items selected one after the other, and the scenes of the shipped deck. The keys make them on the peers' pages; in the
 * app a person's own clicks and keys do.
 */
import type { Dataset, Item } from '../../src/model/dataset.ts';
import { shownView } from '../../src/model/decks/stage.ts';
import { listedItems } from '../../src/model/grouping.ts';
import { defaultView, type View } from '../../src/model/view.ts';

/** The kinds of change, and the key that makes each on a peer's page. */
export const changeKeys = { filter: 'f', selection: 's', scene: 'c' } as const;
export type ChangeKind = keyof typeof changeKeys;

/** The sector that is filtered. */
export const filteredSector = 'transport';

/** Rows of the list between one selection and the next. */
export const rowStep = 7;

/** Gives, for each kind, the view after the next change of that kind. */
export function viewSequence(dataset: Dataset): (kind: ChangeKind) => View {
  const times = { filter: 0, selection: 0, scene: 0 };
  const rows = listedItems(dataset, {}, 'district');
  const [deck] = dataset.decks;
  return (kind) => {
    const time = times[kind]++;
    if (kind === 'filter')
      return { ...defaultView, filters: time % 2 === 0 ? { sector: [filteredSector] } : {} };
    if (kind === 'selection') {
      const item = rows[time * rowStep]?.id ?? null;
      return { ...defaultView, item, camera: item ? { kind: 'item', item } : { kind: 'auto' } };
    }
    const index = time + 1;
    const scene = deck?.scenes[index];
    if (!deck || !scene) throw new Error('The deck has no further scene.');
    return shownView({ ...defaultView, stage: { deck: deck.id, index } }, scene, null, dataset);
  };
}

/** The items of a view that have a place, in list order. */
export function locatedIn(view: View, dataset: Dataset): Item[] {
  return listedItems(dataset, view.filters, 'district').filter(({ place }) => place.label !== null);
}

/** Lets the page show the next view of a kind whenever its key is pressed. */
export function followKeys(dataset: Dataset, show: (view: View) => void): void {
  const next = viewSequence(dataset);
  const kinds = Object.entries(changeKeys) as [ChangeKind, string][];
  window.addEventListener('keydown', ({ key }) => {
    const kind = kinds.find(([, own]) => own === key)?.[0];
    if (kind) show(next(kind));
  });
}

/** The element of the map, where the app has its own: `?left=&top=&width=&height=` in CSS pixels. */
export function placedMap(): HTMLElement {
  const container = document.getElementById('map');
  if (!container) throw new Error('The page has no element with the id map.');
  for (const side of ['left', 'top', 'width', 'height'] as const) container.style[side] = `${asked(side)}px`;
  return container;
}

/** A number that the address asks for. */
export function asked(name: string): number {
  return Number(new URLSearchParams(window.location.search).get(name));
}

/** Says whether all that was asked for is drawn, as the app's map does. */
export function tellSettled(container: HTMLElement, settled: boolean): void {
  container.setAttribute('data-settled', String(settled));
}
