/** Units of more than one character, after any 万 or 亿; every other one is a single character. */
const longUnits = ['平方公里', '平方米', '立方米', '公里', '公顷', '千瓦时', '千瓦', '个月', '小时', '分钟'];

/** A number with the unit after it, as the report writes them: 160亿元, 97 天, 6.1%. */
const figure = new RegExp(
  String.raw`(\d[\d.,]*\s?[万亿]{0,2}(?:${longUnits.join('|')}|[\p{Script=Han}%‰]))`,
  'u',
);

/**
 * A text in stretches that are to be read in one: even ones are words, odd ones figures with their units, none of which
 * may be parted by the end of a line. Joined they are the text.
 */
export function splitAtFigures(text: string): string[] {
  return text.split(figure);
}
