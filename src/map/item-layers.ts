import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../drawing/tokens.ts';
import { sectorHatchPrefix } from './hatch.ts';
import { isLine, isPolygon, mapFont, type Sizer } from './lettering.ts';

/** Layers that answer to pointer and click, topmost first. */
export const clickableLayers = ['selected-mark', 'marks', 'shape-hit', 'area-fill'];

const is = (emphasis: 'hover' | 'focus' | 'selected'): ExpressionSpecification => [
  'boolean',
  ['feature-state', emphasis],
  false,
];
const lit: ExpressionSpecification = ['any', is('hover'), is('focus'), is('selected')];

/** Greening and clearing go along other works: where courses coincide, the works lie on top. */
const rank: ExpressionSpecification = ['match', ['get', 'sector'], 'environment', 0, 1];

/** Where a mark's name goes first: off the line that the mark stands on, beside it where there is none. */
const toSides = ['left', [1.95, 0], 'right', [-1.95, 0]];
const toEnds = ['bottom', [0, -1.6], 'top', [0, 1.6]];
const besideMark = [
  'match',
  ['get', 'course'],
  'level',
  ['literal', [...toEnds, ...toSides]],
  ['literal', [...toSides, ...toEnds]],
];

/** The pin stands for a selected item: its own mark and name would say it twice. */
const unlessSelected: ExpressionSpecification = ['case', is('selected'), 0, 1];

/** The extents, areas and lines of items, under all names. Sector is hue, progress is how it is filled. */
export function shapeLayers(tokens: Tokens, sized: Sizer): LayerSpecification[] {
  const hue = sectorExpression(tokens, 'fill');
  const ink = sectorExpression(tokens, 'ink');
  // A line that is only roughly known is drawn finer than one whose course is.
  const width = (far: number, near: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    8,
    ['case', ['get', 'approximate'], sized(far * 0.55), sized(far)],
    13,
    ['case', ['get', 'approximate'], sized(near * 0.5), sized(near)],
  ];
  const lineOf = (...progress: string[]): ExpressionSpecification => [
    'all',
    isLine,
    ['in', ['get', 'progress'], ['literal', progress]],
  ];
  const built: ExpressionSpecification = ['all', isLine, ['==', ['get', 'study'], false]];
  const study: ExpressionSpecification = ['all', isLine, ['==', ['get', 'study'], true]];
  return [
    {
      // A corridor under study is always a loose ribbon, never a line that looks built; the extents of other items show
      // when they are brought out, for many share one town.
      id: 'extent-fill',
      type: 'fill',
      source: 'extents',
      paint: { 'fill-color': hue, 'fill-opacity': ['case', lit, 0.16, ['get', 'study'], 0.05, 0] },
    },
    {
      id: 'extent-hatch',
      type: 'fill',
      source: 'extents',
      paint: {
        'fill-pattern': ['concat', sectorHatchPrefix, ['get', 'sector']],
        'fill-opacity': ['case', lit, 0.45, ['get', 'study'], 0.12, 0],
      },
    },
    {
      id: 'extent-line',
      type: 'line',
      source: 'extents',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ink,
        'line-width': ['case', lit, sized(1.8), sized(0.8)],
        'line-opacity': ['case', lit, 0.95, ['get', 'study'], 0.3, 0],
        'line-dasharray': [3, 3],
      },
    },
    {
      id: 'area-fill',
      type: 'fill',
      source: 'shapes',
      filter: isPolygon,
      paint: { 'fill-color': hue, 'fill-opacity': ['case', lit, 0.42, 0.24] },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'shapes',
      filter: isPolygon,
      paint: { 'line-color': ink, 'line-width': ['case', lit, sized(2.2), sized(1.2)] },
    },
    {
      id: 'corridor-centre',
      type: 'line',
      source: 'shapes',
      filter: study,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ink,
        'line-width': ['case', lit, sized(2), sized(1.1)],
        'line-opacity': 0.75,
        'line-dasharray': [0.1, 3],
      },
    },
    emphasised('line-hover', is('hover'), { color: tokens.ink, opacity: 0.22, width: width(12, 20) }),
    emphasised('line-focus', is('focus'), { color: tokens.ink, opacity: 1, width: width(8, 14) }),
    emphasised('line-selected', is('selected'), { color: tokens.accent, opacity: 1, width: width(8, 14) }),
    {
      id: 'line-casing',
      type: 'line',
      source: 'shapes',
      filter: built,
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': rank },
      paint: {
        'line-color': tokens.casing,
        'line-width': width(4.2, 9),
        'line-opacity': ['case', lit, 1, ['get', 'approximate'], 0.4, 1],
      },
    },
    {
      id: 'line-done',
      type: 'line',
      source: 'shapes',
      filter: lineOf('completed', 'standing'),
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': rank },
      paint: { 'line-color': hue, 'line-width': width(2.8, 6.4) },
    },
    {
      id: 'line-open',
      type: 'line',
      source: 'shapes',
      filter: lineOf('under-way', 'planned'),
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': rank },
      paint: { 'line-color': tokens.raised, 'line-width': width(2.8, 6.4) },
    },
    dashes('line-under-way', lineOf('under-way'), hue, width(2.8, 6.4), [2.4, 1.1]),
    dashes('line-planned', lineOf('planned'), hue, width(2.8, 6.4), [1, 1.6]),
    {
      // An unseen broad line: a thin one is hard to hit with a finger.
      id: 'shape-hit',
      type: 'line',
      source: 'shapes',
      filter: isLine,
      paint: { 'line-opacity': 0, 'line-width': sized(18) },
    },
  ];
}

