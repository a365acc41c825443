import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Tokens } from '../drawing/tokens.ts';
import type { BaseLayers } from '../model/base-layers.ts';
import type { Bounds, City } from '../model/dataset.ts';
import type { Language } from '../model/view.ts';
import { itemLayers } from './item-layers.ts';
import { mapFont, type Sizer } from './lettering.ts';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Sources that the driver fills; the others hold base data and never change. */
export const itemSources = ['extents', 'shapes', 'marks', 'selected'] as const;
export type ItemSource = (typeof itemSources)[number];

/** The whole style: base layers, then items. Everything it shows is inside it; it asks for nothing. */
export function mapStyle(
  base: BaseLayers,
  city: City,
  options: { tokens: Tokens; language: Language; scale: number },
): StyleSpecification {
  const { tokens, language, scale } = options;
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
      towns: source(base.towns),
      hills: source(base.hills),
      fade: source(edgeFade(city.window)),
      names: source(areaNames(city)),
      ...Object.fromEntries(itemSources.map((name) => [name, { ...source(empty), promoteId: 'key' }])),
    },
    layers: [
      ...groundLayers(tokens),
      ...lineLayers(tokens, sized),
      fadeLayer(tokens),
      ...nameLayers(tokens, language, sized),
      ...itemLayers(tokens, sized),
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

/** Steps in which the drawn sheet fades into paper at the edge of the map's window, and the width of all of them in degrees. */
const fadeSteps = 10;
const fadeWidth = 0.055;

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

function groundLayers(tokens: Tokens): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.landOutside } },
    { id: 'districts', type: 'fill', source: 'boundaries', paint: { 'fill-color': tokens.land } },
    { id: 'veil', type: 'fill', source: 'veil', paint: { 'fill-color': tokens.veil, 'fill-opacity': 0.6 } },
    {
      id: 'water',
      type: 'fill',
      source: 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': tokens.water, 'fill-antialias': true },
    },
    {
      id: 'waterways',
      type: 'line',
      source: 'water',
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['!=', ['get', 'class'], 'label-line']],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': tokens.water,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 8, 1.1, 12, 3.4, 14, 7],
      },
    },
    {
      // A framed district stays in full light; the others step back.
      id: 'quiet',
      type: 'fill',
      source: 'boundaries',
      paint: {
        'fill-color': tokens.veil,
        'fill-opacity': ['case', ['boolean', ['feature-state', 'quiet'], false], 0.62, 0],
        'fill-opacity-transition': { duration: 200 },
      },
    },
    {
      id: 'district-hover',
      type: 'fill',
      source: 'boundaries',
      paint: {
        'fill-color': tokens.ink,
        'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.05, 0],
      },
    },
  ];
}

function lineLayers(tokens: Tokens, sized: Sizer): LayerSpecification[] {
  return [
    {
      id: 'neighbour-lines',
      type: 'line',
      source: 'neighbours',
      paint: { 'line-color': tokens.districtLine, 'line-opacity': 0.3, 'line-width': sized(0.7) },
    },
    {
      id: 'rail-casing',
      type: 'line',
      source: 'rail',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': tokens.rail, 'line-width': widths(sized, 1.4, 3.2) },
    },
    {
      id: 'rail-sleepers',
      type: 'line',
      source: 'rail',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': tokens.halo, 'line-width': widths(sized, 0.7, 1.9), 'line-dasharray': [6, 6] },
    },
    {
      id: 'district-lines',
      type: 'line',
      source: 'boundaries',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.districtLine, 'line-width': sized(0.9), 'line-dasharray': [4, 2, 1, 2] },
    },
    {
      id: 'city-glow',
      type: 'line',
      source: 'veil',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.cityOutline, 'line-opacity': 0.14, 'line-width': sized(7) },
    },
    {
      id: 'city-outline',
      type: 'line',
      source: 'veil',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.cityOutline, 'line-width': sized(1.5) },
    },
    {
      id: 'frame-outline',
      type: 'line',
      source: 'boundaries',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': tokens.cityOutline,
        'line-width': sized(2.4),
        'line-opacity': ['case', ['boolean', ['feature-state', 'framed'], false], 1, 0],
      },
    },
    {
      id: 'stations',
      type: 'circle',
      source: 'rail',
      minzoom: 8.6,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': sized(2.8),
        'circle-color': tokens.halo,
        'circle-stroke-color': tokens.rail,
        'circle-stroke-width': sized(1.3),
      },
    },
  ];
}

