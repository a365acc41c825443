import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from 'geojson';

/**
 * The lines between the neighbours, each once, without those along the city: the city draws these itself, with all
 * their detail, and two areas that share a line would draw it twice.
 * @param neighbours,districts polygons that share vertices along their common borders, WGS-84 `[lng, lat]`
 */
export function neighbourLines(
  neighbours: FeatureCollection,
  districts: FeatureCollection,
): FeatureCollection<MultiLineString> {
  const drawn = new Set(
    districts.features.flatMap(({ geometry }) => ringsOf(geometry)).flatMap((ring) => edgeKeys(ring)),
  );
  const lines: Position[][] = [];
  for (const ring of neighbours.features.flatMap(({ geometry }) => ringsOf(geometry))) {
    const keys = edgeKeys(ring);
    let line: Position[] = [];
    ring.slice(1).forEach((to, i) => {
      const [from = to, key = ''] = [ring[i], keys[i]];
      if (drawn.has(key)) {
        line = [];
        return;
      }
      drawn.add(key);
      if (line.length === 0) {
        line = [from];
        lines.push(line);
      }
      line.push(to);
    });
  }
  const feature: Feature<MultiLineString> = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiLineString', coordinates: lines },
  };
  return { type: 'FeatureCollection', features: lines.length > 0 ? [feature] : [] };
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** A text for each stretch of a ring, the same whichever way it runs. */
function edgeKeys(ring: readonly Position[]): string[] {
  return ring.slice(1).map((to, i) => [String(ring[i]), String(to)].sort().join(' '));
}
