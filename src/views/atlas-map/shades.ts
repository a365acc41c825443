import { useMemo } from 'react';
import { filterItems, setFilter } from '../../model/facets.ts';
import { type DistrictShade, districtShades } from '../../model/statistics/index.ts';
import type { View } from '../../model/view.ts';
import { useAtlas } from '../../state/index.ts';

/**
 * By what the districts are shaded, or null while they are not. The choice of districts itself is left out, as in the
 * filter panel: each counts what choosing it would list.
 */
export function useDistrictShades({ shaded, filters }: View): DistrictShade[] | null {
  const dataset = useAtlas((state) => state.dataset);
  return useMemo(
    () =>
      shaded ? districtShades(filterItems(dataset.items, setFilter(filters, 'district', [])), dataset) : null,
    [shaded, filters, dataset],
  );
}
