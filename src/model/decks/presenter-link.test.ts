import { describe, expect, it } from 'vitest';
import { testScene } from '../../testing/atlas.ts';
import { asked, heard, newLink, type PresenterLink } from './presenter-link.ts';
import type { StageNews } from './stage-messages.ts';

const news = (change: object = {}): StageNews => ({
  kind: 'state',
  state: {
    deck: { id: 'own', title: '', titleEn: '', scenes: [testScene({ id: 'a' }), testScene({ id: 'b' })] },
    index: 0,
    black: false,
    aside: false,
    language: 'zh',
    theme: 'light',
    startedAt: 5,
    ...change,
  },
});
const askedTimes = (link: PresenterLink, times: number) =>
  Array.from({ length: times }).reduce<PresenterLink>(asked, link);

describe('the presenter’s link to the stage', () => {
  it('seeks, finds, and is lost after some questions without an answer', () => {
    expect(askedTimes(newLink, 3).connection).toBe('seeking');
    expect(askedTimes(newLink, 4).connection).toBe('lost');
    const found = heard(askedTimes(newLink, 3), news());
    expect(found.connection).toBe('connected');
    expect(askedTimes(found, 3).connection).toBe('connected');
    expect(askedTimes(found, 4).connection).toBe('lost');
  });

  it('keeps the last state when the stage is lost, leaves or ends, and follows it when it comes back', () => {
    const found = heard(newLink, news({ index: 1 }));
    for (const gone of [
      askedTimes(found, 9),
      heard(found, { kind: 'leaving' }),
      heard(found, { kind: 'ended', language: 'en', theme: 'dark' }),
    ]) {
      expect(gone.state).toBe(found.state);
      expect(gone.connection).not.toBe('connected');
      const back = heard(gone, news({ index: 0 }));
      expect([back.connection, back.state?.index]).toEqual(['connected', 0]);
    }
  });

  it('tells an end from a loss, and looks as the stage does even then', () => {
    const over = heard(heard(newLink, news()), { kind: 'ended', language: 'en', theme: 'dark' });
    expect([over.connection, over.looks]).toEqual(['ended', { language: 'en', theme: 'dark' }]);
  });

  it('keeps what did not change, so that nothing is drawn anew for it', () => {
    const first = heard(newLink, news());
    const again = heard(first, news());
    expect([again.state === first.state, again.looks === first.looks]).toEqual([true, true]);
    const turned = heard(first, news({ index: 1 }));
    expect(turned.state?.index).toBe(1);
    expect(turned.state?.deck).toBe(first.state?.deck);
  });
});
