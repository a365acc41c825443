/** A bare map of a province's points, in the form that the address names: `?form=pmtiles&data=…`. */
import { addProtocol, Map as MapLibreMap, type SourceSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { Protocol } from 'pmtiles';
import type { Columns } from '../columns.ts';
import { featuresOf } from '../columns.ts';
import { clusterRadius, nearestClusters } from '../grouping.ts';

setWorkerUrl(workerUrl);

/** What the benchmark reads and calls. */
interface Bench {
  /** Milliseconds from when the data were asked for until the map stood still. */
  settledAfter?: number;
  /** Looks elsewhere; gives the milliseconds until the map stands still again. */
  look?: (lng: number, lat: number, zoom: number) => Promise<number>;
}
const bench: Bench = {};
Object.defineProperty(window, 'bench', { value: bench });

const asked = new URLSearchParams(window.location.search);
const data = new URL(asked.get('data') ?? '', window.location.href).href;
const form = asked.get('form');
const bounds = (asked.get('bounds') ?? '').split(',').map(Number) as [number, number, number, number];
const grouped = { cluster: true, clusterRadius, clusterMaxZoom: nearestClusters } as const;
const start = performance.now();

async function sourceOf(): Promise<SourceSpecification> {
  if (form === 'pmtiles') {
    addProtocol('pmtiles', new Protocol().tile);
    return { type: 'vector', url: `pmtiles://${data}` };
  }
  if (form === 'geojson') return { type: 'geojson', data, ...grouped };
  const columns = (await (await fetch(data)).json()) as Columns;
  return { type: 'geojson', data: featuresOf(columns), ...grouped };
}

const layer = form === 'pmtiles' ? { 'source-layer': 'points' } : {};
const map = new MapLibreMap({
  container: 'map',
  bounds,
  fitBoundsOptions: { padding: 20 },
  fadeDuration: 0,
  attributionControl: false,
  style: {
    version: 8,
    sources: { points: await sourceOf() },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f7f4ee' } },
      {
        id: 'groups',
        type: 'circle',
        source: 'points',
        ...layer,
        filter: ['has', 'point_count'],
        paint: { 'circle-radius': 14, 'circle-color': '#5b8aa8' },
      },
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        ...layer,
        filter: ['!', ['has', 'point_count']],
        paint: {
          'circle-radius': 5,
          'circle-color': ['interpolate', ['linear'], ['get', 'sector'], 0, '#b3352b', 7, '#2b6cb3'],
        },
      },
    ],
  },
});
await new Promise<void>((done) => map.once('idle', () => done()));
bench.settledAfter = performance.now() - start;
bench.look = async (lng, lat, zoom) => {
  const from = performance.now();
  map.jumpTo({ center: [lng, lat], zoom });
  await new Promise<void>((done) => map.once('idle', () => done()));
  return performance.now() - from;
};
document.documentElement.dataset.drawn = String(map.queryRenderedFeatures().length);
