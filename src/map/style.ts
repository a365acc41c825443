import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { fadeWidth } from '../drawing/still-map-ground.ts';
import type { Tokens } from '../drawing/tokens.ts';
import type { BaseLayers } from '../model/base-layers.ts';
import type { Bounds, City } from '../model/dataset.ts';
import { boundaryLayers, courseLayers } from './course-layers.ts';
import { groundLayers, zoneLayers } from './ground-layers.ts';
import { markLayers, shapeLayers } from './item-layers.ts';
import type { Sizer } from './lettering.ts';
import type { Looks } from './looks.ts';
import { nameLayers } from './name-layers.ts';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Sources that the driver fills; the others hold base data and never change. */
const itemSources = ['extents', 'shapes', 'marks', 'selected'] as const;
export type ItemSource = (typeof itemSources)[number];

/** The whole style: base, shapes of items, names, marks. Everything it shows is inside it; it asks for nothing. */
export function mapStyle(
  base: BaseLayers,
  city: City,
  { tokens, language, scale }: Looks,
): StyleSpecification {
  const sized: Sizer = (pixels) => pixels * scale;
  return {
    version: 8,
    sources: {
      neighbours: source(base.neighbours),
      'neighbour-names': source(base.neighbourNames),
      boundaries: { ...source(base.boundaries), promoteId: 'id' },
      veil: source(base.veil),
      water: source(base.water),
      rail: source(base.rail),
      roads: source(base.roads),
      zones: source(base.zones),
      towns: source(base.towns),
      hills: source(base.hills),
      fade: source(edgeFade(city.window)),
      names: source(areaNames(city)),
      ...Object.fromEntries(itemSources.map((name) => [name, { ...source(empty), promoteId: 'key' }])),
    },
    layers: [
      ...groundLayers(tokens),
      ...zoneLayers(tokens, sized),
      ...courseLayers(tokens, sized),
      ...boundaryLayers(tokens, sized),
      fadeLayer(tokens),
      ...shapeLayers(tokens, sized),
      ...nameLayers(tokens, language, sized),
      ...markLayers(tokens, sized),
    ],
  };
}

function source(data: FeatureCollection) {
  return { type: 'geojson' as const, data };
}

function areaNames(city: City): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: city.districts.map(({ id, name, nameEn, label }) => ({
      type: 'Feature',
      properties: { id, name, nameEn },
      geometry: { type: 'Point', coordinates: label },
    })),
  };
}

/** Steps in which the drawn sheet fades into paper at the edge of the map's window. */
const fadeSteps = 10;

/** Frames around the window, each a little narrower: laid over each other they make the edge fade. */
function edgeFade([west, south, east, north]: Bounds): FeatureCollection {
  const ring = (inset: number) => [
    [west + inset, south + inset],
    [east - inset, south + inset],
    [east - inset, north - inset],
    [west + inset, north - inset],
    [west + inset, south + inset],
  ];
  return {
    type: 'FeatureCollection',
    features: Array.from({ length: fadeSteps }, (_, step) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring(-10), ring((fadeWidth * step) / (fadeSteps - 1))] },
    })),
  };
}

function fadeLayer(tokens: Tokens): LayerSpecification {
  return {
    id: 'edge-fade',
    type: 'fill',
    source: 'fade',
    paint: { 'fill-color': tokens.landOutside, 'fill-opacity': 0.3, 'fill-antialias': false },
  };
}
