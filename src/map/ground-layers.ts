import type { LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../drawing/tokens.ts';
import { zoneHatch } from './hatch.ts';
import { isLine, isPolygon, type Sizer } from './lettering.ts';

/** What everything stands on: land, the veil over what is outside the city, and the water. */
export function groundLayers(tokens: Tokens): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.landOutside } },
    { id: 'districts', type: 'fill', source: 'boundaries', paint: { 'fill-color': tokens.land } },
    {
      // From plain land to the deepest shade; over a detailed basemap this is all that there is of the ground.
      id: 'district-shades',
      type: 'fill',
      source: 'boundaries',
      paint: {
        'fill-color': tokens.shade,
        'fill-opacity': ['coalesce', ['feature-state', 'shade'], 0],
        'fill-opacity-transition': { duration: 200 },
      },
    },
    { id: 'veil', type: 'fill', source: 'veil', paint: { 'fill-color': tokens.veil, 'fill-opacity': 0.6 } },
    {
      id: 'water',
      type: 'fill',
      source: 'water',
      filter: isPolygon,
      paint: { 'fill-color': tokens.water, 'fill-antialias': true },
    },
    {
      id: 'waterways',
      type: 'line',
      source: 'water',
      filter: ['all', isLine, ['!=', ['get', 'class'], 'label-line']],
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

/** The zones: hatched and loosely outlined, for nobody has published their bounds. */
export function zoneLayers(tokens: Tokens, sized: Sizer): LayerSpecification[] {
  return [
    {
      id: 'zone-hatch',
      type: 'fill',
      source: 'zones',
      paint: {
        'fill-pattern': zoneHatch,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 8, 0.34, 13, 0.2],
      },
    },
    {
      id: 'zone-outline',
      type: 'line',
      source: 'zones',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': tokens.zone,
        'line-opacity': 0.55,
        'line-width': sized(1.3),
        'line-dasharray': [0.1, 2.6],
      },
    },
  ];
}
