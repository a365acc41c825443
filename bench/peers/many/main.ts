/**
 * A map with `?items=` made-up items scattered over the city, in the atlas's own driver or, with `?side=bare`, in MapLibre
 * as anybody would begin: the same base, one source that groups its points, circles and numbers.
 */
import base from 'virtual:atlas/base-layers';
import dataset from 'virtual:atlas/dataset';
import { type GeoJSONSourceSpecification, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { themeTokens } from '../../../src/drawing/tokens.ts';
import { loadIconSprite } from '../../../src/map/icon-sprite.ts';
import { MapDriver } from '../../../src/map/index.ts';
import { mapStyle } from '../../../src/map/style.ts';
import { defaultView, nearestZoom } from '../../../src/model/view.ts';
import { mapParts, wantedMap } from '../../../src/views/atlas-map/wanted-map.ts';
import { scatteredItems } from '../../synthetic-dataset.ts';
import { asked, placedMap, tellSettled } from '../same-views.ts';

setWorkerUrl(workerUrl);

const items = scatteredItems(dataset, asked('items'));
const container = placedMap();
const { city } = dataset;
const tokens = themeTokens.light;
const none = { top: 0, right: 0, bottom: 0, left: 0 };

if (new URLSearchParams(window.location.search).get('side') === 'bare') openBare();
else await openDriver();

async function openDriver(): Promise<void> {
  await loadIconSprite();
  const room = { tokens, scale: 1, covered: none, basemap: null, padding: none };
  const wanted = wantedMap(mapParts(defaultView, items, dataset), defaultView, dataset, room);
  const nothing = () => undefined;
  new MapDriver(container, {
    base,
    city,
    wanted,
    events: {
      onItem: nothing,
      onGroup: nothing,
      onDistrict: nothing,
      onEmpty: nothing,
      onHover: nothing,
      onMoved: nothing,
      onMoveStart: nothing,
      onBasemap: nothing,
      onSettled: (settled) => tellSettled(container, settled),
    },
  });
}

function openBare(): void {
  const style = mapStyle(base, city, { tokens, language: defaultView.language, scale: 1 });
  const points: GeoJSONSourceSpecification = {
    type: 'geojson',
    cluster: true,
    clusterRadius: 30,
    data: {
      type: 'FeatureCollection',
      features: items.map(({ id, place }) => ({
        type: 'Feature',
        properties: { id },
        geometry: { type: 'Point', coordinates: place.label ?? [0, 0] },
      })),
    },
  };
  style.sources.points = points;
  style.layers = [
    ...style.layers.filter((layer) => !('source' in layer) || layer.source !== 'marks'),
    {
      id: 'points',
      type: 'circle',
      source: 'points',
      paint: { 'circle-radius': 12, 'circle-color': tokens.accent },
    },
    {
      id: 'numbers',
      type: 'symbol',
      source: 'points',
      filter: ['has', 'point_count'],
      layout: { 'text-field': '{point_count_abbreviated}', 'text-font': ['sans-serif'], 'text-size': 11 },
    },
  ];
  const map = new MapLibreMap({
    container,
    style,
    bounds: city.bounds,
    minZoom: 6.5,
    maxZoom: nearestZoom,
    attributionControl: false,
  });
  map.on('idle', () => tellSettled(container, true));
}
