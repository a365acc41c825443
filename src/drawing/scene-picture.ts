import type { Feature, FeatureCollection } from 'geojson';
import type { BaseLayers } from '../model/base-layers.ts';
import type { Bounds, City, Item } from '../model/dataset.ts';
import type { SectorId } from '../model/vocabulary.ts';
import { linesOf, pathOf, type Sheet, sheetOf } from './still-map-sheet.ts';

/** What lies under every scene's picture, as path data in the units of `sheet`. */
export interface PictureGround {
  sheet: Sheet;
  land: string;
  water: string;
  waterways: string;
  railways: string;
  city: string;
}

/** Draws the ground once, for all pictures of a city. Its lines are as fine as a laptop's still picture. */
export function pictureGround(base: BaseLayers, city: City): PictureGround {
  const sheet = sheetOf(city.bounds, city.window);
  const drawn = ({ features }: FeatureCollection, wanted: (feature: Feature) => boolean) =>
    features
      .filter(wanted)
      .map(({ geometry }) => pathOf(sheet, geometry))
      .join('');
  const isArea = ({ geometry }: Feature) => geometry.type.endsWith('Polygon');
  return {
    sheet,
    land: drawn(base.boundaries, () => true),
    water: drawn(base.water, isArea),
    waterways: drawn(base.water, (feature) => !isArea(feature) && feature.properties?.class !== 'label-line'),
    railways: drawn(base.rail, () => true),
    city: base.veil.features
      .flatMap(({ geometry }) => linesOf(geometry).lines.slice(1))
      .map((ring) => pathOf(sheet, { type: 'Polygon', coordinates: [ring] }))
      .join(''),
  };
}

/** The part of the sheet that a picture shows, in its units. */
export interface PictureFrame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest frame of a width-to-height ratio that holds a box in degrees, with a little air around it. */
export function pictureFrame({ at }: Sheet, [west, south, east, north]: Bounds, ratio: number): PictureFrame {
  const air = 1.12;
  const [left, top] = at([west, north]);
  const [right, bottom] = at([east, south]);
  const width = Math.max(right - left, (bottom - top) * ratio) * air;
  const height = width / ratio;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

/** An item in a picture: its line or area, and where its mark stands. */
export interface PicturedItem {
  id: string;
  sector: SectorId;
  progress: Item['progress'];
  /** Path data of a line or an area; empty for a point. */
  path: string;
  isArea: boolean;
  at: readonly [x: number, y: number] | null;
}

/** The located items of a list as they lie on the sheet. */
export function picturedItems(sheet: Sheet, items: readonly Item[]): PicturedItem[] {
  return items
    .filter(({ place }) => place.label !== null)
    .map(({ id, sector, progress, place: { geometry, label } }) => ({
      id,
      sector,
      progress,
      path: geometry ? pathOf(sheet, geometry) : '',
      isArea: geometry?.type.endsWith('Polygon') ?? false,
      at: label ? sheet.at(label) : null,
    }));
}
