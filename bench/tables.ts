/** A table as Markdown, its columns of numbers to the right; it reads well in a terminal, too. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map((text) => text.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths
      .map((width, column) => {
        const text = cells[column] ?? '';
        return column === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? ` ${'-'.repeat(width)} |` : ` ${'-'.repeat(width - 1)}: |`)).join('')}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** A number with as many digits as it is known to: three of them. NaN, where nothing was measured, is a dash. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
