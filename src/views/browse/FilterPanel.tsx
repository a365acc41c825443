import { type ReactNode, useMemo } from 'react';
import { facetValueName } from '../../i18n/naming.ts';
import { countFacets, type FacetId } from '../../model/facets.ts';
import { type ProgressId, progresses, type SectorId, sectors } from '../../model/vocabulary.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { MarkIcon, ProgressIcon } from '../../ui/MarkIcon.tsx';

interface Option {
  value: string;
  icon?: ReactNode;
  /** A zone stands under its district. */
  nested?: boolean;
}

/** The facets. Each option tells what choosing it would give; the sector and progress options are the map's legend. */
export function FilterPanel() {
  const dataset = useAtlas((state) => state.dataset);
  const filters = useAtlas((state) => state.view.filters);
  const counts = useMemo(() => countFacets(dataset.items, filters), [dataset, filters]);
  const { city } = dataset;

  const sectorOptions = (Object.keys(sectors) as SectorId[]).map((value): Option => {
    const [subsector] = Object.values(sectors[value].subsectors) as { icon: string }[];
    return {
      value,
      icon: (
        <MarkIcon
          symbol={{ sector: value, icon: subsector?.icon ?? '', fill: 'solid', approximate: false }}
          size={1.5}
        />
      ),
    };
  });
  const districtOptions = city.districts.flatMap((district): Option[] => [
    { value: district.id },
    ...city.zones
      .filter((zone) => zone.within === district.id)
      .map((zone) => ({ value: zone.id, nested: true })),
  ]);
  const groupOptions = ['cross', 'urban', 'city', 'unlocated'].map((value): Option => ({ value }));
  const progressOptions = (Object.keys(progresses) as ProgressId[]).map(
    (value): Option => ({
      value,
      icon: <ProgressIcon progress={value} size={1.35} />,
    }),
  );

  return (
    <div className="filters">
      <Facet facet="sector" options={sectorOptions} counts={counts.sector} />
      <Facet facet="district" options={[...districtOptions, ...groupOptions]} counts={counts.district} />
      <Facet facet="progress" options={progressOptions} counts={counts.progress} />
    </div>
  );
}

function Facet({
  facet,
  options,
  counts,
}: {
  facet: FacetId;
  options: readonly Option[];
  counts: ReadonlyMap<string, number>;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const chosen = useAtlas((state) => state.view.filters[facet]) ?? [];
  const toggle = useAtlas((state) => state.toggle);
  return (
    <fieldset className={`facet facet-${facet}`}>
      <legend>{t.facets[facet]}</legend>
      <div className="options">
        {options.map(({ value, icon, nested }) => {
          const label = facetValueName(facet, value, dataset, language);
          const count = counts.get(value) ?? 0;
          const checked = chosen.includes(value);
          return (
            <label key={value} className="option" data-nested={nested} data-empty={count === 0 && !checked}>
              <input
                type="checkbox"
                checked={checked}
                aria-label={t.optionName(label, count)}
                onChange={() => toggle(facet, value)}
              />
              {icon}
              <span className="option-label">{label}</span>
              <span className="option-count">{count}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
