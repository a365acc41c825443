// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testDataset } from '../testing/atlas.ts';
import { canKeep, keepInstalled } from './installed.ts';
import { createAtlasStore } from './store.ts';

const built = {
  reviewNumber: '',
  basemaps: [],
  embedOrigins: [],
  singleFile: false,
  singleFileName: 'atlas.html',
  serviceWorker: 'service-worker.js',
};
const at = (address: string) => new URL(address) as unknown as Location;

/** A browser's service workers, as far as the atlas uses them. */
function workers(controller: object | null) {
  const container = Object.assign(new EventTarget(), { controller, register: vi.fn() });
  const registration = Object.assign(new EventTarget(), {
    installing: null as EventTarget | null,
    waiting: null as { postMessage: (text: string) => void } | null,
  });
  container.register.mockResolvedValue(registration);
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: container });
  return { container, registration };
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.restoreAllMocks();
});

describe('the site is kept', () => {
  it.each([
    ['https://example.org/atlas/?item=a', true],
    ['http://127.0.0.1/', true],
    ['https://example.org/?embed=1', false],
    ['file:///media/atlas.html', false],
  ])('at %s: %s', (address, kept) => {
    expect(canKeep(built, at(address))).toBe(kept);
    expect(canKeep({ ...built, serviceWorker: null }, at(address))).toBe(false);
  });

  it('when the map is drawn, and not before', async () => {
    const { container } = workers(null);
    const store = createAtlasStore(testDataset);
    keepInstalled(store, built);
    expect(container.register).not.toHaveBeenCalled();
    store.getState().reportSettled(true);
    store.getState().reportSettled(false);
    store.getState().reportSettled(true);
    await vi.waitFor(() => expect(container.register).toHaveBeenCalledTimes(1));
  });

  it('or it is said why not, and nothing else changes', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { container } = workers(null);
    container.register.mockRejectedValue(new DOMException('denied', 'SecurityError'));
    const store = createAtlasStore(testDataset);
    store.getState().reportSettled(true);
    keepInstalled(store, built);
    await vi.waitFor(() => expect(warn).toHaveBeenCalled());
    expect(store.getState().updateReady).toBe(false);
  });
});

describe('a newer version', () => {
  const open = async (controller: object | null) => {
    const { container, registration } = workers(controller);
    const store = createAtlasStore(testDataset);
    store.getState().reportSettled(true);
    keepInstalled(store, built);
    const fetched = () => {
      const worker = new EventTarget();
      registration.installing = worker;
      registration.dispatchEvent(new Event('updatefound'));
      registration.waiting = { postMessage: vi.fn() };
      worker.dispatchEvent(new Event('statechange'));
    };
    const { takeUpdate } = store.getState();
    await vi.waitFor(() => expect(store.getState().takeUpdate).not.toBe(takeUpdate));
    return { store, container, registration, fetched };
  };

  it('is offered when it is fetched, and takes over when it is accepted', async () => {
    const { store, registration, fetched } = await open({ postMessage: vi.fn() });
    fetched();
    expect(store.getState().updateReady).toBe(true);
    expect(registration.waiting?.postMessage).not.toHaveBeenCalled();
    store.getState().takeUpdate();
    expect(registration.waiting?.postMessage).toHaveBeenCalledWith('take-over');
  });

  it('may be refused', async () => {
    const { store, fetched } = await open({ postMessage: vi.fn() });
    fetched();
    store.getState().refuseUpdate();
    expect(store.getState().updateReady).toBe(false);
  });

  it('is none at the first visit', async () => {
    const { store, container, fetched } = await open(null);
    fetched();
    container.controller = {};
    container.dispatchEvent(new Event('controllerchange'));
    expect(store.getState().updateReady).toBe(false);
  });

  it('that another window changed to before the map was drawn is offered too', () => {
    const { container } = workers({ postMessage: vi.fn() });
    const store = createAtlasStore(testDataset);
    keepInstalled(store, built);
    container.dispatchEvent(new Event('controllerchange'));
    expect(store.getState().updateReady).toBe(true);
  });

  it('that another window changed to is offered, not forced', async () => {
    const { store, container } = await open({ postMessage: vi.fn() });
    container.dispatchEvent(new Event('controllerchange'));
    expect(store.getState().updateReady).toBe(true);
  });
});
