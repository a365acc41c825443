import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedDeckIds } from '../model/decks/generated.ts';
import { filterItems, sameFilters } from '../model/facets.ts';
import { defaultView, type View } from '../model/view.ts';
import { testDataset, testDeck } from '../testing/atlas.ts';
import { onStage, shownIn } from './presenting.ts';
import { createAtlasStore } from './store.ts';

/** A store at a view. */
function storeAt(part: Partial<View> = {}) {
  const store = createAtlasStore(testDataset);
  store.getState().replaceView({ ...defaultView, ...part }, []);
  return store;
}

const moved: View['camera'] = { kind: 'bounds', bounds: [10.6, 40.8, 10.7, 40.9] };

describe('filters', () => {
  it('switch on and off', () => {
    const store = storeAt();
    store.getState().toggle('sector', 'transport');
    store.getState().toggle('progress', 'planned');
    expect(store.getState().view.filters).toEqual({ sector: ['transport'], progress: ['planned'] });
    store.getState().toggle('sector', 'transport');
    expect(store.getState().view.filters).toEqual({ progress: ['planned'] });
  });

  it('replace the choices of one facet, and clear all', () => {
    const store = storeAt({ filters: { sector: ['transport'], progress: ['planned'] } });
    store.getState().choose('sector', ['industry', 'culture']);
    expect(store.getState().view.filters).toEqual({
      sector: ['industry', 'culture'],
      progress: ['planned'],
    });
    store.getState().clearFilters();
    expect(store.getState().view.filters).toEqual({});
  });

  it('keep the selection while it is still listed', () => {
    const store = storeAt({ item: 'bridge' });
    store.getState().toggle('sector', 'transport');
    expect(store.getState().view.item).toBe('bridge');
  });

  it('let the selection go when it is no longer listed', () => {
    const store = storeAt({ item: 'bridge' });
    store.getState().toggle('sector', 'industry');
    expect(store.getState().view.item).toBeNull();
  });

  it('leave the map where the person put it, unless the area changes', () => {
    const store = storeAt({ camera: moved });
    store.getState().toggle('sector', 'transport');
    expect(store.getState().view.camera).toEqual(moved);
    store.getState().toggle('district', 'east');
    expect(store.getState().view.camera).toEqual({ kind: 'auto' });
  });

  it('never leave an item selected that is not listed, whatever is filtered in whatever order', () => {
    const ids = testDataset.items.map((item) => item.id);
    const step = fc.oneof(
      fc.record({
        facet: fc.constantFrom('sector' as const, 'district' as const, 'progress' as const),
        value: fc.constantFrom('transport', 'industry', 'west', 'east', 'unlocated', 'planned', 'completed'),
      }),
      fc.record({ listed: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = storeAt();
        for (const action of steps) {
          const listed = filterItems(testDataset.items, store.getState().view.filters);
          if ('facet' in action) store.getState().toggle(action.facet, action.value);
          else store.getState().select(listed[action.listed % (listed.length || 1)]?.id ?? null);
          const { filters, item } = store.getState().view;
          const now = filterItems(testDataset.items, filters).map((candidate) => candidate.id);
          if (item !== null) expect(now).toContain(item);
          expect([null, ...ids]).toContain(item);
        }
      }),
    );
  });
});

describe('undoing a filter', () => {
  const changes = ['toggle', 'choose', 'browse', 'clear', 'whole'] as const;
  const step = fc.record({
    change: fc.constantFrom(...changes),
    facet: fc.constantFrom('sector' as const, 'district' as const, 'kind' as const, 'investment' as const),
    value: fc.constantFrom('transport', 'east', 'west', 'project', 'undisclosed'),
  });

  it('takes back one change after the other, whatever made them, down to the first', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = storeAt({ filters: { sector: ['transport'] } });
        const past: View['filters'][] = [];
        for (const { change, facet, value } of steps) {
          const before = store.getState().view.filters;
          const { toggle, choose, browseArea, clearFilters, showWholeCity } = store.getState();
          if (change === 'toggle') toggle(facet, value);
          else if (change === 'choose') choose(facet, [value]);
          else if (change === 'browse') browseArea(value);
          else if (change === 'clear') clearFilters();
          else showWholeCity();
          if (!sameFilters(before, store.getState().view.filters)) past.push(before);
        }
        for (const before of past.toReversed()) {
          expect(store.getState().undoable).not.toEqual([]);
          store.getState().undo();
          expect(store.getState().view.filters).toEqual(before);
        }
        expect(store.getState().undoable).toEqual([]);
        const { view } = store.getState();
        store.getState().undo();
        expect(store.getState().view).toBe(view);
      }),
    );
  });

  it('brings back the selection and the framing that the change cost', () => {
    const store = storeAt({ item: 'bridge', camera: moved });
    const { view } = store.getState();
    store.getState().browseArea('west');
    expect(store.getState().view).toMatchObject({ item: null, camera: { kind: 'auto' } });
    store.getState().undo();
    expect(store.getState().view).toEqual(view);
  });

  it('keeps what was selected since, where it is still listed, and the map where it was put since', () => {
    const store = storeAt({ item: 'bridge' });
    store.getState().toggle('sector', 'industry');
    store.getState().select('plant');
    store.getState().moveCamera(moved);
    store.getState().undo();
    expect(store.getState().view).toMatchObject({ filters: {}, item: 'plant', camera: moved });
  });

  it('selects nothing that is not listed then', () => {
    const store = storeAt({ filters: { sector: ['transport'] } });
    store.getState().clearFilters();
    store.getState().select('plant');
    store.getState().undo();
    expect(store.getState().view).toMatchObject({ filters: { sector: ['transport'] }, item: null });
  });

  it('remembers no change that changed nothing', () => {
    const store = storeAt({ filters: { sector: ['transport'] } });
    store.getState().choose('sector', ['transport']);
    store.getState().choose('kind', []);
    store.getState().select('bridge');
    expect(store.getState().undoable).toEqual([]);
  });

  it('begins anew where one goes to another address', () => {
    const store = storeAt();
    store.getState().toggle('sector', 'transport');
    store.getState().replaceView(defaultView, []);
    store.getState().undo();
    expect(store.getState().view).toEqual(defaultView);
  });

  it('goes back thirty changes and no further', () => {
    const store = storeAt();
    for (let times = 0; times < 40; times += 1) store.getState().toggle('sector', 'transport');
    expect(store.getState().undoable).toHaveLength(30);
  });
});

