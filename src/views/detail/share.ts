/** A share from 0 to 1 in whole per cent, as in `12%`; what is there is never told as nothing. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '<1%' : `${percent}%`;
}
