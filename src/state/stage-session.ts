import { isCount, isRecord } from '../model/decks/received-deck.ts';
import { isToken } from '../model/decks/stage-messages.ts';
import { newToken } from './window-channel.ts';

const key = 'atlas.stage-session';

/** What ties this page to its presenter's window, over a reload. */
export interface StageSession {
  session: string;
  /** When the presentation began, in milliseconds since 1970; null while nothing is presented. */
  startedAt: number | null;
  /** A presenter's window was opened. */
  connected: boolean;
}

/**
 * The session that this page had before it was loaded again, or a new one. It is taken out of the storage and put back
 * only when the page goes: a tab that is doubled meanwhile, which doubles the storage too, is a session of its own.
 */
export function takeSession(): StageSession {
  const fresh = { session: newToken(), startedAt: null, connected: false };
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    window.sessionStorage.removeItem(key);
    if (!isRecord(kept) || !isToken(kept.session)) return fresh;
    const { session, startedAt, connected } = kept;
    return { session, startedAt: isCount(startedAt) ? startedAt : null, connected: connected === true };
  } catch (error) {
    console.warn('The presentation before the reload is not known: session storage cannot be read.', error);
    return fresh;
  }
}

/** Keeps the session for the same tab's next page. */
export function keepSession(session: StageSession): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(session));
  } catch (error) {
    console.warn('After a reload the presenter window has to be opened again: no session storage.', error);
  }
}
