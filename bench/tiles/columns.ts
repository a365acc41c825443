import type { Feature, FeatureCollection, Point } from 'geojson';

/** Points as columns: of a kind together they are said shorter, and compress better. */
export interface Columns {
  ids: string[];
  names: string[];
  sectors: number[];
  progresses: number[];
  /** Steps from the point before, in hundred-thousandths of a degree. */
  lngs: number[];
  lats: number[];
}

/** What a feature says of its point. */
export interface PointProperties {
  id: string;
  name: string;
  sector: number;
  progress: number;
}

const unit = 1e5;

/** The features of columns, as a map takes them. */
export function featuresOf({
  ids,
  names,
  sectors,
  progresses,
  lngs,
  lats,
}: Columns): FeatureCollection<Point, PointProperties> {
  let [lng, lat] = [0, 0];
  const features = ids.map((id, index): Feature<Point, PointProperties> => {
    lng += lngs[index] ?? 0;
    lat += lats[index] ?? 0;
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng / unit, lat / unit] },
      properties: {
        id,
        name: names[index] ?? '',
        sector: sectors[index] ?? 0,
        progress: progresses[index] ?? 0,
      },
    };
  });
  return { type: 'FeatureCollection', features };
}

/** Columns of points, in their order; positions in degrees. */
export function columnsOf(
  points: readonly {
    id: string;
    name: string;
    sector: number;
    progress: number;
    lng: number;
    lat: number;
  }[],
): Columns {
  const steps = (key: 'lng' | 'lat') => {
    const values = points.map((point) => Math.round(point[key] * unit));
    return values.map((value, index) => value - (values[index - 1] ?? 0));
  };
  return {
    ids: points.map(({ id }) => id),
    names: points.map(({ name }) => name),
    sectors: points.map(({ sector }) => sector),
    progresses: points.map(({ progress }) => progress),
    lngs: steps('lng'),
    lats: steps('lat'),
  };
}
