import {
  type EmbedReport,
  embedVersion,
  mayEmbed,
  type PostedReport,
  readEmbedRequest,
  viewText,
} from '../model/embed-messages.ts';
import { filterItems } from '../model/facets.ts';
import { parametersToView } from '../model/view-url.ts';
import type { AtlasStore } from './store.ts';

/**
 * Talks with the page around the atlas, if that page has the right origin: shows the views that it asks for, and tells
 * of changes. Nothing is said before the page around has said hello, and then to its origin alone.
 */
export function syncEmbedding(store: AtlasStore, embedOrigins: readonly string[]): () => void {
  const around = window.parent;
  if (around === window) return () => undefined;
  let listener: string | null = null;
  const tell = (report: EmbedReport, origin = listener) => {
    if (origin !== null)
      around.postMessage({ ...report, atlas: embedVersion } satisfies PostedReport, origin);
  };
  const present = () => {
    const { view, dataset } = store.getState();
    return { view: viewText(view), count: filterItems(dataset.items, view.filters).length };
  };
  const show = (view: string) => {
    const { dataset, deck, replaceView } = store.getState();
    const read = parametersToView(new URLSearchParams(view), dataset, deck);
    // What was not understood is told to the page that asked, not to the person who looks at it.
    replaceView(read.view, []);
    if (read.dropped.length > 0)
      tell({ type: 'refused', reason: 'unknown-parameters', dropped: read.dropped });
  };

  const onMessage = ({ source, origin, data }: MessageEvent) => {
    if (source !== around || !mayEmbed(origin, window.location.origin, embedOrigins)) return;
    const request = readEmbedRequest(data);
    if (request === null) return;
    if (request === 'unknown') return tell({ type: 'refused', reason: 'unknown-request' }, origin);
    listener = origin;
    if (request.type === 'set-view') return show(request.view);
    tell({ type: 'ready', ...present() });
    if (store.getState().mapSettled) tell({ type: 'settled', view: present().view });
  };
  window.addEventListener('message', onMessage);
  const unsubscribe = store.subscribe((state, previous) => {
    if (listener === null) return;
    if (state.view !== previous.view && viewText(state.view) !== viewText(previous.view))
      tell({ type: 'view-changed', ...present() });
    if (state.mapSettled && !previous.mapSettled) tell({ type: 'settled', view: viewText(state.view) });
  });
  return () => {
    window.removeEventListener('message', onMessage);
    unsubscribe();
  };
}
