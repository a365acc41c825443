// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDecks } from '../model/single-file.ts';
import { embeddedDecks, keepOwnPage, ownPage } from './own-page.ts';

const built = {
  reviewNumber: '',
  basemaps: [],
  embedOrigins: [],
  singleFileName: 'atlas.html',
  serviceWorker: null,
};
const single = { ...built, singleFile: true };
const site = { ...built, singleFile: false };
const decksTag = (json = '') => `<script type="application/json" id="atlas-decks">${json}</script>`;

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.documentElement.dataset.theme = 'dark';
  document.head.innerHTML = decksTag();
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the single file', () => {
  it('keeps itself as it was before anything was rendered and without what a link has set', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    keepOwnPage(single);
    document.body.innerHTML = '<div id="root"><p>rendered</p></div>';
    const page = await ownPage();
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/u);
    expect(page).toContain('<div id="root"></div>');
    expect(page).not.toContain('rendered');
    expect(withDecks(page, '[1]')).toContain(decksTag('[1]'));
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('a site', () => {
  it('has the file beside its page', async () => {
    const fetched = vi.fn(async () => new Response('<!doctype html>…'));
    vi.stubGlobal('fetch', fetched);
    keepOwnPage(site);
    expect(await ownPage()).toBe('<!doctype html>…');
    expect(fetched).toHaveBeenCalledExactlyOnceWith('./atlas.html');
  });

  it('says which file is missing', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('', { status: 404 })),
    );
    keepOwnPage(site);
    await expect(ownPage()).rejects.toThrow(/atlas\.html .*404/u);
  });
});

describe('decks that came inside the page', () => {
  it('are their text, from before anything was rendered', () => {
    document.head.innerHTML = decksTag(' [{"id":"a"}]\n');
    keepOwnPage(site);
    document.head.innerHTML = '';
    expect(embeddedDecks()).toBe('[{"id":"a"}]');
  });

  it('are none where the element is empty or missing', () => {
    keepOwnPage(site);
    expect(embeddedDecks()).toBeNull();
    document.head.innerHTML = '';
    keepOwnPage(site);
    expect(embeddedDecks()).toBeNull();
  });
});
