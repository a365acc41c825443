import { describe, expect, it } from 'vitest';
import { type BasemapChoice, detailedBasemap, embeddedBasemap } from '../model/basemap.ts';
import { defaultView } from '../model/view.ts';
import { testDataset } from '../testing/atlas.ts';
import { createAtlasStore } from './store.ts';

const streets: BasemapChoice = { kind: 'listed', id: 'streets' };
const file: BasemapChoice = { kind: 'file', key: '1', name: 'city.pmtiles' };
const storeWith = (choice: BasemapChoice) => {
  const store = createAtlasStore(testDataset);
  store.getState().chooseBasemap(choice);
  return store;
};

describe('the basemap', () => {
  it('is the embedded one at first, and no part of the view', () => {
    const store = createAtlasStore(testDataset);
    expect(store.getState()).toMatchObject({ basemap: embeddedBasemap, basemapStatus: { kind: 'embedded' } });
    store.getState().chooseBasemap(streets);
    expect(store.getState()).toMatchObject({ basemap: streets, basemapStatus: { kind: 'loading' } });
    expect(store.getState().view).toBe(defaultView);
  });

  it('has the state that the map reports of it', () => {
    const store = storeWith(streets);
    store.getState().reportBasemap(streets, { kind: 'shown', credits: '©' });
    expect(store.getState().basemapStatus).toEqual({ kind: 'shown', credits: '©' });
  });

  it('is the embedded one again when the chosen one fails, with the reason until it is dismissed', () => {
    const store = storeWith(streets);
    store.getState().reportBasemap(streets, { kind: 'failed', reason: 'refused' });
    expect(store.getState()).toMatchObject({
      basemap: embeddedBasemap,
      basemapStatus: { kind: 'embedded' },
      basemapFailure: { choice: streets, reason: 'refused' },
    });
    store.getState().dismissBasemapFailure();
    expect(store.getState().basemapFailure).toBeNull();
  });

  it('forgets an old failure with a new choice', () => {
    const store = storeWith(streets);
    store.getState().reportBasemap(streets, { kind: 'failed', reason: 'slow' });
    store.getState().chooseBasemap(file);
    expect(store.getState()).toMatchObject({ basemap: file, basemapFailure: null });
  });

  it('is not moved by what is reported late of one that is no longer chosen', () => {
    const store = storeWith(streets);
    store.getState().chooseBasemap(file);
    store.getState().reportBasemap(streets, { kind: 'failed', reason: 'unreachable' });
    expect(store.getState()).toMatchObject({ basemap: file, basemapStatus: { kind: 'loading' } });
    expect(store.getState().basemapFailure).toBeNull();
  });
});

describe('what is drawn for a choice', () => {
  const source = { kind: 'style', url: 'style.json' } as const;
  const listed = [{ id: 'streets', name: '街道图', nameEn: 'Streets', attribution: '© S', source }];

  it('is what is listed under its id, with its credits', () => {
    expect(detailedBasemap(streets, listed)).toEqual({ choice: streets, credits: '© S', source });
  });

  it('is the file that was opened', () => {
    expect(detailedBasemap(file, listed)).toMatchObject({ choice: file, source: { kind: 'file', key: '1' } });
  });

  it('is nothing for the embedded basemap, and for one that is not listed', () => {
    expect(detailedBasemap(embeddedBasemap, listed)).toBeNull();
    expect(detailedBasemap(streets, [])).toBeNull();
  });
});
