import { customPinyin, pinyin } from 'pinyin-pro';
import type { SearchKeys } from '../../src/model/dataset.ts';

/** Words whose reading depends on their sense, as government reports use them. */
const commonReadings: Record<string, string> = {
  重点: 'zhòng diǎn',
  崩岸: 'bēng àn',
  调压: 'tiáo yā',
  泊位: 'bó wèi',
  行政: 'xíng zhèng',
};

customPinyin(commonReadings);

/** Makes known how the city's place names are read, where the general dictionary does not know: 句容 → jù róng. */
export function learnReadings(readings: Record<string, string>): void {
  customPinyin(readings);
}

/** Pinyin keys for an item's names: full and initials, lower case, without tones or blanks. */
export function searchKeys(names: readonly string[]): SearchKeys {
  const distinct = [...new Set(names)];
  const join = (name: string, pattern: 'pinyin' | 'first') =>
    pinyin(name, { toneType: 'none', type: 'array', pattern, nonZh: 'consecutive', v: true })
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
  return {
    pinyin: distinct.map((name) => join(name, 'pinyin')),
    initials: distinct.map((name) => join(name, 'first')),
  };
}
