import type { DataLicense } from '../src/model/licenses.ts';
import { isAllowedForData } from './license-terms.ts';

const columns = ['data', '数据', 'files', 'licence', 'credit to give'];
/** In the column 数据: these data are not in the app, but measured against or published beside it. */
const notInside = '—';
const noneClaimed = 'none claimed';

/**
 * The data in the app and their licences, from the table in `geo/LICENSE.md`: the one place that states them. Throws an
 * error that names the row where a licence is missing or not allowed.
 */
export function dataLicenses(markdown: string): DataLicense[] {
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head, , ...body] = rows;
  if (head?.join() !== columns.join()) {
    throw new Error(`geo/LICENSE.md: its table has to have the columns ${columns.join(' | ')}.`);
  }
  return body.flatMap(([nameEn = '', name = '', , licence = '', credit = '']) => {
    const licenses = licence === noneClaimed ? [] : licence.split(/, | or /u);
    const refused = licenses.find((license) => !isAllowedForData(license));
    if (refused !== undefined || !nameEn || !name || !credit) {
      const why =
        refused === undefined ? 'a cell is empty' : `“${refused}” is not among the licences allowed`;
      throw new Error(`geo/LICENSE.md: in the row “${nameEn}” ${why} (deploy/license-terms.ts).`);
    }
    return name === notInside ? [] : [{ name, nameEn, licenses, credit }];
  });
}
