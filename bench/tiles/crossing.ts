/** What one form cost at one number of points; null where it could not be had at all. */
export interface Cost {
  points: number;
  cost: number | null;
}

/** The number of points from which a form costs less than another, or why there is none. */
export type Crossing = { from: number } | 'always' | 'never';

/**
 * From how many points the second form costs less than the first, and goes on doing so, between the measured numbers by a
 * straight line over logarithms. A form that fails costs more than any that does not.
 */
export function crossing(first: readonly Cost[], second: readonly Cost[]): Crossing {
  const gains = first.map(({ points, cost }, index) => {
    const other = second[index];
    if (!other || other.points !== points)
      throw new Error('Both forms must be measured at the same numbers of points.');
    return { points, gain: Math.log((cost ?? Infinity) / (other.cost ?? Infinity)) || 0 };
  });
  const last = gains.findLastIndex(({ gain }) => gain <= 0);
  if (last === gains.length - 1) return 'never';
  const [below, above] = [gains[last], gains[last + 1]];
  if (!below || !above) return 'always';
  // Where one failed there is no line to go by: the first number at which it did.
  if (!Number.isFinite(above.gain) || !Number.isFinite(below.gain)) return { from: above.points };
  const share = -below.gain / (above.gain - below.gain);
  return { from: below.points * (above.points / below.points) ** share };
}
