import { mapCredits } from '../../drawing/credits.ts';
import type { Dictionary } from '../../i18n/index.ts';
import { detailedBasemap } from '../../model/basemap.ts';
import type { Deploy } from '../../model/deploy.ts';
import type { AtlasState } from '../../state/index.ts';

/**
 * What every picture of the map must say besides its date: that it is a sketch, the review number or that there is none,
 * and whom it credits, for a basemap that lies under it too.
 */
export function mapLines(
  t: Dictionary,
  { reviewNumber, basemaps }: Deploy,
  { basemap, basemapStatus }: Pick<AtlasState, 'basemap' | 'basemapStatus'>,
): string[] {
  const credits =
    basemapStatus.kind === 'shown' ? basemapStatus.credits : detailedBasemap(basemap, basemaps)?.credits;
  return [
    t.mapNote,
    reviewNumber ? `${t.reviewNumber}${reviewNumber}` : t.reviewNumberNone,
    mapCredits,
    ...(credits ? [`${t.basemap.credits}${credits}`] : []),
  ];
}
