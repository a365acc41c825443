import type { FeatureCollection } from 'geojson';

/** What lies under the items: all layers in WGS-84, each an independent FeatureCollection (empty where not yet drawn). */
export interface BaseLayers {
  /** The districts; properties: id, adcode, name, nameEn. */
  boundaries: FeatureCollection;
  /** The lines between the county-level units around the city, without those along the city itself. */
  neighbours: FeatureCollection;
  /** Where the neighbours' names are written, one point each; properties as theirs. */
  neighbourNames: FeatureCollection;
  /** Everything outside the city, as one polygon with holes. */
  veil: FeatureCollection;
  /** Rivers, canals, lakes and the lines their names follow; properties: name, nameEn, class. */
  water: FeatureCollection;
  /** Railways open at the date of the report, with stations; properties: name, nameEn. */
  rail: FeatureCollection;
  /**
   * Trunk roads and the streets that people orient by in the old city, schematic; properties: name, nameEn, ref,
   * class (motorway, trunk, bridge, street), radiusMeters.
   */
  roads: FeatureCollection;
  /** The zones as plainly schematic extents made of the towns they govern; properties: id, name, nameEn, within. */
  zones: FeatureCollection;
  /** Towns and streets; properties: code, name, nameEn, district. */
  towns: FeatureCollection;
  /** Hills and islands that people orient by; properties: name, nameEn. */
  hills: FeatureCollection;
}
