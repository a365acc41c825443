import { describe, expect, it } from 'vitest';
import { themeTokens } from '../../drawing/tokens.ts';
import { cameraKey } from '../../map/wanted.ts';
import { shownView } from '../../model/decks/stage.ts';
import { defaultView, type View } from '../../model/view.ts';
import { testDataset, testDeck } from '../../testing/atlas.ts';
import { mapParts, wantedMap } from './wanted-map.ts';

const padding = { top: 1, right: 2, bottom: 3, left: 4 };
const room = { tokens: themeTokens.light, scale: 1, padding, covered: padding, basemap: null };
const wanted = (view: View) =>
  wantedMap(mapParts(view, testDataset.items, testDataset), view, testDataset, room);

describe('the state of the map that shows a view', () => {
  it('holds the items that have a place, and points at none', () => {
    const { items, hovered, focused, shades } = wanted(defaultView);
    expect(items.map(({ id }) => id)).toEqual(['plant', 'bridge', 'quay']);
    expect([hovered, focused, shades]).toEqual([null, null, null]);
  });

  it('leaves the framed district in full light, and for a zone the one that it lies in', () => {
    const framed = (area: string) =>
      wanted({ ...defaultView, filters: { district: [area] } }).framedDistricts;
    expect(framed('east')).toEqual(['east']);
    expect(framed('harbour')).toEqual(['west']);
    expect(wanted(defaultView).framedDistricts).toEqual([]);
  });

  it('shades districts where the view asks for it', () => {
    const { shades } = wanted({ ...defaultView, shaded: true });
    expect([...(shades?.keys() ?? [])].sort()).toEqual(['east', 'middle', 'west']);
  });

  it('is the same for a scene and for a view of the same parts', () => {
    const [, east] = testDeck.scenes;
    if (!east) throw new Error('The test deck has no second scene.');
    const staged = { ...defaultView, stage: { deck: testDeck.id, index: 1 } };
    const scene = wanted(shownView(staged, east, null, testDataset));
    const view = wanted({ ...defaultView, filters: { district: ['east'] }, item: 'bridge' });
    expect(scene).toEqual(view);
    expect(cameraKey(scene.camera)).toBe(cameraKey(view.camera));
  });
});
