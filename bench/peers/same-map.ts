/**
 * What the two MapLibre pages draw: the atlas's own style, sources and pictures, with nothing around them. Marks are
 * grouped for the level at which the map stands; nothing answers to the pointer.
 */
import base from 'virtual:atlas/base-layers';
import dataset from 'virtual:atlas/dataset';
import type { FeatureCollection } from 'geojson';
import {
  type GeoJSONSource,
  type GeoJSONSourceSpecification,
  Map as MapLibreMap,
  type MapOptions,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { MarkIndex } from '../../src/drawing/mark-index.ts';
import { themeTokens } from '../../src/drawing/tokens.ts';
import { hatchKeys } from '../../src/map/hatch.ts';
import { extentFeatures, markFeatures, shapeFeatures } from '../../src/map/item-features.ts';
import { drawMapImage } from '../../src/map/map-images.ts';
import { pinPrefix } from '../../src/map/mark-images.ts';
import { type ItemSource, mapStyle } from '../../src/map/style.ts';
import { markSymbol, symbolKey } from '../../src/model/symbols.ts';
import { cameraTarget, defaultView, nearestZoom, type View } from '../../src/model/view.ts';
import { asked, locatedIn, tellSettled } from './same-views.ts';

setWorkerUrl(workerUrl);

const { language } = defaultView;
const looks = { tokens: themeTokens.light, language, scale: 1 };
const { city } = dataset;
const edge = 40;

type Collections = Record<ItemSource, FeatureCollection>;

/** What the sources of the items hold in a view, at a zoom level. */
function collections(view: View, zoom: number): Collections {
  const items = locatedIn(view, dataset);
  const byId = new Map(items.map((item) => [item.id, item]));
  const selected = byId.get(view.item ?? '');
  return {
    extents: extentFeatures(items),
    shapes: shapeFeatures(items),
    marks: markFeatures(new MarkIndex(items, looks.scale).marksAt(zoom), byId, language),
    selected: {
      type: 'FeatureCollection',
      features: selected?.place.label
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: selected.place.label },
              properties: {
                key: selected.id,
                image: pinPrefix + symbolKey(markSymbol(selected)),
                name: selected.name,
              },
            },
          ]
        : [],
    },
  };
}

const first = collections(defaultView, asked('zoom'));

/** The options of the map as it opens. */
export function mapOptions(container: HTMLElement): MapOptions {
  const style = mapStyle(base, city, looks);
  for (const [name, data] of Object.entries(first))
    (style.sources[name] as GeoJSONSourceSpecification).data = data;
  const [west, south, east, north] = city.window;
  const margin = 0.6;
  return {
    container,
    style,
    bounds: cameraTarget(defaultView, dataset).bounds,
    maxBounds: [west - margin, south - margin, east + margin, north + margin],
    minZoom: 6.5,
    maxZoom: nearestZoom,
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: false,
    keyboard: false,
    fadeDuration: 150,
    maxCanvasSize: [8192, 8192],
  };
}

/** Makes the map, with its pictures, as near as the address asks; tells when it has settled. */
export function makeMap(container: HTMLElement): MapLibreMap {
  const map = new MapLibreMap(mapOptions(container));
  map.setZoom(asked('zoom'));
  map.on('style.load', () => addPictures(map, first));
  map.on('idle', () => tellSettled(container, true));
  return map;
}

function addPictures(map: MapLibreMap, { marks, selected }: Collections): void {
  const pixelRatio = map.getPixelRatio();
  const named = [...marks.features, ...selected.features].map(({ properties }) => String(properties?.image));
  for (const key of new Set([...hatchKeys, ...named])) {
    if (map.hasImage(key)) continue;
    const data = drawMapImage(key, looks, pixelRatio);
    if (data) map.addImage(key, data, { pixelRatio });
  }
}

/** Shows another view: moves at once where it looks elsewhere, and gives the items' sources what they hold. */
export function showView(map: MapLibreMap, view: View, before: View): void {
  tellSettled(map.getContainer(), false);
  const { bounds, maxZoom } = cameraTarget(view, dataset);
  if (String(bounds) !== String(cameraTarget(before, dataset).bounds))
    map.fitBounds(bounds, { padding: edge, maxZoom, animate: false });
  const held = collections(view, map.getZoom());
  addPictures(map, held);
  for (const [name, data] of Object.entries(held)) map.getSource<GeoJSONSource>(name)?.setData(data);
  map.triggerRepaint();
}
