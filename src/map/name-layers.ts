import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../drawing/tokens.ts';
import type { Language } from '../model/view.ts';
import { isLine, isPoint, mapFont, type Sizer } from './lettering.ts';

/** Around its point: a name gives way to the marks before it is covered by one. */
const nearPoint: [string, [number, number]][] = [
  ['center', [0, 0]],
  ['bottom', [0, -1.1]],
  ['top', [0, 1.1]],
  ['left', [1.3, 0]],
  ['right', [-1.3, 0]],
  ['bottom-left', [1.2, -1]],
  ['bottom-right', [-1.2, -1]],
  ['top-left', [1.2, 1]],
  ['top-right', [-1.2, 1]],
];

/** Farther off, where there is room for it to be still within its district. */
const aroundPoint: [string, [number, number]][] = [
  ...nearPoint,
  ['bottom', [0, -2.2]],
  ['top', [0, 2.2]],
  ['left', [2.6, 0]],
  ['right', [-2.6, 0]],
];

/** From here on every district has room for its name. */
const closeZoom = 8.7;

/** The names on the base, the least important first: where two collide, the later one stands. */
export function nameLayers(tokens: Tokens, language: Language, sized: Sizer): LayerSpecification[] {
  const name = nameExpression(language);
  const halo = { 'text-halo-color': tokens.halo, 'text-halo-width': sized(1.4), 'text-halo-blur': 0.4 };
  const onWater = {
    'text-color': tokens.waterName,
    'text-halo-color': tokens.water,
    'text-halo-width': sized(1),
  };
  return [
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
    alongLine('street-names', 'roads', {
      minzoom: 12.2,
      filter: ['==', ['get', 'class'], 'street'],
      text: name,
      size: ['interpolate', ['linear'], ['zoom'], 12, sized(10), 14, sized(12)],
      paint: { 'text-color': tokens.inkSoft, ...halo },
    }),
    alongLine('rail-names', 'rail', {
      minzoom: 10.6,
      filter: isLine,
      text: name,
      size: sized(10.5),
      paint: { 'text-color': tokens.rail, ...halo },
      spacing: sized(520),
    }),
    alongLine('road-names', 'roads', {
      minzoom: 9.8,
      filter: ['in', ['get', 'class'], ['literal', ['motorway', 'trunk', 'bridge']]],
      // The number alone from afar; the name comes with room for it.
      text: [
        'step',
        ['zoom'],
        ['coalesce', ['get', 'ref'], name],
        11.2,
        ['concat', ['case', ['has', 'ref'], ['concat', ['get', 'ref'], ' '], ''], name],
      ],
      size: sized(10.5),
      paint: { 'text-color': tokens.roadName, ...halo },
      spacing: sized(420),
    }),
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
        'symbol-sort-key': ['case', ['boolean', ['get', 'seat'], false], 0, 1],
      },
      paint: { 'text-color': tokens.inkSoft, ...halo },
    },
    {
      id: 'station-names',
      type: 'symbol',
      source: 'rail',
      minzoom: 10.4,
      filter: isPoint,
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': sized(11),
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.6,
      },
      paint: { 'text-color': tokens.rail, ...halo },
    },
    {
      id: 'hill-names',
      type: 'symbol',
      source: 'hills',
      minzoom: 9.2,
      layout: {
        'text-field': ['case', ['==', ['get', 'class'], 'island'], name, ['concat', '▲ ', name]],
        'text-font': mapFont,
        'text-size': sized(10.5),
        'text-letter-spacing': 0.06,
        'symbol-sort-key': ['coalesce', ['get', 'rank'], 1],
      },
      paint: {
        'text-color': ['match', ['get', 'class'], 'island', tokens.inkSoft, tokens.hill],
        ...halo,
      },
    },
    alongLine('waterway-names', 'water', {
      minzoom: 10.2,
      filter: ['all', isLine, ['!=', ['get', 'class'], 'label-line']],
      text: name,
      size: sized(11),
      paint: { 'text-color': tokens.waterName, ...halo },
    }),
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
      paint: onWater,
    },
    {
      id: 'zone-names',
      type: 'symbol',
      source: 'zones',
      minzoom: 9.6,
      maxzoom: 12.5,
      layout: {
        'text-field': name,
        'text-font': mapFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9.6, sized(11.5), 12, sized(14)],
        'text-letter-spacing': language === 'zh' ? 0.12 : 0.02,
        'text-variable-anchor-offset': aroundPoint.flat() as never,
      },
      paint: { 'text-color': tokens.zone, ...halo },
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
      paint: onWater,
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
        'text-variable-anchor-offset': [
          'step',
          ['zoom'],
          ['literal', nearPoint.flat()],
          closeZoom,
          ['literal', aroundPoint.flat()],
        ] as never,
        // From afar a small district has no room for its name; nearer it is never left out, and lies over what it must.
        'text-overlap': ['step', ['zoom'], 'never', closeZoom, 'always'] as never,
      },
      paint: { 'text-color': tokens.cityOutline, ...halo, 'text-halo-width': sized(2) },
    },
  ];
}

/** Names that follow a line. */
function alongLine(
  id: string,
  source: string,
  options: {
    minzoom: number;
    filter: ExpressionSpecification;
    text: ExpressionSpecification;
    size: number | ExpressionSpecification;
    paint: Record<string, unknown>;
    spacing?: number;
  },
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    minzoom: options.minzoom,
    filter: options.filter,
    layout: {
      'symbol-placement': 'line',
      'text-field': options.text,
      'text-font': mapFont,
      'text-size': options.size,
      'text-letter-spacing': 0.12,
      'text-max-angle': 30,
      ...(options.spacing ? { 'symbol-spacing': options.spacing } : {}),
    },
    paint: options.paint,
  };
}

/** The name in the wanted language; the Chinese one where there is no other. */
function nameExpression(language: Language): ExpressionSpecification {
  return language === 'zh' ? ['get', 'name'] : ['coalesce', ['get', 'nameEn'], ['get', 'name']];
}
