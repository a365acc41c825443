/** The sizes in which speaker notes can be read, in rem: from a laptop on the lectern to one a step away. */
export const notesSizes: readonly number[] = [1, 1.2, 1.45, 1.75, 2.1, 2.5];

/** The size at the start. */
export const defaultNotesSize = 1.45;

/** The size some steps larger or smaller; past either end it stays there. One that is none of the sizes counts as the usual one. */
export function stepNotesSize(size: number, steps: number): number {
  const at = notesSizes.indexOf(size);
  const from = at < 0 ? notesSizes.indexOf(defaultNotesSize) : at;
  return notesSizes[Math.min(Math.max(from + steps, 0), notesSizes.length - 1)] ?? defaultNotesSize;
}
