import { useMemo } from 'react';
import { fillOfProgress } from '../../model/symbols.ts';
import type { ProgressId } from '../../model/vocabulary.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { ProgressIcon } from '../../ui/MarkIcon.tsx';
import { CrossedGrid, KeysHint, Outside } from './CrossedGrid.tsx';
import { type CrossedHead, type CrossedRow, crossSectionsAndProgress } from './crossed-counts.ts';

/** Progress by section of the reports: a stacked bar for each, with the numbers that it is drawn from beside it. */
export function SectionProgress({ total }: { total: number }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const filters = useAtlas((state) => state.view.filters);
  const table = useMemo(() => crossSectionsAndProgress(dataset, filters), [dataset, filters]);
  const longest = Math.max(1, ...table.rows.map(lengthOf));
  return (
    <section aria-labelledby="statistics-sections">
      <h3 id="statistics-sections">{t.statistics.sections}</h3>
      <CrossedGrid
        className="sections"
        table={table}
        total={total}
        label="statistics-sections"
        note="statistics-sections-note"
        columnMark={({ value }) => <ProgressIcon progress={value as ProgressId} size={1.25} />}
        rowPicture={(row, pick) => (
          <StackedBar row={row} columns={table.columns} longest={longest} onPick={pick} />
        )}
      />
      <p className="hint" id="statistics-sections-note">
        {t.statistics.sectionsNote}
        <Outside table={table} />
        <KeysHint />
      </p>
    </section>
  );
}

/** How many items a row's bar shows: an item has one progress, so its cells share none. */
function lengthOf({ cells }: CrossedRow): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** A row's numbers as a bar. A click on a part is one on its number, which has the name and takes the focus. */
function StackedBar({
  row,
  columns,
  longest,
  onPick,
}: {
  row: CrossedRow;
  columns: readonly CrossedHead[];
  longest: number;
  onPick: (column: number) => void;
}) {
  return (
    <div className="stack" aria-hidden="true" style={{ width: `${(lengthOf(row) / longest) * 100}%` }}>
      {row.cells.map(({ count, inside }, index) => {
        const progress = columns[index]?.value as ProgressId;
        return count === 0 ? null : (
          <button
            key={progress}
            type="button"
            tabIndex={-1}
            className="segment"
            data-fill={fillOfProgress[progress]}
            data-outside={!inside || undefined}
            style={{ flexGrow: count }}
            // What is hidden from assistive technology must not take the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
          />
        );
      })}
    </div>
  );
}
