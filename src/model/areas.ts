import type { City, District, Zone } from './dataset.ts';

/** What people browse by: a district, or a zone that lies inside one. */
export type Area = District | Zone;

/** Every area, in the order in which one steps through them: each district, then the zones inside it. */
export function cityAreas(city: City): Area[] {
  return city.districts.flatMap((district) => [
    district,
    ...city.zones.filter((zone) => zone.within === district.id),
  ]);
}

/** The district or zone of an id; undefined where there is none. */
export function areaById(city: City, id: string | null): Area | undefined {
  return cityAreas(city).find((area) => area.id === id);
}
