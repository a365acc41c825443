import { makeRandom } from '../synthetic-dataset.ts';

/** An item of a made-up province, with as much of it as a map and its legend need. */
export interface ProvincePoint {
  id: string;
  name: string;
  /** Indices into lists of so many sectors and progresses as the atlas has. */
  sector: number;
  progress: number;
  /** WGS-84. */
  lng: number;
  lat: number;
}

const sectors = 8;
const progresses = 5;
/** West, south, east, north: about 340 by 400 km, as large as a province of the lower Yangtze. */
export const province = [117, 31, 120.6, 34.6] as const;
/** How many cities it has, and how far their items lie around them, in degrees. */
const cities = 13;
const spread = 0.08;
/** The share of items that lie in cities; the others lie anywhere. */
const inCities = 0.7;

/**
 * So many points, the same ones every time: most around cities, the others all over the province. Names are put together
 * of halves of real ones, so that they weigh as much.
 */
export function provincePoints(count: number, names: readonly string[]): ProvincePoint[] {
  const random = makeRandom(count);
  const [west, south, east, north] = province;
  const within = (low: number, high: number) => low + random() * (high - low);
  const centres = Array.from({ length: cities }, () => [
    within(west + 0.3, east - 0.3),
    within(south + 0.3, north - 0.3),
  ]);
  const halves = names.flatMap((name) => {
    const middle = Math.ceil(name.length / 2);
    return [name.slice(0, middle), name.slice(middle)];
  });
  const half = () => halves[Math.floor(random() * halves.length)] ?? '';
  // The sum of three, drawn evenly, is near enough to a bell.
  const offset = () => (random() + random() + random() - 1.5) * 2 * spread;
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return Array.from({ length: count }, (_, number) => {
    const [lng = 0, lat = 0] = centres[Math.floor(random() * cities)] ?? [];
    const isInCity = random() < inCities;
    return {
      id: `item-${number}`,
      name: half() + half(),
      sector: Math.floor(random() * sectors),
      progress: Math.floor(random() * progresses),
      lng: rounded(isInCity ? lng + offset() : within(west, east)),
      lat: rounded(isInCity ? lat + offset() : within(south, north)),
    };
  });
}
