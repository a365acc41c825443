import type { CSSProperties, ReactNode } from 'react';
import { facetValueName } from '../../i18n/naming.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import {
  type CrossedCount,
  type CrossedHead,
  type CrossedRow,
  type CrossedTable,
  choicesOf,
} from './crossed-counts.ts';
import { useRovingCells } from './roving-cells.ts';

/** What a table of crossed counts shows besides its numbers. */
interface CrossedLook {
  /** What stands before a column's name. */
  columnMark?: (column: CrossedHead) => ReactNode;
  /** A picture of a row's numbers, under its name; it says nothing that they do not. */
  rowPicture?: (row: CrossedRow, pick: (column: number) => void) => ReactNode;
  cellStyle?: (cell: CrossedCount) => CSSProperties;
}

/** A table of crossed counts, every head and number of which is a filter; `total` is the number of items listed. */
export function CrossedGrid({
  table,
  total,
  label,
  note,
  className,
  columnMark,
  rowPicture,
  cellStyle,
}: CrossedLook & {
  table: CrossedTable;
  total: number;
  /** The ids of what names and explains it. */
  label: string;
  note: string;
  className: string;
}) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const { chooseTogether } = useAtlasStore().getState();
  const roving = useRovingCells();
  const { columns, rows } = table;
  const columnNames = columns.map(({ value }) => facetValueName(table.columnFacet, value, dataset, language));
  const choose = (row: CrossedHead | null, column: CrossedHead | null, what: CrossedCount) =>
    chooseTogether(choicesOf(table, row, column, what));

  return (
    <table
      className={`crossed ${className}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys walk among its cells
      role="grid"
      aria-labelledby={label}
      aria-describedby={note}
      {...roving}
    >
      <thead>
        <tr>
          <th scope="col" className="corner">
            {t.facets[table.rowFacet]}
          </th>
          {columns.map((column, index) => (
            <th key={column.value} scope="col">
              <CountButton
                of={column}
                label={t.statistics.header(columnNames[index] ?? '', column.count)}
                onChoose={() => choose(null, column, column)}
              >
                {columnMark?.(column)}
                <span className="column-name">{columnNames[index]}</span>
              </CountButton>
            </th>
          ))}
          <th scope="col" className="total">
            {t.statistics.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = facetValueName(table.rowFacet, row.value, dataset, language);
          const pick = (index: number) => {
            const [column, cell] = [columns[index], row.cells[index]];
            if (column && cell) choose(row, column, cell);
          };
          return (
            <tr key={row.value} data-depth={row.depth}>
              <th scope="row">
                <CountButton
                  of={row}
                  label={t.statistics.header(name, row.count)}
                  onChoose={() => choose(row, null, row)}
                >
                  {name}
                </CountButton>
                {rowPicture?.(row, pick)}
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.value} style={cellStyle?.(cell)}>
                  <CountButton
                    of={cell}
                    label={t.statistics.cell(name, columnNames[index] ?? '', cell.count)}
                    onChoose={() => pick(index)}
                  >
                    {cell.count}
                  </CountButton>
                </td>
              ))}
              <td className="total" data-outside={!row.inside || undefined}>
                {row.count}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="total">
            {t.statistics.total}
          </th>
          {columns.map((column) => (
            <td key={column.value} className="total" data-outside={!column.inside || undefined}>
              {column.count}
            </td>
          ))}
          <td className="total">{total}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Says what pale numbers are, where there are any. */
export function Outside({ table: { rows } }: { table: CrossedTable }) {
  const t = useDictionary();
  const some = rows.some(({ cells }) => cells.some(({ inside }) => !inside));
  return some && <span> {t.statistics.outside}</span>;
}

/** Says how one walks in a table to those who do; a screen reader tells it with the note around it. */
export function KeysHint() {
  const t = useDictionary();
  return <span className="keys-hint"> {t.statistics.keys}</span>;
}

/** A number, or a head, that is a filter: a button where choosing it lists something or it is chosen, else text. */
function CountButton({
  of: { count, inside, chosen },
  label,
  onChoose,
  children,
}: {
  of: CrossedCount;
  /** The whole sentence: what it is, and how many. */
  label: string;
  onChoose: () => void;
  children: ReactNode;
}) {
  const outside = !inside || undefined;
  // No dead ends: nothing can be chosen that lists nothing.
  if (count === 0 && !chosen)
    return (
      <span className="count" data-outside={outside} data-none="">
        {children}
      </span>
    );
  return (
    <button
      type="button"
      className="count"
      data-cell=""
      data-outside={outside}
      aria-pressed={chosen}
      aria-label={label}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