/** The marks of items with their names, over everything; a name on the base gives way to both. */
export function markLayers(tokens: Tokens, sized: Sizer): LayerSpecification[] {
  return [
    {
      // Under the pointer a mark stands on a soft disc; with the keyboard's focus it wears a hard ring.
      id: 'mark-hover',
      type: 'circle',
      source: 'marks',
      paint: {
        'circle-radius': sized(21),
        'circle-color': tokens.ink,
        'circle-opacity': ['case', is('hover'), 0.2, 0],
      },
    },
    {
      id: 'mark-focus',
      type: 'circle',
      source: 'marks',
      paint: {
        'circle-radius': sized(19),
        'circle-color': tokens.halo,
        'circle-opacity': ['case', is('focus'), 0.9, 0],
        'circle-stroke-color': tokens.ink,
        'circle-stroke-width': sized(3),
        'circle-stroke-opacity': ['case', is('focus'), 1, 0],
      },
    },
    {
      // Placed after the marks above it, so that a name gives way to every mark.
      id: 'mark-names',
      type: 'symbol',
      source: 'marks',
      minzoom: 9,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': mapFont,
        'text-size': sized(12.5),
        'text-variable-anchor-offset': besideMark as never,
        'text-justify': 'auto',
        'text-max-width': 9,
        'text-padding': sized(3),
      },
      paint: {
        'text-color': tokens.ink,
        'text-halo-color': tokens.halo,
        'text-halo-width': sized(1.8),
        'text-opacity': unlessSelected,
      },
    },
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: { 'icon-opacity': unlessSelected },
    },
    {
      id: 'selected-mark',
      type: 'symbol',
      source: 'selected',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'text-field': ['get', 'name'],
        'text-font': mapFont,
        'text-size': sized(14),
        'text-anchor': 'bottom',
        // Above the pin's head, whose height the sprite fixes.
        'text-offset': [0, -3.7],
        'text-allow-overlap': true,
        'text-max-width': 12,
      },
      paint: { 'text-color': tokens.accent, 'text-halo-color': tokens.halo, 'text-halo-width': sized(2.2) },
    },
  ];
}

/** A broader line under those that are brought out in one way. */
function emphasised(
  id: string,
  when: ExpressionSpecification,
  { color, opacity, width }: { color: string; opacity: number; width: ExpressionSpecification },
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'shapes',
    filter: isLine,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-opacity': ['case', when, opacity, 0], 'line-width': width },
  };
}

function dashes(
  id: string,
  filter: ExpressionSpecification,
  color: ExpressionSpecification,
  width: ExpressionSpecification,
  pattern: number[],
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'shapes',
    filter,
    layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': rank },
    paint: { 'line-color': color, 'line-width': width, 'line-dasharray': pattern },
  };
}

function sectorExpression(tokens: Tokens, shade: 'fill' | 'ink'): ExpressionSpecification {
  const pairs = Object.entries(tokens.sectors).flatMap(([sector, hue]) => [sector, hue[shade]]);
  return ['match', ['get', 'sector'], ...pairs, tokens.inkSoft] as unknown as ExpressionSpecification;
}