function nameLayers(tokens: Tokens, language: Language, sized: Sizer): LayerSpecification[] {
  const name = nameExpression(language);
  const halo = { 'text-halo-color': tokens.halo, 'text-halo-width': sized(1.4), 'text-halo-blur': 0.4 };
  return [
    {
      id: 'town-names',
      type: 'symbol',
      source: 'towns',
      minzoom: 9.6,
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9.6, sized(10.5), 13, sized(13.5)],
        'text-padding': sized(4),
        'text-max-width': 8,
      },
      paint: { 'text-color': tokens.inkSoft, ...halo },
    },
    {
      id: 'station-names',
      type: 'symbol',
      source: 'rail',
      minzoom: 10.4,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': sized(11),
        'text-anchor': 'top',
        'text-offset': [0, 0.5],
      },
      paint: { 'text-color': tokens.rail, ...halo },
    },
    {
      id: 'hill-names',
      type: 'symbol',
      source: 'hills',
      minzoom: 9.2,
      layout: { 'text-field': ['concat', '▲ ', name], 'text-font': mapFont, 'text-size': sized(10.5) },
      paint: { 'text-color': tokens.sectors.environment.ink, ...halo },
    },
    {
      id: 'neighbour-names',
      type: 'symbol',
      source: 'neighbour-names',
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': sized(11.5),
        'text-letter-spacing': 0.12,
        'text-padding': sized(14),
      },
      paint: { 'text-color': tokens.inkSoft, 'text-opacity': 0.62, ...halo },
    },
    {
      id: 'water-names',
      type: 'symbol',
      source: 'water',
      filter: ['==', ['get', 'class'], 'label-line'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': sized(340),
        'text-field': name,
        'text-font': mapFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, sized(12), 12, sized(19)],
        'text-letter-spacing': language === 'zh' ? 0.7 : 0.25,
        'text-max-angle': 30,
      },
      paint: { 'text-color': tokens.waterName, 'text-halo-color': tokens.water, 'text-halo-width': sized(1) },
    },
    {
      id: 'waterway-names',
      type: 'symbol',
      source: 'water',
      minzoom: 10.2,
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['!=', ['get', 'class'], 'label-line']],
      layout: {
        'symbol-placement': 'line',
        'text-field': name,
        'text-font': mapFont,
        'text-size': sized(11),
        'text-letter-spacing': 0.15,
        'text-max-angle': 30,
      },
      paint: { 'text-color': tokens.waterName, ...halo },
    },
    {
      id: 'lake-names',
      type: 'symbol',
      source: 'water',
      minzoom: 9.4,
      filter: ['==', ['get', 'class'], 'lake'],
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': sized(11.5),
        'text-letter-spacing': 0.15,
      },
      paint: { 'text-color': tokens.waterName, 'text-halo-color': tokens.water, 'text-halo-width': sized(1) },
    },
    {
      id: 'district-names',
      type: 'symbol',
      source: 'names',
      maxzoom: 11.5,
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, sized(13), 9, sized(17), 11, sized(22)],
        'text-letter-spacing': language === 'zh' ? 0.22 : 0.06,
        'text-padding': sized(2),
        // A district's name gives way to the marks, but is never left out.
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1.1,
        'text-overlap': 'always',
      },
      paint: { 'text-color': tokens.cityOutline, ...halo, 'text-halo-width': sized(2) },
    },
  ];
}

/** The name in the wanted language; the Chinese one where there is no other. */
function nameExpression(language: Language): ExpressionSpecification {
  return language === 'zh' ? ['get', 'name'] : ['coalesce', ['get', 'nameEn'], ['get', 'name']];
}

function widths(sized: Sizer, far: number, near: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 8, sized(far), 13, sized(near)];
}
