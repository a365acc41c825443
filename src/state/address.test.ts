// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDataset } from '../testing/atlas.ts';
import { syncAddress } from './address.ts';
import { createAtlasStore } from './store.ts';

let stop: (() => void) | undefined;

/** Opens the atlas at an address, as a browser would. */
function openAt(search: string) {
  window.history.replaceState(null, '', `/atlas/${search}`);
  const store = createAtlasStore(testDataset);
  stop = syncAddress(store);
  return store;
}

/** Goes to another address and tells the page, as the back and forward buttons do. */
function goTo(search: string) {
  window.history.replaceState(null, '', `/atlas/${search}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

const address = () => window.location.pathname + window.location.search;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  stop?.();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('opening an address', () => {
  it('shows the view that it describes', () => {
    const { view } = openAt('?sector=transport&item=bridge&lang=en&v=1').getState();
    expect(view).toMatchObject({ filters: { sector: ['transport'] }, item: 'bridge', language: 'en' });
  });

  it('names what it did not understand', () => {
    const store = openAt('?colour=red&sector=transport');
    expect(store.getState().dropped).toEqual([{ name: 'colour', value: 'red', reason: 'unknown-parameter' }]);
    expect(store.getState().view.filters).toEqual({ sector: ['transport'] });
  });

  it('makes no history entry by itself', () => {
    const push = vi.spyOn(window.history, 'pushState');
    openAt('?sector=transport&v=1');
    vi.runAllTimers();
    expect(push).not.toHaveBeenCalled();
  });
});

describe('changing the view', () => {
  it('writes it into the address with a history entry to go back through', () => {
    const store = openAt('');
    const push = vi.spyOn(window.history, 'pushState');
    store.getState().toggle('sector', 'transport');
    expect(address()).toBe('/atlas/?sector=transport&v=1');
    expect(push).toHaveBeenCalledTimes(1);
  });

  it('leaves a plain address when everything is as at first again', () => {
    const store = openAt('?sector=transport&v=1');
    store.getState().clearFilters();
    expect(address()).toBe('/atlas/');
  });

  it('leaves lists readable in the address', () => {
    const store = openAt('');
    store.getState().choose('sector', ['transport', 'culture']);
    expect(address()).toBe('/atlas/?sector=transport,culture&v=1');
  });

  it('can be opened again from the address, and is the same', () => {
    const store = openAt('');
    store.getState().choose('district', ['east', 'harbour']);
    store.getState().select('bridge', { reveal: true });
    store.getState().setLanguage('en');
    const { view } = store.getState();
    stop?.();
    expect(openAt(window.location.search).getState().view).toEqual(view);
  });

  it('keeps the parameters that belong to the page', () => {
    const store = openAt('?embed=1');
    store.getState().toggle('sector', 'transport');
    expect(new URLSearchParams(window.location.search).get('embed')).toBe('1');
  });

  it('writes nothing for what is not in the view', () => {
    const store = openAt('');
    const push = vi.spyOn(window.history, 'pushState');
    const replace = vi.spyOn(window.history, 'replaceState');
    store.getState().hover('plant');
    store.getState().setGrouping('sector');
    vi.runAllTimers();
    expect([...push.mock.calls, ...replace.mock.calls]).toEqual([]);
  });
});

describe('moving the map', () => {
  it('writes once after many moves, the last place, and makes no history entry', () => {
    const store = openAt('');
    const push = vi.spyOn(window.history, 'pushState');
    const replace = vi.spyOn(window.history, 'replaceState');
    for (const shift of [0, 0.01, 0.02])
      store.getState().moveCamera({ kind: 'bounds', bounds: [10.6 + shift, 40.8, 10.9, 41] });
    vi.runAllTimers();
    expect(push).not.toHaveBeenCalled();
    expect(replace).toHaveBeenCalledTimes(1);
    expect(address()).toBe('/atlas/?at=10.62,40.8,10.9,41&v=1');
  });

  it('is not lost when a step follows before it was written', () => {
    const store = openAt('');
    store.getState().moveCamera({ kind: 'bounds', bounds: [10.6, 40.8, 10.9, 41] });
    store.getState().toggle('sector', 'transport');
    vi.runAllTimers();
    expect(address()).toBe('/atlas/?sector=transport&at=10.6,40.8,10.9,41&v=1');
  });
});

describe('presenting', () => {
  it('is one step of the history, however many scenes are shown', () => {
    const store = openAt('?sector=transport&v=1');
    const push = vi.spyOn(window.history, 'pushState');
    store.getState().present({ deck: 'tour', index: 0 });
    store.getState().step(1);
    store.getState().step(1);
    expect(push).toHaveBeenCalledTimes(1);
    expect(address()).toBe('/atlas/?sector=transport&scene=tour.3&v=1');
  });

  it('ends at the address that it began from', () => {
    const store = openAt('?sector=transport&v=1');
    store.getState().present({ deck: 'tour', index: 0 });
    store.getState().step(1);
    store.getState().endPresentation();
    expect(address()).toBe('/atlas/?sector=transport&v=1');
  });
});

describe('back and forward', () => {
  it('bring back the view of that address', () => {
    const store = openAt('?sector=transport&v=1');
    store.getState().select('bridge');
    goTo('?sector=transport&v=1');
    expect(store.getState().view).toMatchObject({ filters: { sector: ['transport'] }, item: null });
  });

  it('make no history entry, which would cut off the way forward', () => {
    const store = openAt('?sector=transport&v=1');
    store.getState().select('bridge');
    const push = vi.spyOn(window.history, 'pushState');
    goTo('?sector=transport&v=1');
    vi.runAllTimers();
    expect(push).not.toHaveBeenCalled();
    expect(address()).toBe('/atlas/?sector=transport&v=1');
  });

  it('take out of the address in place what is not understood there, and name it', () => {
    const store = openAt('?sector=transport&v=1');
    const push = vi.spyOn(window.history, 'pushState');
    goTo('?sector=culture&item=gone&v=1');
    vi.runAllTimers();
    expect(store.getState().dropped).toEqual([{ name: 'item', value: 'gone', reason: 'unknown-value' }]);
    expect(address()).toBe('/atlas/?sector=culture&v=1');
    expect(push).not.toHaveBeenCalled();
  });

  it('are written about again once the view changes', () => {
    const store = openAt('?sector=transport&v=1');
    goTo('?sector=culture&v=1');
    store.getState().toggle('sector', 'industry');
    expect(address()).toBe('/atlas/?sector=culture,industry&v=1');
  });

  it('are not undone by a map move that was not yet written', () => {
    const store = openAt('?sector=transport&v=1');
    store.getState().moveCamera({ kind: 'bounds', bounds: [10.6, 40.8, 10.9, 41] });
    goTo('?lang=en&v=1');
    vi.runAllTimers();
    expect(address()).toBe('/atlas/?lang=en&v=1');
    expect(store.getState().view.language).toBe('en');
  });

  it('are not followed any more once the synchronisation was ended', () => {
    const store = openAt('');
    stop?.();
    goTo('?sector=transport&v=1');
    store.getState().toggle('sector', 'culture');
    expect(store.getState().view.filters).toEqual({ sector: ['culture'] });
    expect(address()).toBe('/atlas/?sector=transport&v=1');
  });
});
