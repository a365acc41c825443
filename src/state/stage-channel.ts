import {
  type Envelope,
  newMessages,
  type PresenterCommand,
  receivedWord,
  type StageNews,
} from '../model/decks/stage-messages.ts';
import { presenterAddress } from './presenter-address.ts';
import { onStage } from './presenting.ts';
import { keepSession, takeSession } from './stage-session.ts';
import type { AtlasState, AtlasStore } from './store.ts';
import { newToken, openWindowChannel, type WindowChannel } from './window-channel.ts';

let openPresenter: (() => boolean) | null = null;

/** Opens the presenter's window of this page, or brings the open one to the front. False where the browser blocked it. */
export function openPresenterWindow(): boolean {
  if (!openPresenter) throw new Error('syncStageChannel() was not called before openPresenterWindow().');
  return openPresenter();
}

/**
 * Keeps the presenter's window in step with the stage: tells it the state on every change and whenever it asks, and
 * does what it commands. Nothing is opened before that window is, or, after a reload, was.
 */
export function syncStageChannel(store: AtlasStore): () => void {
  const kept = takeSession();
  const { session } = kept;
  const sender = newToken();
  const isNew = newMessages();
  let startedAt = store.getState().view.stage ? (kept.startedAt ?? Date.now()) : null;
  let number = 0;
  let channel: WindowChannel | null = null;
  let presenter: Window | null = null;

  const say = (content: StageNews) => {
    number += 1;
    channel?.send({ session, sender, number, content } satisfies Envelope<StageNews>);
  };
  const tell = () => say(newsOf(store.getState(), startedAt));
  const connect = () => {
    channel ??= openWindowChannel(`atlas.stage.${session}`, {
      peer: () => presenter,
      onMessage(message, source) {
        const word = receivedWord(message, session);
        if (!word) return;
        // The session is known to that window alone. After a reload of this page the first word tells which it is.
        if (source) presenter = source;
        if (!isNew(word)) return;
        if (word.content.kind === 'hello') tell();
        else obey(word.content.command, store.getState());
      },
    });
  };
  if (kept.connected) {
    connect();
    tell();
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (!state.view.stage) startedAt = null;
    else if (!previous.view.stage) startedAt = Date.now();
    if (channel && tellsMore(state, previous)) tell();
  });
  const onPageHide = () => {
    keepSession({ session, startedAt, connected: channel !== null });
    say({ kind: 'leaving' });
  };
  // A page that comes back as it was goes on as it was.
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    takeSession();
    tell();
  };
  window.addEventListener('pagehide', onPageHide);
  window.addEventListener('pageshow', onPageShow);

  openPresenter = () => {
    connect();
    const { language, theme } = store.getState().view;
    const { availWidth, availHeight } = window.screen;
    const size = `width=${Math.min(availWidth, 1440)},height=${Math.min(availHeight, 860)}`;
    // By its name the window is found again, though this page was loaded again since.
    const opened = window.open(
      presenterAddress({ session, language, theme }),
      `atlas-presenter-${session}`,
      `popup,${size}`,
    );
    if (!opened) return false;
    presenter = opened;
    opened.focus();
    return true;
  };
  return () => {
    unsubscribe();
    channel?.close();
    window.removeEventListener('pagehide', onPageHide);
    window.removeEventListener('pageshow', onPageShow);
    openPresenter = null;
  };
}

function newsOf(state: AtlasState, startedAt: number | null): StageNews {
  const stage = onStage(state);
  const { language, theme } = state.view;
  if (!stage) return { kind: 'ended', language, theme };
  const { deck, index } = stage;
  const { black, aside } = state;
  return {
    kind: 'state',
    state: { deck, index, black, aside: aside !== null, language, theme, startedAt: startedAt ?? Date.now() },
  };
}

/** Whether a change is one that the presenter's window shows. */
function tellsMore(state: AtlasState, previous: AtlasState): boolean {
  const { view } = state;
  return (
    view.stage !== previous.view.stage ||
    view.language !== previous.view.language ||
    view.theme !== previous.view.theme ||
    state.black !== previous.black ||
    (state.aside === null) !== (previous.aside === null) ||
    state.ownDecks !== previous.ownDecks
  );
}

function obey(command: PresenterCommand, state: AtlasState): void {
  if (!state.view.stage) return;
  if (command.kind === 'next') state.step(1);
  // As on stage itself: off the script the way back leads to the scene first.
  else if (command.kind === 'previous') state.aside ? state.returnToScene() : state.step(-1);
  else if (command.kind === 'jump') state.jumpTo(command.index);
  else if (command.kind === 'black') state.setBlack(command.on);
  else if (command.kind === 'return') state.returnToScene();
  else state.endPresentation();
}
