import type { Dictionary } from '../../i18n/index.ts';

/** The browser gave no picture of the map. */
export class PictureFailure extends Error {}

/** Runs what takes pictures; what goes wrong in it, but being stopped, is a failure of pictures. */
export async function picturing<T>(signal: AbortSignal, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (cause) {
    signal.throwIfAborted();
    if (isMissingPart(cause)) throw cause;
    throw new PictureFailure('No picture of the map could be taken.', { cause });
  }
}

/** Why something could not be made, and what helps. */
export function remedyOf(error: unknown, t: Dictionary): string {
  const { why } = t.exports;
  if (error instanceof PictureFailure) return why.picture;
  return isMissingPart(error) ? why.library : why.other;
}

/** A part of the app that is loaded on use did not come: Chromium, Firefox and Safari each say it in their own words. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|module script failed/iu.test(error.message)
  );
}
