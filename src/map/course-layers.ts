import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../drawing/tokens.ts';
import { byZoom, isLine, isPoint, type Sizer } from './lettering.ts';

const ofClass = (...classes: string[]): ExpressionSpecification => [
  'in',
  ['get', 'class'],
  ['literal', classes],
];

/** Roads and railways: quiet, for they carry the eye and not the message. */
export function courseLayers(tokens: Tokens, sized: Sizer): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const street = ['interpolate', ['exponential', 1.5], ['zoom'], 11, sized(1.4), 14, sized(6.5)];
  return [
    {
      id: 'street-casing',
      type: 'line',
      source: 'roads',
      minzoom: 11,
      filter: ofClass('street'),
      layout: round,
      paint: {
        'line-color': tokens.road,
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0, 11.6, 0.6],
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 11, sized(2.2), 14, sized(8.5)],
      },
    },
    {
      id: 'streets',
      type: 'line',
      source: 'roads',
      minzoom: 11,
      filter: ofClass('street'),
      layout: round,
      paint: { 'line-color': tokens.roadCasing, 'line-width': street as ExpressionSpecification },
    },
    {
      id: 'trunk-casing',
      type: 'line',
      source: 'roads',
      filter: ofClass('trunk', 'motorway', 'bridge'),
      layout: round,
      paint: { 'line-color': tokens.roadCasing, 'line-width': byZoom(sized, 2, 6) },
    },
    {
      id: 'trunk-roads',
      type: 'line',
      source: 'roads',
      filter: ofClass('trunk'),
      layout: round,
      paint: { 'line-color': tokens.road, 'line-opacity': 0.8, 'line-width': byZoom(sized, 0.7, 2.6) },
    },
    {
      id: 'motorways',
      type: 'line',
      source: 'roads',
      filter: ofClass('motorway', 'bridge'),
      layout: round,
      paint: { 'line-color': tokens.road, 'line-width': byZoom(sized, 1.3, 4) },
    },
    {
      id: 'rail-casing',
      type: 'line',
      source: 'rail',
      filter: isLine,
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': tokens.rail,
        'line-width': byZoom(sized, 1.4, 3.2),
        // Where the course is joined across a gap in what is known.
        'line-opacity': ['case', ['boolean', ['get', 'schematic'], false], 0.5, 1],
      },
    },
    {
      id: 'rail-sleepers',
      type: 'line',
      source: 'rail',
      filter: isLine,
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': tokens.halo, 'line-width': byZoom(sized, 0.7, 1.9), 'line-dasharray': [6, 6] },
    },
  ];
}

/** The lines between districts, round the city and round what is framed; and the stations. */
export function boundaryLayers(tokens: Tokens, sized: Sizer): LayerSpecification[] {
  const join = { 'line-join': 'round' } as const;
  return [
    {
      id: 'neighbour-lines',
      type: 'line',
      source: 'neighbours',
      layout: join,
      paint: { 'line-color': tokens.districtLine, 'line-opacity': 0.3, 'line-width': sized(0.7) },
    },
    {
      id: 'district-lines',
      type: 'line',
      source: 'boundaries',
      layout: join,
      paint: { 'line-color': tokens.districtLine, 'line-width': sized(0.9), 'line-dasharray': [4, 2, 1, 2] },
    },
    {
      id: 'city-glow',
      type: 'line',
      source: 'veil',
      layout: join,
      paint: { 'line-color': tokens.cityOutline, 'line-opacity': 0.14, 'line-width': byZoom(sized, 4, 9) },
    },
    {
      id: 'city-outline',
      type: 'line',
      source: 'veil',
      layout: join,
      paint: { 'line-color': tokens.cityOutline, 'line-width': byZoom(sized, 1.1, 2.2) },
    },
    {
      id: 'frame-outline',
      type: 'line',
      source: 'boundaries',
      layout: join,
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
      filter: isPoint,
      paint: {
        'circle-radius': sized(2.8),
        'circle-color': tokens.halo,
        'circle-stroke-color': tokens.rail,
        'circle-stroke-width': sized(1.3),
      },
    },
  ];
}