describe('browsing by area', () => {
  it('shows only the area and frames it', () => {
    const store = storeAt({ camera: moved, filters: { sector: ['transport'] } });
    store.getState().browseArea('east');
    expect(store.getState().view).toMatchObject({
      filters: { sector: ['transport'], district: ['east'] },
      camera: { kind: 'auto' },
    });
  });

  it('goes from one area straight to another', () => {
    const store = storeAt({ filters: { district: ['east'] } });
    store.getState().browseArea('harbour');
    expect(store.getState().view.filters.district).toEqual(['harbour']);
  });

  it('leaves the area with the same click again, or with none', () => {
    const store = storeAt();
    store.getState().browseArea('east');
    store.getState().browseArea('east');
    expect(store.getState().view.filters).toEqual({});
    store.getState().browseArea('east');
    store.getState().browseArea(null);
    expect(store.getState().view.filters).toEqual({});
  });

  it('narrows several chosen districts down to the one that is clicked', () => {
    const store = storeAt({ filters: { district: ['east', 'west'] } });
    store.getState().browseArea('east');
    expect(store.getState().view.filters.district).toEqual(['east']);
  });
});

describe('the selection', () => {
  it('flies to an item only when it is to be revealed', () => {
    const store = storeAt({ camera: moved });
    store.getState().select('plant');
    expect(store.getState().view).toMatchObject({ item: 'plant', camera: moved });
    store.getState().select('bridge', { reveal: true });
    expect(store.getState().view).toMatchObject({
      item: 'bridge',
      camera: { kind: 'item', item: 'bridge' },
    });
  });

  it('leaves the map alone for an item without a place', () => {
    const store = storeAt({ camera: moved });
    store.getState().select('lost', { reveal: true });
    expect(store.getState().view).toMatchObject({ item: 'lost', camera: moved });
  });

  it('ends with null, and the map stays', () => {
    const store = storeAt({ item: 'plant', camera: { kind: 'item', item: 'plant' } });
    store.getState().select(null);
    expect(store.getState().view).toMatchObject({ item: null, camera: { kind: 'item', item: 'plant' } });
  });
});

describe('the whole city', () => {
  it('comes back after the map was moved, with filter and selection kept', () => {
    const store = storeAt({ camera: moved, filters: { sector: ['transport'] }, item: 'bridge' });
    store.getState().showWholeCity();
    expect(store.getState().view).toEqual({
      ...defaultView,
      filters: { sector: ['transport'] },
      item: 'bridge',
    });
  });

  it('leaves the framed area', () => {
    const store = storeAt({ filters: { district: ['east'], progress: ['planned'] }, camera: moved });
    store.getState().showWholeCity();
    expect(store.getState().view).toMatchObject({
      filters: { progress: ['planned'] },
      camera: { kind: 'auto' },
    });
  });

  it('keeps a choice of several districts, which frames nothing', () => {
    const store = storeAt({ filters: { district: ['east', 'west'] }, camera: moved });
    store.getState().showWholeCity();
    expect(store.getState().view.filters.district).toEqual(['east', 'west']);
  });
});

