import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../drawing/tokens.ts';
import type { Language } from '../model/view.ts';
import { basemapPrefix } from './basemap-parts.ts';
import { byZoom, isLine, isPoint, isPolygon, mapFont, type Sizer } from './lettering.ts';
import type { Looks } from './looks.ts';

/** What a layer of a vector archive shows, as far as the atlas draws it. */
type Role = 'land' | 'cover' | 'water' | 'building' | 'road' | 'boundary' | 'place' | 'hidden' | 'other';

/**
 * Names of layers in the three open schemas: Protomaps (https://docs.protomaps.com/basemaps/layers), OpenMapTiles
 * (https://openmaptiles.org/schema/) and Shortbread (https://shortbread-tiles.org/schema/).
 */
const roles: Record<string, Role> = {
  earth: 'land',
  land: 'cover',
  landcover: 'cover',
  landuse: 'cover',
  natural: 'cover',
  park: 'cover',
  sites: 'cover',
  globallandcover: 'cover',
  water: 'water',
  waterway: 'water',
  ocean: 'water',
  water_polygons: 'water',
  water_lines: 'water',
  physical_line: 'water',
  dam_lines: 'hidden',
  dam_polygons: 'hidden',
  pier_lines: 'hidden',
  pier_polygons: 'hidden',
  building: 'building',
  buildings: 'building',
  roads: 'road',
  transportation: 'road',
  streets: 'road',
  transit: 'road',
  bridges: 'hidden',
  street_polygons: 'hidden',
  aeroway: 'hidden',
  aerialways: 'hidden',
  ferries: 'hidden',
  boundaries: 'boundary',
  boundary: 'boundary',
  places: 'place',
  place: 'place',
  place_labels: 'place',
  // Points of interest and the names of roads and waters would drown the items.
  poi: 'hidden',
  pois: 'hidden',
  housenumber: 'hidden',
  addresses: 'hidden',
  mountain_peak: 'hidden',
  aerodrome_label: 'hidden',
  public_transport: 'hidden',
  water_name: 'hidden',
  water_lines_labels: 'hidden',
  water_polygons_labels: 'hidden',
  physical_point: 'hidden',
  transportation_name: 'hidden',
  street_labels: 'hidden',
  street_labels_points: 'hidden',
  streets_polygons_labels: 'hidden',
  boundary_labels: 'hidden',
};

/** What a thing is, under the names that the schemas have for it. */
const kind: ExpressionSpecification = [
  'to-string',
  ['coalesce', ['get', 'kind'], ['get', 'class'], ['get', 'pmap:kind'], ['get', 'subclass'], ''],
];
const isOneOf = (...kinds: string[]): ExpressionSpecification => ['in', kind, ['literal', kinds]];
const isGreen = isOneOf(
  ...['wood', 'forest', 'park', 'grass', 'grassland', 'meadow', 'scrub', 'nature_reserve', 'national_park'],
  ...[
    'orchard',
    'vineyard',
    'garden',
    'cemetery',
    'golf_course',
    'pitch',
    'recreation_ground',
    'protected_area',
  ],
);
const isMain = isOneOf('highway', 'motorway', 'trunk');
const isMajor = isOneOf('major_road', 'medium_road', 'primary', 'secondary');
const isRail = isOneOf('rail', 'railway', 'light_rail', 'subway', 'tram', 'transit');

/**
 * A plain style for a vector archive whose own style nobody gave: its layers by what their names say they are, else by
 * their geometry, in the colours of the theme. `source` is the id of the archive's source in the map.
 */
export function archiveLayers(
  source: string,
  names: readonly string[],
  { tokens, language, scale }: Looks,
): LayerSpecification[] {
  const sized: Sizer = (pixels) => pixels * scale;
  const draw = drawers(tokens, language, sized);
  const order: Role[] = ['land', 'cover', 'water', 'other', 'building', 'road', 'boundary', 'place'];
  const ground: LayerSpecification = {
    id: `${basemapPrefix}ground`,
    type: 'background',
    paint: { 'background-color': tokens.land },
  };
  const layers = order.flatMap((role) =>
    names
      .filter((name) => (roles[name] ?? 'other') === role)
      .flatMap((name) =>
        (draw[role] ?? []).map((layer, index) => ({
          ...layer,
          id: `${basemapPrefix}${name}-${index}`,
          source,
          'source-layer': name,
        })),
      ),
  );
  return [ground, ...(layers as LayerSpecification[])];
}

/** A layer but for its id and where its features come from. */
type Look = Record<string, unknown>;

/** How each role is drawn, lowest first. */
function drawers(tokens: Tokens, language: Language, sized: Sizer): Partial<Record<Role, Look[]>> {
  const fill = (
    color: string | ExpressionSpecification,
    opacity: number | ExpressionSpecification,
  ): Look => ({
    type: 'fill',
    filter: isPolygon,
    paint: { 'fill-color': color, 'fill-opacity': opacity },
  });
  const line = (
    filter: ExpressionSpecification,
    color: string,
    [far, near]: [number, number],
    more: Record<string, unknown> = {},
  ): Look => ({
    type: 'line',
    filter: ['all', isLine, filter],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': byZoom(sized, far, near), ...more },
  });
  const any: ExpressionSpecification = ['literal', true];
  const isMinor: ExpressionSpecification = ['!', ['any', isMain, isMajor, isRail]];
  return {
    land: [fill(tokens.land, 1)],
    cover: [fill(['case', isGreen, tokens.hill, tokens.inkSoft], ['case', isGreen, 0.14, 0.04])],
    water: [fill(tokens.water, 1), line(any, tokens.water, [0.8, 3])],
    building: [fill(tokens.inkSoft, 0.16)],
    road: [
      line(isMinor, tokens.hairline, [0.2, 1.6]),
      line(isMajor, tokens.roadCasing, [0.8, 4]),
      line(isMajor, tokens.hairline, [0.4, 2.4]),
      line(isMain, tokens.road, [1.1, 4]),
      line(isRail, tokens.rail, [0.6, 1.4], { 'line-dasharray': [4, 2] }),
    ],
    boundary: [line(any, tokens.districtLine, [0.5, 1], { 'line-dasharray': [3, 2] })],
    place: [
      {
        type: 'symbol',
        filter: isPoint,
        layout: {
          'text-field': placeName(language),
          'text-font': mapFont,
          'text-size': sized(11.5),
          'text-padding': sized(4),
          'text-max-width': 8,
        },
        paint: {
          'text-color': tokens.inkSoft,
          'text-halo-color': tokens.halo,
          'text-halo-width': sized(1.4),
        },
      },
    ],
    other: [
      fill(tokens.inkSoft, 0.08),
      line(any, tokens.inkSoft, [0.4, 1.2], { 'line-opacity': 0.6 }),
      {
        type: 'circle',
        filter: isPoint,
        paint: { 'circle-radius': sized(1.6), 'circle-color': tokens.inkSoft, 'circle-opacity': 0.6 },
      },
    ],
  };
}

function placeName(language: Language): ExpressionSpecification {
  return language === 'zh'
    ? ['coalesce', ['get', 'name:zh-Hans'], ['get', 'name:zh'], ['get', 'name'], '']
    : ['coalesce', ['get', 'name:en'], ['get', 'name_en'], ['get', 'name:latin'], ['get', 'name'], ''];
}
