import { latestReport } from '../../model/dataset.ts';
import reviewNumber from '../../review-number.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';

/** What every picture of the map must carry: how places are drawn, the date, the caveat, the review number, the credits. */
export function MapLegend() {
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
      </span>
      <span className="legend-notes">
        <span>{t.stamp(latestReport(dataset).date)}</span>
        <span>{t.mapNote}</span>
        <span>{reviewNumber ? `${t.reviewNumber}${reviewNumber}` : t.reviewNumberNone}</span>
        <span>© OpenStreetMap (ODbL) · GeoNames (CC BY)</span>
      </span>
    </div>
  );
}
