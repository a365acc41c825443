import { type CSSProperties, useMemo } from 'react';
import { sectorSymbol } from '../../model/symbols.ts';
import type { SectorId } from '../../model/vocabulary.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';
import { CrossedGrid, KeysHint, Outside } from './CrossedGrid.tsx';
import { type CrossedCount, crossAreasAndSectors } from './crossed-counts.ts';

/** Sectors by areas, the ground of each number as deep as it is large; and the switch that shades the map alike. */
export function AreaSectorMatrix({ total }: { total: number }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const filters = useAtlas((state) => state.view.filters);
  const shaded = useAtlas((state) => state.view.shaded);
  const { setShaded } = useAtlasStore().getState();
  const table = useMemo(() => crossAreasAndSectors(dataset, filters), [dataset, filters]);
  const most = Math.max(1, ...table.rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
  return (
    <section aria-labelledby="statistics-matrix">
      <div className="chart-head">
        <h3 id="statistics-matrix">{t.statistics.matrix}</h3>
        <label className="switch">
          <input type="checkbox" checked={shaded} onChange={({ target }) => setShaded(target.checked)} />
          {t.statistics.shade}
        </label>
      </div>
      <CrossedGrid
        className="matrix"
        table={table}
        total={total}
        label="statistics-matrix"
        note="statistics-matrix-note"
        columnMark={({ value }) => <MarkIcon symbol={sectorSymbol(value as SectorId)} size={1.35} />}
        cellStyle={(cell) => groundOf(cell, most)}
      />
      <p className="hint" id="statistics-matrix-note">
        {t.statistics.matrixNote}
        <Outside table={table} />
        <KeysHint />
      </p>
    </section>
  );
}

/** How deep a cell's ground is: by the logarithm, so that the small numbers of the districts differ beside the city's. */
function groundOf({ count, inside }: CrossedCount, most: number): CSSProperties {
  const share = inside ? Math.log1p(count) / Math.log1p(most) : 0;
  return { ['--depth' as string]: `${Math.round(share * 100)}%` };
}
