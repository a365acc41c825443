import { readFileSync } from 'node:fs';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAsBuilt, withDecks } from './single-file.ts';

const place = '<script type="application/json" id="atlas-decks"></script>';
const page = `<html><head>${place}</head><body><script>const tag = '${place.replace('</', '<\\/')}';</script></body></html>`;
const decksIn = (html: string) => /id="atlas-decks">([\s\S]*?)<\/script>/u.exec(html)?.[1] ?? '';

describe('decks inside a page', () => {
  it('stand in the head, and the script that speaks of the place stays as it was', () => {
    const html = withDecks(page, '[{"id":"a"}]');
    expect(html).toBe(page.replace('"atlas-decks"></script>', '"atlas-decks">[{"id":"a"}]</script>'));
  });

  it('replace those that were there', () => {
    expect(withDecks(withDecks(page, '[1]'), '[2]')).toBe(withDecks(page, '[2]'));
    expect(withDecks(withDecks(page, '[1]'), '')).toBe(page);
  });

  it('never end their element, and say the same when read', () => {
    const text = '</script><script>alert(1)</script><!-- \u2028\u2029 $& $1';
    const html = withDecks(page, JSON.stringify([text]));
    expect(decksIn(html)).not.toMatch(/[<\u2028\u2029]/u);
    expect(JSON.parse(decksIn(html))).toEqual([text]);
  });

  it('come back whole, whatever they say', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(decksIn(withDecks(page, JSON.stringify(text))))).toBe(text);
      }),
    );
  });

  it('are refused by a page without a place for them', () => {
    expect(() => withDecks('<html></html>', '[]')).toThrow('atlas-decks');
  });

  it('have their place in the head of the page, before every script that is built in', () => {
    const source = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
    expect(withDecks(source, '[1]')).toContain(place.replace('><', '>[1]<'));
    const [head = ''] = source.split('</head>');
    expect(head).toContain(place);
    expect(source.split('id="atlas-decks"')).toHaveLength(2);
  });
});

describe('the page as it was built', () => {
  it('has its doctype, and nothing of what a link has set on its root', () => {
    const html = '<html lang="en" data-theme="dark"><head></head><body><html lang="x"></body></html>';
    expect(pageAsBuilt(html, 'zh-CN')).toBe(
      '<!doctype html>\n<html lang="zh-CN"><head></head><body><html lang="x"></body></html>\n',
    );
  });
});
