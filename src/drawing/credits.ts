/** Whom every picture of the map credits; sources and licences in full stand in `geo/base/SOURCES.md`. */
export const mapCredits = '© OpenStreetMap (ODbL) · GeoNames (CC BY)';
