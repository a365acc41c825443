/** The least that React and MapLibre need for the same map: one component, one state. */
import dataset from 'virtual:atlas/dataset';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadIconSprite } from '../../../src/map/icon-sprite.ts';
import { defaultView, type View } from '../../../src/model/view.ts';
import { makeMap, showView } from '../same-map.ts';
import { followKeys, placedMap } from '../same-views.ts';

function Atlas({ container }: { container: HTMLElement }) {
  const [view, setView] = useState(defaultView);
  const map = useRef<MapLibreMap | null>(null);
  const shown = useRef<View>(defaultView);
  useEffect(() => {
    const made = makeMap(container);
    map.current = made;
    followKeys(dataset, setView);
    return () => made.remove();
  }, [container]);
  useEffect(() => {
    if (map.current && view !== shown.current) showView(map.current, view, shown.current);
    shown.current = view;
  }, [view]);
  return null;
}

await loadIconSprite();
const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(<Atlas container={placedMap()} />);
