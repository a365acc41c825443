/** The same items in Leaflet: the base's areas and lines plainly, each item as a circle, line or area; nothing is grouped. */
import base from 'virtual:atlas/base-layers';
import dataset from 'virtual:atlas/dataset';
import { canvas, circleMarker, geoJSON, latLng, latLngBounds, layerGroup, map as leafletMap } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { themeTokens } from '../../../src/drawing/tokens.ts';
import type { Bounds, Item } from '../../../src/model/dataset.ts';
import { cameraTarget, defaultView, type View } from '../../../src/model/view.ts';
import { followKeys, locatedIn, placedMap, tellSettled } from '../same-views.ts';

const tokens = themeTokens.light;
const container = placedMap();
container.style.background = tokens.land;
const boundsOf = ([west, south, east, north]: Bounds) => latLngBounds([south, west], [north, east]);
const map = leafletMap(container, {
  renderer: canvas(),
  zoomSnap: 0,
  zoomControl: false,
  attributionControl: false,
  zoomAnimation: false,
  fadeAnimation: false,
});
map.fitBounds(boundsOf(cameraTarget(defaultView, dataset).bounds), { animate: false });
const layers = ['boundaries', 'neighbours', 'water', 'rail', 'roads'] as const;
for (const name of layers)
  geoJSON(base[name], { style: { color: name === 'water' ? tokens.water : tokens.ink, weight: 1 } }).addTo(
    map,
  );
const items = layerGroup().addTo(map);

let shown: View = defaultView;
show(defaultView);
followKeys(dataset, show);

function show(view: View): void {
  tellSettled(container, false);
  const { bounds } = cameraTarget(view, dataset);
  if (String(bounds) !== String(cameraTarget(shown, dataset).bounds))
    map.fitBounds(boundsOf(bounds), { animate: false });
  if (view.filters !== shown.filters || items.getLayers().length === 0) {
    items.clearLayers();
    for (const item of locatedIn(view, dataset)) items.addLayer(drawn(item, item.id === view.item));
  } else for (const id of [shown.item, view.item]) redraw(id, view);
  shown = view;
  // Leaflet draws in the next frame, all at once.
  requestAnimationFrame(() => requestAnimationFrame(() => tellSettled(container, true)));
}

/** A selected item is drawn anew, and on top. */
function redraw(id: string | null, view: View): void {
  const item = dataset.items.find((each) => each.id === id);
  if (item?.place.label) items.addLayer(drawn(item, item.id === view.item));
}

function drawn({ place, sector }: Item, selected: boolean) {
  const color = selected ? tokens.accent : tokens.sectors[sector].fill;
  const { geometry, label } = place;
  if (geometry && geometry.type !== 'Point') return geoJSON(geometry, { style: { color } });
  const [lng = 0, lat = 0] = label ?? [];
  return circleMarker(latLng(lat, lng), { radius: selected ? 12 : 8, color, fillOpacity: 0.8 });
}
