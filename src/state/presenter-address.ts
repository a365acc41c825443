import { isToken } from '../model/decks/stage-messages.ts';
import { defaultView, type Language, languages, type ThemeId, themeIds } from '../model/view.ts';

/** The parameter of the fragment that makes the page a presenter's window; its value is the session. */
const parameter = 'presenter';

/** Which stage a presenter's window belongs to, and how that looked and spoke when the window was opened. */
export interface PresenterAddress {
  session: string;
  language: Language;
  theme: ThemeId;
}

/** What the address of a presenter's window says; null where this page is the atlas itself. */
export function presenterSession(): PresenterAddress | null {
  const fragment = new URLSearchParams(window.location.hash.slice(1));
  const session = fragment.get(parameter);
  if (!isToken(session)) return null;
  const language = languages.find((known) => known === fragment.get('lang')) ?? defaultView.language;
  const theme = themeIds.find((known) => known === fragment.get('theme')) ?? defaultView.theme;
  return { session, language, theme };
}

/**
 * The address of a session's presenter window: this page, with a fragment instead of the view. Language and theme stand
 * in it so that the window looks right before it has heard of the stage.
 */
export function presenterAddress({ session, language, theme }: PresenterAddress): string {
  const fragment = new URLSearchParams({ [parameter]: session, lang: language, theme });
  return `${window.location.href.replace(/[?#].*$/u, '')}#${fragment}`;
}
