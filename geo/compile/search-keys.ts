import { customPinyin, pinyin } from 'pinyin-pro';
import type { SearchKeys } from '../../src/model/dataset.ts';

/**
 * Readings that the general dictionary gets wrong for this report's place names. Sources: the official romanisations of
 * the places (句容 Jurong, 谏壁 Jianbi, 丹徒 Dantu, 圌山 Chuishan, 蜂巢易创 Fengchao Yichuang).
 */
const placeReadings: Record<string, string> = {
  句容: 'jù róng',
  谏壁: 'jiàn bì',
  圌山: 'chuí shān',
  大港: 'dà gǎng',
  扬中: 'yáng zhōng',
  镇江: 'zhèn jiāng',
  丹徒: 'dān tú',
  长江: 'cháng jiāng',
  长山: 'cháng shān',
  重点: 'zhòng diǎn',
  崩岸: 'bēng àn',
  调压: 'tiáo yā',
  泊位: 'bó wèi',
  行政: 'xíng zhèng',
};

customPinyin(placeReadings);

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