describe('a presentation', () => {
  const before: Partial<View> = {
    filters: { sector: ['transport'], district: ['east'] },
    item: 'bridge',
    camera: moved,
    language: 'en',
  };

  it('leads back to exactly the view one came from, however one leafed', () => {
    const leaf = fc.oneof(
      fc.integer({ min: -3, max: 3 }).map((steps) => ({ steps })),
      fc.integer({ min: -1, max: 9 }).map((index) => ({ index })),
    );
    fc.assert(
      fc.property(fc.array(leaf), (leaves) => {
        const store = storeAt(before);
        const { view } = store.getState();
        store.getState().present({ deck: 'tour', index: 0 });
        for (const action of leaves) {
          if ('steps' in action) store.getState().step(action.steps);
          else store.getState().jumpTo(action.index);
          expect(onStage(store.getState())).not.toBeNull();
        }
        store.getState().endPresentation();
        expect(store.getState().view).toEqual(view);
      }),
    );
  });

  it('shows each scene in turn and stays on the last', () => {
    const store = storeAt(before);
    store.getState().present({ deck: 'tour', index: 0 });
    const seen = testDeck.scenes.map(() => {
      const shown = shownIn(store.getState());
      store.getState().step(1);
      return shown.filters;
    });
    expect(seen).toEqual(testDeck.scenes.map((scene) => scene.view.filters));
    expect(store.getState().view.stage?.index).toBe(testDeck.scenes.length - 1);
  });

  it('jumps to a scene by its number, and no further than the ends', () => {
    const store = storeAt({ stage: { deck: 'tour', index: 0 } });
    const at = () => store.getState().view.stage?.index;
    store.getState().jumpTo(1);
    expect(at()).toBe(1);
    store.getState().jumpTo(99);
    expect(at()).toBe(2);
    store.getState().jumpTo(0);
    expect(at()).toBe(0);
  });

  it('lets one look at anything beside the scene, and returns to it', () => {
    const store = storeAt(before);
    const { view } = store.getState();
    store.getState().present({ deck: 'tour', index: 1 });
    const scene = shownIn(store.getState());
    store.getState().toggle('sector', 'industry');
    expect(shownIn(store.getState()).filters).toEqual({ district: ['east'], sector: ['industry'] });
    store.getState().select('quay', { reveal: true });
    expect(shownIn(store.getState())).toMatchObject({ item: 'quay', camera: { kind: 'item', item: 'quay' } });
    store.getState().returnToScene();
    expect(shownIn(store.getState())).toEqual(scene);
    store.getState().moveCamera(moved);
    store.getState().step(1);
    expect(shownIn(store.getState()).filters).toEqual(testDeck.scenes[2]?.view.filters);
    store.getState().browseArea('west');
    store.getState().endPresentation();
    expect(store.getState().view).toEqual(view);
    expect(store.getState().undoable).toEqual([]);
  });

  it('shows what is asked for, whatever the scene chose', () => {
    const store = storeAt({ stage: { deck: 'tour', index: 1 } });
    const isShown = (id: string) =>
      filterItems(testDataset.items, shownIn(store.getState()).filters).some((item) => item.id === id);
    expect(isShown('quay')).toBe(false);
    store.getState().select('quay');
    expect(isShown('quay')).toBe(true);
    store.getState().returnToScene();
    store.getState().toggle('sector', 'transport');
    store.getState().browseArea('west');
    expect(shownIn(store.getState())).toMatchObject({
      filters: { district: ['west'] },
      item: null,
      camera: { kind: 'auto' },
    });
  });

  it('is dark until the next scene', () => {
    const store = storeAt({ stage: { deck: 'tour', index: 0 } });
    store.getState().setBlack(true);
    store.getState().step(1);
    expect(store.getState().black).toBe(false);
  });

  it('shows decks that are made of the data, of areas, sectors and what the filters choose', () => {
    const store = storeAt({ filters: { sector: ['transport'] } });
    for (const id of generatedDeckIds(testDataset)) {
      store.getState().present({ deck: id, index: 0 });
      expect(onStage(store.getState())?.deck.id).toBe(id);
      store.getState().endPresentation();
    }
  });

  it('is not begun by leafing', () => {
    const store = storeAt();
    store.getState().step(1);
    store.getState().jumpTo(2);
    expect(store.getState().view.stage).toBeNull();
  });
});

describe('what is not in the view', () => {
  it('is the hovered item and the grouping', () => {
    const store = storeAt();
    const { view } = store.getState();
    store.getState().hover('plant');
    store.getState().setGrouping('sector');
    expect(store.getState()).toMatchObject({ hovered: 'plant', grouping: 'sector' });
    expect(store.getState().view).toBe(view);
  });

  it('does not wake anyone when the same item is hovered again', () => {
    const store = storeAt();
    store.getState().hover('plant');
    let woken = 0;
    store.subscribe(() => {
      woken += 1;
    });
    store.getState().hover('plant');
    expect(woken).toBe(0);
    store.getState().hover(null);
    expect(woken).toBe(1);
  });

  it('is the notice about a link, until it is dismissed', () => {
    const store = createAtlasStore(testDataset);
    const dropped = [{ name: 'colour', value: 'red', reason: 'unknown-parameter' as const }];
    store.getState().replaceView(defaultView, dropped);
    expect(store.getState().dropped).toEqual(dropped);
    store.getState().dismissNotice();
    expect(store.getState().dropped).toEqual([]);
  });
});
