import type { Dataset, District, Zone } from '../../model/dataset.ts';

/** The areas that have a card, in the order in which one steps through them: each district, then the zones inside it. */
export function steppedAreas({ city }: Dataset): (District | Zone)[] {
  return city.districts.flatMap((district) => [
    district,
    ...city.zones.filter((zone) => zone.within === district.id),
  ]);
}

/** A share from 0 to 1 in whole per cent, as in `12%`; what is there is never told as nothing. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '<1%' : `${percent}%`;
}
