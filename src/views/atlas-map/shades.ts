import { useMemo } from 'react';
import type { DistrictShade } from '../../model/statistics/index.ts';
import type { View } from '../../model/view.ts';
import { useAtlas } from '../../state/index.ts';
import { shadesOf } from './wanted-map.ts';

/** By what the districts are shaded, or null while they are not. */
export function useDistrictShades(view: View): DistrictShade[] | null {
  const dataset = useAtlas((state) => state.dataset);
  const { shaded, filters } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: shades are made of these parts of the view
  return useMemo(() => shadesOf(view, dataset), [shaded, filters, dataset]);
}
