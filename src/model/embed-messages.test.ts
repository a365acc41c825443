import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayEmbed, readEmbedRequest, viewText } from './embed-messages.ts';
import { defaultView } from './view.ts';

describe('a request from the page around', () => {
  it('is understood with the version that it carries', () => {
    expect(readEmbedRequest({ atlas: 1, type: 'hello' })).toEqual({ type: 'hello' });
    expect(readEmbedRequest({ atlas: 1, type: 'set-view', view: '?sector=transport' })).toEqual({
      type: 'set-view',
      view: 'sector=transport',
    });
  });

  it('is unknown where it is meant for the atlas and not understood', () => {
    for (const data of [
      { atlas: 2, type: 'hello' },
      { atlas: 1, type: 'dance' },
      { atlas: 1, type: 'set-view' },
      { atlas: 1, type: 'set-view', view: 7 },
      { atlas: 1, type: 'set-view', view: 'x'.repeat(20_001) },
    ])
      expect(readEmbedRequest(data)).toBe('unknown');
  });

  it('is nothing where it is meant for others, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(['unknown', null]).toContain(readEmbedRequest(data));
      }),
    );
  });
});

describe('the pages that may talk with the atlas', () => {
  it('are those of its own origin and the listed ones', () => {
    const listed = ['https://news.example.org'];
    const may = (origin: string) => mayEmbed(origin, 'https://atlas.example.org', listed);
    expect(may('https://atlas.example.org')).toBe(true);
    expect(may('https://news.example.org')).toBe(true);
    for (const origin of ['null', '', 'https://news.example.org.evil.example', 'http://news.example.org'])
      expect(may(origin)).toBe(false);
  });

  it('do not include a page without an origin, even beside a page without one', () => {
    expect(mayEmbed('null', 'null', [])).toBe(false);
  });
});

describe('a view in a message', () => {
  it('is written as in a link', () => {
    expect(viewText({ ...defaultView, filters: { district: ['east', 'west'] } })).toBe(
      'district=east,west&v=1',
    );
  });
});
