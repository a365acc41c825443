import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { asked, heard, newLink, type PresenterLink } from '../model/decks/presenter-link.ts';
import {
  type Envelope,
  newMessages,
  type PresenterCommand,
  type PresenterWord,
  receivedNews,
} from '../model/decks/stage-messages.ts';
import { newToken, openWindowChannel } from './window-channel.ts';

/** The presenter's end of the channel. */
export interface PresenterChannel {
  link: StoreApi<PresenterLink>;
  command(command: PresenterCommand): void;
  close(): void;
}

/** How often the stage is asked whether it is there, in milliseconds. */
const askingInterval = 2000;

/** Seeks the stage of a session and keeps hearing it; it is found again by itself when it comes back. */
export function connectPresenter(session: string): PresenterChannel {
  const link = createStore<PresenterLink>()(() => newLink);
  const sender = newToken();
  const isNew = newMessages();
  let number = 0;
  const stage = window.opener as Window | null;
  const channel = openWindowChannel(`atlas.stage.${session}`, {
    peer: () => stage,
    onMessage(message, source) {
      if (source && source !== stage) return;
      const news = receivedNews(message, session);
      if (news && isNew(news)) link.setState((before) => heard(before, news.content), true);
    },
  });
  const say = (content: PresenterWord) => {
    number += 1;
    channel.send({ session, sender, number, content } satisfies Envelope<PresenterWord>);
  };
  const ask = () => {
    link.setState(asked, true);
    say({ kind: 'hello' });
  };
  ask();
  const timer = setInterval(ask, askingInterval);
  return {
    link,
    command: (command) => say({ kind: 'command', command }),
    close() {
      clearInterval(timer);
      channel.close();
    },
  };
}

/** What the presenter's window knows of the stage now. */
export function usePresenterLink(channel: PresenterChannel): PresenterLink {
  return useStore(channel.link);
}
