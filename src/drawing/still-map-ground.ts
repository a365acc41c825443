import type { Feature, FeatureCollection } from 'geojson';
import type { BaseLayers } from '../model/base-layers.ts';
import { linesOf, outlinePath, pathOf, type Sheet } from './still-map-sheet.ts';
import { element, percent, short } from './still-map-svg.ts';

/** Width in degrees over which the still and the live map fade into the ground at the window's edge. */
export const fadeWidth = 0.055;

/** Drawing in the sheet's units, over the whole window and cut off at its edge. */
export function inUnits(sheet: Sheet, content: string): string {
  const { x, y, width, height } = windowBox(sheet);
  return element(
    'svg',
    {
      class: 'sheet-units',
      x: percent(x, sheet.width, 4),
      y: percent(y, sheet.height, 4),
      width: percent(width, sheet.width, 4),
      height: percent(height, sheet.height, 4),
      viewBox: [x, y, width, height].map((units) => short(units)).join(' '),
      preserveAspectRatio: 'none',
    },
    content,
  );
}

function windowBox({ extent: [west, south, east, north], at }: Sheet) {
  const [left, top] = at([west, north]);
  const [right, bottom] = at([east, south]);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What lies under the items: each layer one path, in the live map's order. */
export function ground(sheet: Sheet, base: BaseLayers): string {
  const { x, y, width, height } = windowBox(sheet);
  const path = (className: string, d: string) => (d === '' ? '' : element('path', { class: className, d }));
  const drawn = ({ features }: FeatureCollection, wanted: (feature: Feature) => boolean = () => true) =>
    features
      .filter(wanted)
      .map(({ geometry }) => pathOf(sheet, geometry))
      .join('');
  const isArea = ({ geometry }: Feature) => geometry.type.endsWith('Polygon');
  const isOfClass =
    (...classes: string[]) =>
    ({ properties }: Feature) =>
      classes.includes(String(properties?.class));
  const isCourse = (feature: Feature) => !isArea(feature) && !isOfClass('label-line')(feature);
  const railways = drawn(base.rail);
  const roads = drawn(base.roads, isOfClass('motorway', 'bridge', 'trunk'));
  // The veil is the drawable world with the city as its holes: those are the city's outline.
  const outline = base.veil.features
    .flatMap(({ geometry }) => linesOf(geometry).lines.slice(1))
    .map((ring) => pathOf(sheet, { type: 'Polygon', coordinates: [ring] }))
    .join('');
  return [
    element(
      'defs',
      {},
      element('path', {
        id: 'still-districts',
        d: drawn(base.boundaries),
        // Here and not in the style sheet, whose rules do not reach into what `use` repeats.
        'vector-effect': 'non-scaling-stroke',
      }),
    ),
    // Everything outside the city is veiled: the veil lies under the city's land and need not be cut out.
    element('rect', {
      class: 'veil',
      x: short(x),
      y: short(y),
      width: short(width),
      height: short(height),
    }),
    element('use', { class: 'land', href: '#still-districts' }),
    path('water', drawn(base.water, isArea)),
    path('waterway', drawn(base.water, isCourse)),
    path('zone', drawn(base.zones)),
    path('road-casing', roads),
    path('trunk', drawn(base.roads, isOfClass('trunk'))),
    path('motorway', drawn(base.roads, isOfClass('motorway', 'bridge'))),
    path('rail', railways),
    path('sleepers', railways),
    path('neighbour', base.neighbours.features.map(({ geometry }) => outlinePath(sheet, geometry)).join('')),
    element('use', { class: 'district', href: '#still-districts' }),
    path('city-glow', outline),
    path('city', outline),
  ].join('');
}

/** Railway stations as small rings, which keep their size. */
export function stations(sheet: Sheet, { rail }: BaseLayers): string {
  return rail.features
    .map(({ geometry }) => {
      if (geometry.type !== 'Point') return '';
      const [lng = 0, lat = 0] = geometry.coordinates;
      const [x, y] = sheet.at([lng, lat]);
      const [cx, cy] = [percent(x, sheet.width), percent(y, sheet.height)];
      return element('circle', { class: 'station', cx, cy, r: '.17em' });
    })
    .join('');
}

/** Four strips that let the window's edge fade into the ground. */
export function fade(sheet: Sheet): string {
  const { x, y, width, height } = windowBox(sheet);
  const [west, , , north] = sheet.extent;
  const [right, down] = sheet.at([west + fadeWidth, north - fadeWidth]);
  const [across, along] = [right - x, down - y];
  const strip = (side: string, left: number, top: number, wide: number, high: number) =>
    element('rect', {
      x: percent(left, sheet.width),
      y: percent(top, sheet.height),
      width: percent(wide, sheet.width),
      height: percent(high, sheet.height),
      fill: `url(#still-fade-${side})`,
    });
  const gradient = (side: string, from: [number, number], to: [number, number]) =>
    element(
      'linearGradient',
      { id: `still-fade-${side}`, x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
      [
        [0, 1],
        [0.25, 0.92],
        [0.5, 0.8],
        [0.75, 0.55],
        [1, 0],
      ].map(([offset, opacity]) =>
        element('stop', { offset, 'stop-color': 'var(--land-outside)', 'stop-opacity': opacity }),
      ),
    );
  return [
    element('defs', {}, [
      gradient('west', [0, 0], [1, 0]),
      gradient('east', [1, 0], [0, 0]),
      gradient('north', [0, 0], [0, 1]),
      gradient('south', [0, 1], [0, 0]),
    ]),
    strip('west', x, y, across, height),
    strip('east', x + width - across, y, across, height),
    strip('north', x, y, width, along),
    strip('south', x, y + height - along, width, along),
  ].join('');
}
