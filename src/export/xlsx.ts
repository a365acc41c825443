import { type FilteredItems, workbookSheets } from './workbook.ts';

/** The face that spreadsheets of every system have Chinese characters in. */
const face = 'Microsoft YaHei';

/** Makes the items that are filtered as an Excel file. */
export async function buildXlsx(filtered: FilteredItems): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  return writeXlsxFile(workbookSheets(filtered), { fontFamily: face, fontSize: 11 }).toBlob();
}
