import type { Language, ThemeId } from '../view.ts';
import type { StageNews, StageState } from './stage-messages.ts';

/** Whether the presenter's window still seeks the stage, hears it, has lost it, or was told that nothing is presented. */
export type Connection = 'seeking' | 'connected' | 'lost' | 'ended';

/** What the presenter's window knows of the stage. */
export interface PresenterLink {
  connection: Connection;
  /** The last state heard; it stays when the connection is lost, and after the end. */
  state: StageState | null;
  /** How the stage's window looks and speaks; null until it was heard. */
  looks: { language: Language; theme: ThemeId } | null;
  /** How often in a row the stage was asked and did not answer. */
  unanswered: number;
}

export const newLink: PresenterLink = { connection: 'seeking', state: null, looks: null, unanswered: 0 };

/** So many questions without an answer are taken for a lost connection. Counted, not timed: a hidden window's timers are slow. */
const patience = 3;

/** The stage was asked once more. */
export function asked(link: PresenterLink): PresenterLink {
  const unanswered = link.unanswered + 1;
  return { ...link, unanswered, connection: unanswered > patience ? 'lost' : link.connection };
}

/** The stage was heard. What did not change keeps its identity, so that nothing is drawn anew for it. */
export function heard(link: PresenterLink, news: StageNews): PresenterLink {
  if (news.kind === 'leaving') return { ...link, connection: 'lost' };
  const { language, theme } = news.kind === 'state' ? news.state : news;
  const looks = same(link.looks, { language, theme }) ? link.looks : { language, theme };
  if (news.kind === 'ended') return { ...link, connection: 'ended', looks, unanswered: 0 };
  const deck = same(link.state?.deck, news.state.deck) ? (link.state?.deck ?? null) : null;
  const state = deck ? { ...news.state, deck } : news.state;
  return {
    connection: 'connected',
    state: same(link.state, state) ? link.state : state,
    looks,
    unanswered: 0,
  };
}

/** Both come from the same parser, so their fields stand in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
