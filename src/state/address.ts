import type { View } from '../model/view.ts';
import { pageParameters, parametersToView, viewToParameters } from '../model/view-url.ts';
import type { AtlasStore } from './store.ts';

/** Camera moves replace the address at most this often: browsers refuse a flood of history writes. */
const cameraWriteDelay = 400;

/**
 * Keeps the page's address and the view in step: reads it at the start and on back and forward, writes it on change.
 * A step that a person would want to undo makes a history entry; a camera move replaces the current one.
 * On `file:` the address's fragment is used, because browsers refuse other changes there.
 */
export function syncAddress(store: AtlasStore): () => void {
  const read = () => {
    const { dataset, deck, replaceView } = store.getState();
    const { view, dropped } = parametersToView(readParameters(window.location), dataset, deck);
    replaceView(view, dropped);
  };
  read();

  const embedded = isEmbedded();
  let reading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = addressOf(store.getState().view);
  // What was not understood is taken out of the address in place: the notice has said so.
  if (written !== currentAddress()) window.history.replaceState(null, '', written);
  const write = (mode: 'push' | 'replace') => {
    clearTimeout(timer);
    const address = addressOf(store.getState().view);
    if (address === written) return;
    written = address;
    if (mode === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  };

  const unsubscribe = store.subscribe((state, previous) => {
    if (reading || state.view === previous.view) return;
    if (onlyCameraMoved(state.view, previous.view)) {
      clearTimeout(timer);
      timer = setTimeout(() => write('replace'), cameraWriteDelay);
    } else {
      // In a frame every entry would be one more step back for the page around it.
      const enters = !embedded && entersHistory(state.view, previous.view);
      write(enters ? 'push' : 'replace');
    }
  });
  const onPopState = () => {
    clearTimeout(timer);
    // What is read from the address is not written back: that would cut off the way forward.
    reading = true;
    read();
    reading = false;
    const address = addressOf(store.getState().view);
    // A part that was dropped is taken out of the address in place.
    if (address !== currentAddress()) window.history.replaceState(null, '', address);
    written = address;
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener('popstate', onPopState);
  };
}

function onlyCameraMoved(view: View, previous: View): boolean {
  return onlyDiffersIn(view, previous, ['camera']);
}

/**
 * Turning a page, and leaving the stage, are no steps to go back through: one entry stands for a presentation. Nor is
 * how the page looks and speaks.
 */
function entersHistory(view: View, previous: View): boolean {
  return !previous.stage && !onlyDiffersIn(view, previous, ['theme', 'language']);
}

function onlyDiffersIn(view: View, previous: View, parts: readonly (keyof View)[]): boolean {
  return (Object.keys(view) as (keyof View)[]).every(
    (key) => parts.includes(key) || view[key] === previous[key],
  );
}

function currentAddress(): string {
  const { location } = window;
  return location.protocol === 'file:' ? location.hash : location.search || location.pathname;
}

/** The parameters of an address: on `file:` they stand in its fragment. */
export function readParameters(location: Location): URLSearchParams {
  const fromFragment = location.hash.length > 1 ? location.hash.slice(1) : '';
  return new URLSearchParams(location.protocol === 'file:' ? fromFragment : location.search);
}

/** Whether the address asks for the map with as little around it as possible, to stand in another page. */
export function isEmbedded(): boolean {
  const value = readParameters(window.location).get('embed');
  return value !== null && value !== '0';
}

/** The link of a view to the whole atlas, from a page that is embedded in another. */
export function fullLink(view: View): string {
  const link = new URL(window.location.href);
  const text = viewToParameters(view).toString().replaceAll('%2C', ',');
  if (link.protocol === 'file:') link.hash = text;
  else [link.search, link.hash] = [text, ''];
  return link.href;
}

/** The whole link of a view, as it can be sent to somebody. */
export function currentLink(view: View): string {
  return new URL(addressOf(view), window.location.href).href;
}

/** The address of a view in this page; parameters that belong to the page are kept. */
function addressOf(view: View): string {
  const parameters = viewToParameters(view);
  for (const [name, value] of readParameters(window.location)) {
    if (pageParameters.has(name)) parameters.append(name, value);
  }
  const text = parameters.toString().replaceAll('%2C', ',');
  if (window.location.protocol === 'file:') return `#${text}`;
  return text ? `?${text}` : window.location.pathname;
}
