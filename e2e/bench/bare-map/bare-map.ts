/**
 * The yardstick of the benchmark: MapLibre with the atlas's own style, sources and pictures and nothing else. No React,
 * no driver: marks are grouped once, nothing answers to the pointer. `?left=&top=&width=&height=&zoom=` place and set it
 * as the app's map is, in CSS pixels.
 */
import base from 'virtual:atlas/base-layers';
import dataset from 'virtual:atlas/dataset';
import type { FeatureCollection } from 'geojson';
import { type GeoJSONSourceSpecification, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { MarkIndex } from '../../../src/drawing/mark-index.ts';
import { themeTokens } from '../../../src/drawing/tokens.ts';
import { hatchKeys } from '../../../src/map/hatch.ts';
import { loadIconSprite } from '../../../src/map/icon-sprite.ts';
import { extentFeatures, markFeatures, shapeFeatures } from '../../../src/map/item-features.ts';
import { drawMapImage } from '../../../src/map/map-images.ts';
import { type ItemSource, mapStyle } from '../../../src/map/style.ts';
import { cameraTarget, defaultView, nearestZoom } from '../../../src/model/view.ts';

setWorkerUrl(workerUrl);

const query = new URLSearchParams(window.location.search);
const asked = (name: string) => Number(query.get(name));
const { language } = defaultView;
const [tokens, scale] = [themeTokens.light, 1];
const { city } = dataset;
const items = dataset.items.filter((item) => item.place.label !== null);

const container = document.getElementById('map');
if (!container) throw new Error('The page has no element with the id map.');
for (const side of ['left', 'top', 'width', 'height'] as const) container.style[side] = `${asked(side)}px`;

const style = mapStyle(base, city, { tokens, language, scale });
const setData = (name: ItemSource, data: FeatureCollection) => {
  (style.sources[name] as GeoJSONSourceSpecification).data = data;
};
const byId = new Map(items.map((item) => [item.id, item]));
const marks = markFeatures(new MarkIndex(items, scale).marksAt(asked('zoom')), byId, language);
setData('extents', extentFeatures(items));
setData('shapes', shapeFeatures(items));
setData('marks', marks);

await loadIconSprite();
const [west, south, east, north] = city.window;
const margin = 0.6;
const map = new MapLibreMap({
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
});
map.setZoom(asked('zoom'));
map.on('style.load', () => {
  const pixelRatio = map.getPixelRatio();
  for (const key of new Set([...hatchKeys, ...marks.features.map(({ properties }) => properties?.image)])) {
    const data = drawMapImage(key, { tokens, scale }, pixelRatio);
    if (data) map.addImage(key, data, { pixelRatio });
  }
});
map.once('idle', () => container.setAttribute('data-settled', 'true'));
