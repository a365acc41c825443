import type { StoreApi } from 'zustand/vanilla';
import type { BuiltAtlas } from '../model/deploy.ts';
import type { View } from '../model/view.ts';

/** How often a page that stays open asks whether there is a newer version, in milliseconds. */
const askEvery = 60 * 60 * 1000;

/** A newer version of the atlas that this browser has fetched, or that another window already changed to. */
export interface Installed {
  /** It is there and not refused. Nothing is changed before a person says so. */
  updateReady: boolean;
  /** Changes to the newer version: the page is loaded again, as it stands in its address. */
  takeUpdate(): void;
  /** Stays with the present version until the next visit. */
  refuseUpdate(): void;
}

/** What the keeping of the site needs of the rest of the state. */
interface InstalledSetting extends Installed {
  view: View;
  mapSettled: boolean;
}

/** The part of the store about versions; {@link keepInstalled} fills it with life. */
export function createInstalled(set: (part: Partial<Installed>) => void): Installed {
  return {
    updateReady: false,
    takeUpdate: () => undefined,
    refuseUpdate: () => set({ updateReady: false }),
  };
}

/** Whether a page is one that keeps the site: it came from a server that can, and stands for itself. */
export function canKeep({ serviceWorker }: BuiltAtlas, { protocol, search }: Location): boolean {
  const isOwn = protocol === 'https:' || protocol === 'http:';
  return serviceWorker !== null && isOwn && !new URLSearchParams(search).has('embed');
}

/**
 * Keeps the whole site for use without a network, by the service worker beside the page, and tells the store of newer
 * versions. Starts when the map is drawn, for the first picture comes first. Where the browser cannot, the atlas needs
 * its server at each visit and all else is as usual.
 */
export function keepInstalled(store: StoreApi<InstalledSetting>, built: BuiltAtlas): void {
  const { serviceWorker: file } = built;
  // There is none on an address that is not secure, such as http: on another computer.
  if (file === null || !canKeep(built, window.location) || !('serviceWorker' in navigator)) return;
  const control = followControl(store);
  const start = () =>
    register(store, file, control).catch((error: unknown) => {
      console.warn('The atlas cannot be kept for use without a network.', error);
    });
  // Before the map is there a person may accept, too, what another window fetched.
  store.setState({ takeUpdate: () => window.location.reload() });
  if (store.getState().mapSettled) void start();
  else {
    const unsubscribe = store.subscribe(({ mapSettled }) => {
      if (!mapSettled) return;
      unsubscribe();
      void start();
    });
  }
}

/** What a page knows of its worker. */
interface Control {
  /** The worker that the page came with; null at the first visit. */
  own: ServiceWorker | null;
  /** The person accepted the newer version. */
  taken: boolean;
}

/** Follows which worker the page is under, from its beginning: another window may change it at any time. */
function followControl(store: StoreApi<InstalledSetting>): Control {
  const { serviceWorker } = navigator;
  const control: Control = { own: serviceWorker.controller, taken: false };
  let current = control.own;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of all takes over a page of its own version.
    const isNewer = current !== null;
    current = serviceWorker.controller;
    if (control.taken) window.location.reload();
    // Another window changed to the newer version: this one stays as it is until it may.
    else if (isNewer) store.setState({ updateReady: true });
  });
  return control;
}

async function register(store: StoreApi<InstalledSetting>, file: string, control: Control): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(`./${file}`, { updateViaCache: 'none' });
  // Not where another window has changed the version since: this page lives on the older one.
  if (serviceWorker.controller === control.own) control.own?.postMessage('started');

  store.setState({
    takeUpdate: () => {
      control.taken = true;
      if (registration.waiting) registration.waiting.postMessage('take-over');
      else window.location.reload();
    },
  });
  const offer = () => {
    // Without a worker before, what has been fetched is this very version.
    if (registration.waiting && serviceWorker.controller) store.setState({ updateReady: true });
  };
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', offer);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  offer();
  setInterval(() => {
    // While presenting the network is left alone.
    if (store.getState().view.stage || !navigator.onLine) return;
    registration.update().catch((error: unknown) => {
      console.warn('Whether there is a newer version could not be asked.', error);
    });
  }, askEvery);
}
