/** Hebrew, Arabic and their like: letters that run from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Characters that turn the direction of what follows, or end such a turn. */
const turns = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;
const [firstStrong, end] = ['\u2068', '\u2069'];

/**
 * A text of somebody's own, as a deck's title, ready to stand within a sentence of ours: whatever script it is in, and
 * whatever turns it holds, the words around it keep their places (UAX #9, isolates). Others are returned as they are.
 */
export function isolated(text: string): string {
  const bare = text.replaceAll(turns, '');
  return rightToLeft.test(bare) ? `${firstStrong}${bare}${end}` : bare;
}
