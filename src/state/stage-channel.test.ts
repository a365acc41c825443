// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresenterCommand } from '../model/decks/stage-messages.ts';
import { testDataset } from '../testing/atlas.ts';
import { presenterAddress, presenterSession } from './presenter-address.ts';
import { connectPresenter, type PresenterChannel } from './presenter-link.ts';
import { openPresenterWindow, syncStageChannel } from './stage-channel.ts';
import { createAtlasStore } from './store.ts';

/** The browser's channel between its windows; here all of them are in one. */
class Channel {
  static open: Channel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly name: string) {
    Channel.open.push(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.open.filter(({ name }) => name === this.name))
      if (other !== this) other.onmessage?.({ data: structuredClone(data) });
  }
  close() {
    Channel.open = Channel.open.filter((each) => each !== this);
  }
}

/** The session in the address of the window that was opened last. */
let opened: string[] = [];
let closing: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', Channel);
  window.sessionStorage.clear();
  opened = [];
  vi.spyOn(window, 'open').mockImplementation((address) => {
    opened.push(String(address));
    return { postMessage: () => undefined, focus: () => undefined } as unknown as Window;
  });
});
afterEach(() => {
  for (const close of closing) close();
  closing = [];
  Channel.open = [];
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A window with the atlas on stage; `previous` is the stage that it had before a reload. */
function openStage(index = 0) {
  const store = createAtlasStore(testDataset);
  store.getState().present({ deck: 'tour', index });
  const close = syncStageChannel(store);
  closing.push(close);
  const place = () => store.getState().view.stage?.index;
  return { store, place, close };
}

function openPresenter(): PresenterChannel & { do(command: PresenterCommand): void } {
  openPresenterWindow();
  const session = new URL(opened.at(-1) ?? '').hash.match(/presenter=([0-9a-f]+)/u)?.[1] ?? '';
  const channel = connectPresenter(session);
  closing.push(channel.close);
  return { ...channel, do: channel.command };
}

describe('the presenter’s window', () => {
  it('is in step with the stage from either side', () => {
    const { store, place } = openStage();
    const presenter = openPresenter();
    const heard = () => presenter.link.getState();
    expect([heard().connection, heard().state?.index]).toEqual(['connected', 0]);
    presenter.do({ kind: 'next' });
    expect([place(), heard().state?.index]).toEqual([1, 1]);
    store.getState().step(1);
    expect(heard().state?.index).toBe(2);
    presenter.do({ kind: 'black', on: true });
    expect([store.getState().black, heard().state?.black]).toEqual([true, true]);
    store.getState().setBlack(false);
    expect(heard().state?.black).toBe(false);
    store.getState().select('plant');
    expect(heard().state?.aside).toBe(true);
    presenter.do({ kind: 'previous' });
    expect([place(), heard().state?.aside]).toEqual([2, false]);
    presenter.do({ kind: 'jump', index: 0 });
    expect([place(), heard().state?.index]).toEqual([0, 0]);
    store.getState().setTheme('dark');
    expect(heard().looks?.theme).toBe('dark');
  });

  it('obeys a command once, though it comes by two ways', () => {
    const { place } = openStage();
    const presenter = openPresenter();
    const post = Channel.prototype.postMessage;
    vi.spyOn(Channel.prototype, 'postMessage').mockImplementation(function (this: Channel, data) {
      post.call(this, data);
      const event = new MessageEvent('message', { data, origin: window.location.origin, source: window });
      window.dispatchEvent(event);
    });
    presenter.do({ kind: 'next' });
    expect(place()).toBe(1);
  });

  it('says that the presentation ended, and follows the next one', () => {
    const { store } = openStage();
    const presenter = openPresenter();
    presenter.do({ kind: 'end' });
    expect(store.getState().view.stage).toBeNull();
    expect(presenter.link.getState().connection).toBe('ended');
    store.getState().present({ deck: 'tour', index: 1 });
    expect(presenter.link.getState()).toMatchObject({ connection: 'connected', state: { index: 1 } });
  });

  it('finds a stage that was loaded again, with the time since its beginning', () => {
    const first = openStage();
    const presenter = openPresenter();
    const began = presenter.link.getState().state?.startedAt;
    vi.advanceTimersByTime(60_000);
    window.dispatchEvent(new Event('pagehide'));
    expect(presenter.link.getState().connection).toBe('lost');
    first.close();
    const second = openStage(1);
    expect(presenter.link.getState()).toMatchObject({
      connection: 'connected',
      state: { index: 1, startedAt: began },
    });
    presenter.do({ kind: 'next' });
    expect(second.place()).toBe(2);
  });

  it('notices when the stage is gone without a word, and finds it again', () => {
    openStage();
    const presenter = openPresenter();
    const [stage] = Channel.open;
    Channel.open = Channel.open.filter((each) => each !== stage);
    vi.advanceTimersByTime(10_000);
    expect(presenter.link.getState()).toMatchObject({ connection: 'lost', state: { index: 0 } });
    if (stage) Channel.open.push(stage);
    vi.advanceTimersByTime(2_000);
    expect(presenter.link.getState().connection).toBe('connected');
  });

  it('does not mix with another atlas, nor with a tab that was doubled', () => {
    const one = openStage();
    const ofOne = openPresenter();
    const two = openStage();
    const ofTwo = openPresenter();
    expect(new Set(opened).size).toBe(2);
    ofOne.do({ kind: 'next' });
    expect([one.place(), two.place()]).toEqual([1, 0]);
    expect(ofTwo.link.getState().state?.index).toBe(0);
  });

  it('is not heard by strangers, and hears none', () => {
    const { place } = openStage();
    const presenter = openPresenter();
    const stranger = new Channel(Channel.open[0]?.name ?? '');
    for (const data of [null, 'next', { session: 'x' }, { kind: 'command', command: { kind: 'next' } }])
      stranger.postMessage(data);
    const foreign = { data: {}, origin: 'https://example.org', source: window };
    window.dispatchEvent(new MessageEvent('message', foreign));
    expect([place(), presenter.link.getState().state?.index]).toEqual([0, 0]);
  });

  it('says whether the browser let it open', () => {
    openStage();
    expect(openPresenterWindow()).toBe(true);
    vi.mocked(window.open).mockReturnValue(null);
    expect(openPresenterWindow()).toBe(false);
  });
});

describe('without session storage', () => {
  it('the windows are in step all the same', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (const method of ['getItem', 'setItem'] as const)
      vi.spyOn(window.sessionStorage, method).mockImplementation(() => {
        throw new Error('SecurityError');
      });
    const { place } = openStage();
    openPresenter().do({ kind: 'next' });
    window.dispatchEvent(new Event('pagehide'));
    expect(place()).toBe(1);
    expect(warn).toHaveBeenCalled();
  });
});

describe('the address of a presenter’s window', () => {
  it('says session, language and theme, and is nothing else’s', () => {
    const session = '0123456789abcdef0123456789abcdef';
    const address = presenterAddress({ session, language: 'en', theme: 'dark' });
    window.location.hash = new URL(address).hash;
    expect(presenterSession()).toEqual({ session, language: 'en', theme: 'dark' });
    for (const hash of ['', '#presenter=', '#presenter=../x', '#scene=tour.1&theme=dark']) {
      window.location.hash = hash;
      expect(presenterSession()).toBeNull();
    }
  });
});
