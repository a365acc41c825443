import { beforeEach, describe, expect, it } from 'vitest';
import { testDataset } from '../testing/atlas.ts';
import { type AtlasStore, createAtlasStore } from './store.ts';

let store: AtlasStore;
const state = () => store.getState();
const [deckOf, scenesOf] = [() => state().ownDecks[0], () => state().ownDecks[0]?.scenes ?? []];
const add = () => state().addScene(state().ownDecks[0]?.id ?? null);
const pages = () => scenesOf().map(({ title }) => title);

beforeEach(() => {
  store = createAtlasStore(testDataset);
});

describe('the present view in a deck', () => {
  it('says what it shows, with the report’s latest words', () => {
    state().select('bridge', { reveal: true });
    add();
    const [scene] = scenesOf();
    expect(scene).toMatchObject({
      title: '事项bridge',
      quote: { report: 'report-1', paragraph: 'p2', start: 0, end: 8 },
      view: { item: 'bridge', filters: {} },
    });
    expect(scene?.view.bounds).toEqual(testDataset.items[1]?.place.bounds);
    expect(state().deckChange).toMatchObject({ kind: 'scene-added', page: 1, newDeck: true });
  });

  it('is named after its conditions, or the city', () => {
    add();
    state().toggle('district', 'east');
    add();
    expect(pages()).toEqual([testDataset.city.name, '东市']);
    expect(scenesOf()[1]?.view.filters).toEqual({ district: ['east'] });
  });

  it('goes into the deck that was last changed, and can be taken back', () => {
    add();
    state().newDeck();
    const [last, other] = state().ownDecks.map(({ id }) => id);
    add();
    expect(deckOf()).toMatchObject({ id: last, scenes: [{}, {}] });
    state().undoDeckChange();
    expect(deckOf()).toMatchObject({ id: last, scenes: [{}] });
    state().addScene(other ?? null);
    expect(deckOf()?.id).toBe(other);
  });

  it('taken back from a deck made for it takes that along', () => {
    add();
    state().undoDeckChange();
    expect(state().ownDecks).toEqual([]);
  });
});

describe('a deck of one’s own', () => {
  beforeEach(() => {
    for (const area of ['west', 'middle', 'east']) {
      state().browseArea(area);
      add();
    }
    state().dismissDeckChange();
  });
  const sceneAt = (index: number) => scenesOf()[index]?.id ?? '';
  const id = () => deckOf()?.id ?? '';

  it('comes back whole after it was deleted', () => {
    const before = deckOf();
    state().removeDeck(id());
    expect(state().ownDecks).toEqual([]);
    state().undoDeckChange();
    expect(state().ownDecks).toEqual([before]);
  });

  it('gets a deleted scene back in its place, beside what was changed since', () => {
    const titles = pages();
    state().removeScene(id(), sceneAt(1));
    state().changeScene(id(), sceneAt(0), { title: '改' });
    state().undoDeckChange();
    expect(pages()).toEqual(['改', titles[1], titles[2]]);
  });

  it('doubles a scene behind it, and moves it', () => {
    const titles = pages();
    const copy = state().copyScene(id(), sceneAt(0));
    expect(scenesOf()[1]).toMatchObject({ id: copy, title: titles[0] });
    state().moveScene(id(), copy ?? '', 3);
    expect(pages()).toEqual([...titles, titles[0]]);
  });

  it('takes the present view for a scene, and shows a scene’s on the map', () => {
    state().showWholeCity();
    state().select('plant');
    state().setSceneView(id(), sceneAt(0));
    expect(scenesOf()[0]?.view).toMatchObject({ filters: {}, item: 'plant' });
    state().adjustScene(id(), sceneAt(2));
    expect(state().view).toMatchObject({ filters: { district: ['east'] }, item: null });
    expect(state().deckChange).toMatchObject({ kind: 'adjusting', scene: sceneAt(2) });
    // What one was looking at can be had again.
    state().undo();
    expect(state().view).toMatchObject({ filters: {}, item: 'plant' });
  });

  it('is made of any deck by a copy in the person’s language', () => {
    state().setLanguage('en');
    const copy = state().copyDeck('tour');
    expect(deckOf()).toMatchObject({ id: copy, title: 'Tour (copy)', titleEn: '' });
    expect(state().copyDeck('no-such-deck')).toBeNull();
    expect(state().deck(copy ?? '')?.scenes).toHaveLength(3);
  });
});

describe('a deck that a link brought', () => {
  const linked = { id: 'own-1', title: '收到', titleEn: '', scenes: [] };
  beforeEach(() => store.setState({ linkedDeck: { kind: 'deck', deck: linked, notices: [] } }));

  it('is forgotten when it is ignored', () => {
    expect(state().answerLinkedDeck('ignore')).toBeNull();
    expect([state().linkedDeck, state().ownDecks]).toEqual([null, []]);
  });

  it('can be presented without being kept, and kept later', () => {
    expect(state().answerLinkedDeck('present')).toBe('own-1');
    expect(deckOf()).toMatchObject({ id: 'own-1', origin: 'link' });
    state().keepDeck('own-1');
    expect(deckOf()).toMatchObject({ id: 'own-1', title: '收到' });
    expect(deckOf()).not.toHaveProperty('origin');
  });

  it('stands beside an own one of the same id', () => {
    state().setOwnDecks([{ ...linked, title: '原有' }]);
    expect(state().answerLinkedDeck('keep')).toBe('own-1-2');
    expect(state().ownDecks.map(({ title }) => title)).toEqual(['收到', '原有']);
  });
});
