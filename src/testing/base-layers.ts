import type { FeatureCollection } from 'geojson';
import type { BaseLayers } from '../model/base-layers.ts';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** A base on which nothing is drawn. */
export const emptyBase: BaseLayers = {
  boundaries: empty,
  neighbours: empty,
  neighbourNames: empty,
  veil: empty,
  water: empty,
  rail: empty,
  roads: empty,
  zones: empty,
  towns: empty,
  hills: empty,
};
