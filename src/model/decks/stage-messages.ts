import type { Deck } from '../dataset.ts';
import { type Language, languages, type ThemeId, themeIds } from '../view.ts';
import { isCount, isRecord, receivedDeck } from './received-deck.ts';

/**
 * What the window with the stage and the presenter's window say to each other. They run the same page, each in a
 * browsing context of its own; the stage alone holds the state, the presenter's window shows it and asks for changes.
 */

/** What is on stage, as the presenter's window needs it. The deck comes whole: a person's own lives in the stage's window. */
export interface StageState {
  deck: Deck;
  /** The number of the scene, from 0. */
  index: number;
  black: boolean;
  /** Something beside the scene is on show. */
  aside: boolean;
  language: Language;
  theme: ThemeId;
  /** When the presentation began, in milliseconds since 1970. */
  startedAt: number;
}

/** What the presenter's window asks of the stage. */
export type PresenterCommand =
  | { kind: 'next' | 'previous' | 'return' | 'end' }
  | { kind: 'jump'; index: number }
  | { kind: 'black'; on: boolean };

/** The stage's part: its state; that nothing is presented; or that its page goes away, to be loaded again perhaps. */
export type StageNews =
  | { kind: 'state'; state: StageState }
  | { kind: 'ended'; language: Language; theme: ThemeId }
  | { kind: 'leaving' };

/** The presenter's part: that it is there and wants to know the state; or a command. */
export type PresenterWord = { kind: 'hello' } | { kind: 'command'; command: PresenterCommand };

/** A message under way: whose session it belongs to, which page sends it, and its number among that page's messages. */
export interface Envelope<Content> {
  session: string;
  sender: string;
  number: number;
  content: Content;
}

/** Sessions and senders are 128 random bits as hexadecimal digits: not to be guessed, nor met twice. */
const tokenPattern = /^[0-9a-f]{32}$/u;

/** Whether a text can be the token of a session or of a sender. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && tokenPattern.test(value);
}

/** What the stage says, out of a value that anyone may have sent; null unless it is well-formed and of this session. */
export function receivedNews(value: unknown, session: string): Envelope<StageNews> | null {
  return received(value, session, newsIn);
}

/** What the presenter says, out of a value that anyone may have sent; null unless it is well-formed and of this session. */
export function receivedWord(value: unknown, session: string): Envelope<PresenterWord> | null {
  return received(value, session, wordIn);
}

function received<Content>(
  value: unknown,
  session: string,
  read: (content: Record<string, unknown>) => Content | null,
): Envelope<Content> | null {
  if (!isRecord(value) || !isToken(session) || value.session !== session) return null;
  const { sender, number } = value;
  if (!isToken(sender) || !isCount(number) || !isRecord(value.content)) return null;
  const content = read(value.content);
  return content ? { session, sender, number, content } : null;
}

function newsIn(content: Record<string, unknown>): StageNews | null {
  if (content.kind === 'leaving') return { kind: 'leaving' };
  if (content.kind === 'ended') {
    const looks = looksIn(content);
    return looks && { kind: 'ended', ...looks };
  }
  if (content.kind !== 'state' || !isRecord(content.state)) return null;
  const { index, black, aside, startedAt } = content.state;
  const looks = looksIn(content.state);
  const deck = receivedDeck(content.state.deck);
  if (!looks || !deck || typeof black !== 'boolean' || typeof aside !== 'boolean') return null;
  if (!isCount(index) || index >= deck.scenes.length || !isCount(startedAt)) return null;
  return { kind: 'state', state: { deck, index, black, aside, ...looks, startedAt } };
}

function looksIn(value: Record<string, unknown>): { language: Language; theme: ThemeId } | null {
  const language = languages.find((known) => known === value.language);
  const theme = themeIds.find((known) => known === value.theme);
  return language && theme ? { language, theme } : null;
}

function wordIn(content: Record<string, unknown>): PresenterWord | null {
  if (content.kind === 'hello') return { kind: 'hello' };
  if (content.kind !== 'command' || !isRecord(content.command)) return null;
  const { kind, index, on } = content.command;
  if (kind === 'next' || kind === 'previous' || kind === 'return' || kind === 'end')
    return { kind: 'command', command: { kind } };
  if (kind === 'jump' && isCount(index)) return { kind: 'command', command: { kind, index } };
  if (kind === 'black' && typeof on === 'boolean') return { kind: 'command', command: { kind, on } };
  return null;
}

/** How many pages' numbers are remembered; the oldest is forgotten first. */
const rememberedSenders = 16;

/**
 * Tells messages that were seen from new ones: the same may come by two ways, and a command must be obeyed once. A
 * page's messages are numbered upwards; one that is not above the last is not new.
 */
export function newMessages(): (message: { sender: string; number: number }) => boolean {
  const last = new Map<string, number>();
  return ({ sender, number }) => {
    const seen = last.get(sender);
    if (seen !== undefined && number <= seen) return false;
    last.delete(sender);
    last.set(sender, number);
    const [oldest] = last.keys();
    if (last.size > rememberedSenders && oldest !== undefined) last.delete(oldest);
    return true;
  };
}
