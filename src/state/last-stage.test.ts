// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testDataset } from '../testing/atlas.ts';
import { keepLastStage, lastStage } from './last-stage.ts';
import { createAtlasStore } from './store.ts';

const storeThatKeeps = () => {
  const store = createAtlasStore(testDataset);
  keepLastStage(store);
  return store;
};

afterEach(() => {
  vi.restoreAllMocks();
  window.sessionStorage.clear();
});

describe('where a presentation was left', () => {
  it('is nowhere before the first', () => {
    expect(lastStage(storeThatKeeps())).toBeNull();
  });

  it('is the last scene, after a reload as well', () => {
    const store = storeThatKeeps();
    store.getState().present({ deck: 'tour', index: 0 });
    store.getState().step(2);
    store.getState().endPresentation();
    expect(lastStage(storeThatKeeps())).toEqual({ deck: 'tour', index: 2 });
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"deck":"gone","index":0}',
    '{"deck":"tour","index":99}',
    '{"deck":"tour","index":-1}',
    '{"deck":1,"index":"a"}',
  ])('is nowhere when what is kept is %s', (kept) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    window.sessionStorage.setItem('atlas.last-stage', kept);
    expect(lastStage(storeThatKeeps())).toBeNull();
  });

  it('is not kept by a browser that refuses, which is said', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(window.sessionStorage, 'setItem').mockImplementation(() => {
      throw new Error('refused');
    });
    const store = storeThatKeeps();
    store.getState().present({ deck: 'tour', index: 1 });
    expect(store.getState().view.stage).toEqual({ deck: 'tour', index: 1 });
    expect(warn).toHaveBeenCalled();
  });
});
