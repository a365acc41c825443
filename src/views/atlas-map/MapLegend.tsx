import deploy from 'virtual:atlas/deploy';
import { mapCredits } from '../../drawing/credits.ts';
import { reportDates } from '../../model/dataset.ts';
import type { DistrictShade } from '../../model/statistics/index.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';
import { BasemapCredits } from './BasemapMenu.tsx';

/** What every picture of the map must carry: how places are drawn, the date, the caveat, the review number, the credits. */
export function MapLegend({ shades }: { shades: readonly DistrictShade[] | null }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const symbol = { sector: 'transport', icon: '', fill: 'solid' } as const;
  return (
    <div className="map-legend">
      <span className="legend-key">
        <MarkIcon symbol={{ ...symbol, approximate: false }} size={1.1} />
        {t.legendSite}
        <MarkIcon symbol={{ ...symbol, approximate: true }} size={1.1} />
        {t.legendArea}
        <i className="legend-swatch legend-corridor" aria-hidden="true" />
        {t.legendCorridor}
        <i className="legend-swatch legend-zone" aria-hidden="true" />
        {t.legendZone}
      </span>
      {shades && (
        <span className="legend-shades">
          {t.legendShades}
          <span>0</span>
          <i aria-hidden="true" />
          <span>{Math.max(0, ...shades.map(({ count }) => count))}</span>
        </span>
      )}
      <span className="legend-notes">
        <span className="legend-stamp">{t.stamp(reportDates(dataset))}</span>
        <span>{t.mapNote}</span>
        <span>{deploy.reviewNumber ? `${t.reviewNumber}${deploy.reviewNumber}` : t.reviewNumberNone}</span>
        <span>{mapCredits}</span>
        <BasemapCredits />
      </span>
    </div>
  );
}
