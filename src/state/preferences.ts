import { notesSizes } from '../model/decks/notes-size.ts';
import type { AtlasStore } from './store.ts';

/** What this browser keeps of a person's choices; links never carry it. */
const key = 'atlas.preferences';

interface Preferences {
  letterShortcuts: boolean;
  notesSize: number;
}

/** Reads the kept preferences into the store, and keeps them from then on. Without storage they last as long as the page. */
export function syncPreferences(store: AtlasStore): () => void {
  const kept = readPreferences();
  if (typeof kept.letterShortcuts === 'boolean') store.getState().setLetterShortcuts(kept.letterShortcuts);
  if (kept.notesSize !== undefined && notesSizes.includes(kept.notesSize))
    store.setState({ notesSize: kept.notesSize });
  return store.subscribe((state, previous) => {
    if (state.letterShortcuts !== previous.letterShortcuts)
      writePreferences({ letterShortcuts: state.letterShortcuts });
    if (state.notesSize !== previous.notesSize) writePreferences({ notesSize: state.notesSize });
  });
}

function readPreferences(): Partial<Preferences> {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    console.warn('Preferences could not be read; the usual ones hold.', error);
    return {};
  }
}

/** Changes these alone: another window may have changed the others since. */
function writePreferences(preferences: Partial<Preferences>): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ ...readPreferences(), ...preferences }));
  } catch (error) {
    // Blocked or full: the choice holds for this page, and nothing else depends on it.
    console.warn('Preferences could not be kept; they hold until the page is closed.', error);
  }
}
