import { useEffect } from 'react';

/**
 * Keeps the screen from going dark until the returned function is called. The browser lets go of the screen whenever the
 * page is out of sight: it is asked again when the page comes back. A browser that has no such thing, or refuses (an
 * empty battery, a policy), leaves the screen to the computer's own settings: nothing for the speaker to do.
 */
export function keepScreenAwake(wakeLock: WakeLock | undefined, page: Document): () => void {
  if (!wakeLock) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  let ended = false;
  let asking = false;
  const ask = async () => {
    if (asking || ended || (lock && !lock.released) || page.visibilityState !== 'visible') return;
    asking = true;
    try {
      const granted = await wakeLock.request('screen');
      if (ended) await granted.release();
      else lock = granted;
    } catch (refusal) {
      console.debug('The browser does not keep the screen awake:', refusal);
    } finally {
      asking = false;
    }
  };
  const onVisibility = () => void ask();
  page.addEventListener('visibilitychange', onVisibility);
  void ask();
  return () => {
    ended = true;
    page.removeEventListener('visibilitychange', onVisibility);
    lock?.release().catch((refusal: unknown) => console.debug('The screen lock was gone already:', refusal));
    lock = null;
  };
}

/** Keeps the screen awake while the component that calls it is there. */
export function useWakeLock(): void {
  useEffect(() => keepScreenAwake(navigator.wakeLock, document), []);
}
