import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDataset, testScene } from '../../testing/atlas.ts';
import type { Deck } from '../dataset.ts';
import { receivedDeck } from './received-deck.ts';
import {
  type Envelope,
  isToken,
  newMessages,
  receivedNews,
  receivedWord,
  type StageNews,
} from './stage-messages.ts';

const session = '0123456789abcdef0123456789abcdef';
const other = 'ffffffffffffffffffffffffffffffff';
const deck: Deck = {
  id: 'own-1',
  title: '我的演示',
  titleEn: '',
  scenes: [
    testScene({ id: 'a', notes: '先说这一页' }),
    testScene({
      id: 'b',
      quote: { report: 'report-1', paragraph: 'p1', start: 0, end: 4 },
      seconds: 40,
      view: { filters: { sector: ['transport'] }, item: 'plant', bounds: [10, 40, 11, 41], shaded: true },
    }),
  ],
};
const state = {
  deck,
  index: 1,
  black: false,
  aside: true,
  language: 'zh' as const,
  theme: 'dark' as const,
  startedAt: 1_700_000_000_000,
};
const envelope = (content: unknown, rest: object = {}) => ({
  session,
  sender: other,
  number: 3,
  content,
  ...rest,
});
const news = (change: object) => envelope({ kind: 'state', state: { ...state, ...change } });
/** What arrives in another window is a copy. */
const sent = (message: unknown): unknown => structuredClone(message);

describe('what the stage says', () => {
  it('arrives whole: the deck with notes, quotes and views', () => {
    const message: Envelope<StageNews> = {
      session,
      sender: other,
      number: 3,
      content: { kind: 'state', state },
    };
    expect(receivedNews(sent(message), session)).toEqual(message);
    const ended = envelope({ kind: 'ended', language: 'en', theme: 'light' });
    expect(receivedNews(sent(ended), session)).toEqual(ended);
    expect(receivedNews(envelope({ kind: 'leaving' }), session)?.content).toEqual({ kind: 'leaving' });
  });

  it('arrives with every deck that is shipped', () => {
    for (const shipped of testDataset.decks) expect(receivedDeck(sent(shipped))).toEqual(shipped);
  });

  it('is refused from another session, and where the session is none', () => {
    expect(receivedNews(news({}), other)).toBeNull();
    expect(receivedNews(envelope({ kind: 'leaving' }, { session: '' }), '')).toBeNull();
  });

  it.each<[string, unknown]>([
    ['an index past the end', news({ index: 2 })],
    ['an index below the first', news({ index: -1 })],
    ['a broken index', news({ index: 0.5 })],
    ['an unknown language', news({ language: 'fr' })],
    ['an unknown theme', news({ theme: '__proto__' })],
    ['a flag that is none', news({ black: 'yes' })],
    ['no beginning', news({ startedAt: Number.NaN })],
    ['a deck without scenes', news({ deck: { ...deck, scenes: [] } })],
    ['scenes that are no list', news({ deck: { ...deck, scenes: { length: 2 } } })],
    [
      'a scene without notes',
      news({ deck: { ...deck, scenes: [{ ...deck.scenes[0], notes: undefined }] }, index: 0 }),
    ],
    ['markup in the place of text', news({ deck: { ...deck, title: { __html: '<b>' } } })],
    ['no number', envelope({ kind: 'leaving' }, { number: -1 })],
    ['no sender', envelope({ kind: 'leaving' }, { sender: 'x' })],
    ['an unknown kind', envelope({ kind: 'toString' })],
    ['a presenter’s word', envelope({ kind: 'hello' })],
  ])('is refused with %s', (_what, message) => {
    expect(receivedNews(message, session)).toBeNull();
  });

  it('is refused with a text of megabytes, and with a box that is none', () => {
    const scene = deck.scenes[0];
    const withScene = (change: object) => receivedDeck({ ...deck, scenes: [{ ...scene, ...change }] });
    expect(withScene({})).not.toBeNull();
    expect(withScene({ notes: '长'.repeat(1_000_000) })).toBeNull();
    expect(withScene({ view: { filters: {}, item: null, bounds: [1, 2, 0, 3], shaded: false } })).toBeNull();
    expect(
      withScene({ view: { filters: { sector: 'x' }, item: null, bounds: null, shaded: false } }),
    ).toBeNull();
  });
});

describe('what the presenter says', () => {
  it.each([
    { kind: 'hello' },
    ...[
      { kind: 'next' },
      { kind: 'previous' },
      { kind: 'return' },
      { kind: 'end' },
      { kind: 'jump', index: 7 },
      { kind: 'black', on: true },
    ].map((command) => ({ kind: 'command', command })),
  ])('arrives: %j', (content) => {
    expect(receivedWord(sent(envelope(content)), session)?.content).toEqual(content);
    expect(receivedWord(envelope(content), other)).toBeNull();
  });

  it.each([
    { kind: 'command' },
    { kind: 'command', command: { kind: 'endPresentation' } },
    { kind: 'command', command: { kind: 'jump', index: '3' } },
    { kind: 'command', command: { kind: 'jump', index: -1 } },
    { kind: 'command', command: { kind: 'black', on: 1 } },
  ])('is refused: %j', (content) => {
    expect(receivedWord(envelope(content), session)).toBeNull();
  });

  it('carries nothing along that was not asked for', () => {
    const content = { kind: 'command', command: { kind: 'next', index: 3, extra: {} } };
    expect(receivedWord(envelope(content), session)?.content).toEqual({
      kind: 'command',
      command: { kind: 'next' },
    });
  });
});

describe('either', () => {
  it('takes whatever comes without failing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (content) => {
        for (const message of [content, envelope(content), news({ deck: content })]) {
          expect(receivedNews(message, session)).toBeNull();
          expect(receivedWord(message, session)).toBeNull();
        }
      }),
    );
  });

  it('knows a token by its form', () => {
    expect([session, '', 'abc', `${session}0`, session.toUpperCase(), 7, null].map(isToken)).toEqual([
      true,
      ...Array(6).fill(false),
    ]);
  });
});

describe('a message that comes by two ways', () => {
  it('is new once', () => {
    const isNew = newMessages();
    const from = (sender: string, number: number) => isNew({ sender, number });
    expect([from('a', 1), from('a', 1), from('a', 2), from('b', 1), from('a', 1), from('b', 2)]).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('is so in any order in which each way keeps its own', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.infiniteStream(fc.boolean()), (count, turns) => {
        const isNew = newMessages();
        const ways = [0, 0];
        const obeyed: number[] = [];
        while (ways.some((at) => at < count)) {
          const way = turns.next().value ? 0 : 1;
          const number = ways[way] ?? 0;
          if (number >= count) continue;
          ways[way] = number + 1;
          if (isNew({ sender: 'a', number })) obeyed.push(number);
        }
        expect(obeyed).toEqual([...Array(count).keys()]);
      }),
    );
  });

  it('does not let strangers fill the memory', () => {
    const isNew = newMessages();
    for (let sender = 0; sender < 1000; sender += 1) isNew({ sender: String(sender), number: 1 });
    expect(isNew({ sender: '999', number: 1 })).toBe(false);
    expect(isNew({ sender: '0', number: 1 })).toBe(true);
  });
});
