import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDataset, testDeck } from '../../testing/atlas.ts';
import type { Scene } from '../dataset.ts';
import { defaultView, type View } from '../view.ts';
import { asideOf, missingIn, sceneViewOf, shownView, stepStage } from './stage.ts';

const last = testDeck.scenes.length - 1;
const at = (index: number) => ({ deck: 'tour', index });
const sceneNumber = (index: number) => testDeck.scenes[index] as Scene;

describe('leafing through a deck', () => {
  it('goes on and back by one', () => {
    expect(stepStage(testDeck, at(0), 1)).toEqual(at(1));
    expect(stepStage(testDeck, at(2), -1)).toEqual(at(1));
  });

  it('stays at the last scene past the end and at the first before the beginning', () => {
    expect(stepStage(testDeck, at(last), 1)).toEqual(at(last));
    expect(stepStage(testDeck, at(0), -1)).toEqual(at(0));
    expect(stepStage(testDeck, at(1), Number.POSITIVE_INFINITY)).toEqual(at(last));
    expect(stepStage(testDeck, at(1), Number.NEGATIVE_INFINITY)).toEqual(at(0));
  });

  it('always stands on a scene, however one leafs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (steps) => {
        const stage = steps.reduce((position, step) => stepStage(testDeck, position, step), at(0));
        expect(testDeck.scenes[stage.index]).toBeDefined();
      }),
    );
  });
});

describe('what is shown', () => {
  const mine: View = {
    ...defaultView,
    filters: { sector: ['culture'] },
    item: 'plant',
    camera: { kind: 'bounds', bounds: [10.6, 40.8, 10.7, 40.9] },
    language: 'en',
  };
  const staged = { ...mine, stage: at(1) };

  it('is the view itself without a presentation, or without its scene', () => {
    expect(shownView(mine, null, null, testDataset)).toBe(mine);
    expect(shownView(staged, null, null, testDataset)).toBe(staged);
  });

  it('is the scene over the view, in the language of the person', () => {
    expect(shownView(staged, sceneNumber(1), null, testDataset)).toMatchObject({
      filters: { district: ['east'] },
      item: 'bridge',
      camera: { kind: 'auto' },
      language: 'en',
    });
  });

  it('looks where the scene says, if it says so', () => {
    expect(shownView(staged, sceneNumber(2), null, testDataset).camera).toEqual({
      kind: 'bounds',
      bounds: sceneNumber(2).view.bounds,
    });
  });

  it('is what one looks at beside the scene, off the script', () => {
    const aside = { filters: {}, item: 'quay', camera: { kind: 'item' as const, item: 'quay' } };
    expect(shownView(staged, sceneNumber(1), aside, testDataset)).toMatchObject(aside);
  });

  it('leaves the view below untouched', () => {
    const before = structuredClone(staged);
    shownView(staged, sceneNumber(1), null, testDataset);
    expect(staged).toEqual(before);
  });
});

describe('a scene that asks for what the data do not hold', () => {
  const scene: Scene = {
    ...sceneNumber(1),
    view: {
      filters: { district: ['east', 'moon'], colour: ['red'], sector: ['magic'] },
      item: 'gone',
      bounds: null,
      shaded: false,
    },
  };

  it('shows the rest', () => {
    expect(asideOf(scene, testDataset)).toMatchObject({ filters: { district: ['east'] }, item: null });
  });

  it('says what is missing', () => {
    expect(missingIn(scene, testDataset).toSorted()).toEqual(['gone', 'magic', 'moon', 'red']);
    expect(missingIn(sceneNumber(1), testDataset)).toEqual([]);
  });
});

describe('the present view as a scene', () => {
  it('keeps what was framed as bounds, so that it shows the same place on any screen', () => {
    const view: View = { ...defaultView, item: 'bridge', camera: { kind: 'item', item: 'bridge' } };
    const { bounds } = testDataset.items.find(({ id }) => id === 'bridge')?.place ?? {};
    expect(sceneViewOf(view, testDataset)).toEqual({ filters: {}, item: 'bridge', bounds, shaded: false });
  });

  it('shows what the view shows', () => {
    const view: View = { ...defaultView, filters: { district: ['east'] }, shaded: true };
    const scene: Scene = { ...sceneNumber(0), view: sceneViewOf(view, testDataset) };
    expect(shownView({ ...defaultView, stage: at(0) }, scene, null, testDataset)).toMatchObject({
      filters: view.filters,
      camera: view.camera,
      shaded: true,
    });
  });
});
