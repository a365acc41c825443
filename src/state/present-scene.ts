import { deckWords } from '../i18n/deck-words.ts';
import { nameIn } from '../i18n/index.ts';
import type { Scene, SceneView } from '../model/dataset.ts';
import { sceneViewOf } from '../model/decks/stage.ts';
import { filterItems } from '../model/facets.ts';
import { currentAside, type StageSetting } from './presenting.ts';

/** What the screen shows now, as a scene would show it: on stage what lies beside the scene, else the view. */
export function presentSceneView(state: StageSetting): SceneView {
  return sceneViewOf({ ...state.view, ...currentAside(state) }, state.dataset);
}

/** The present view as a scene that says what it shows, in the person's language, with the report's latest words. */
export function presentScene(state: StageSetting): Scene {
  const { dataset } = state;
  const { language } = state.view;
  const { filters } = currentAside(state);
  const view = presentSceneView(state);
  const words = deckWords(dataset)[language];
  const item = dataset.items.find(({ id }) => id === view.item);
  const mention = item?.mentions.at(-1);
  const what = Object.keys(filters).length > 0 ? words.filters(filters) : nameIn(dataset.city, language);
  return {
    id: 'scene',
    role: 'scene',
    title: item ? words.item(item) : what,
    titleEn: '',
    text: item ? words.deck.single(item) : words.deck.summary(filterItems(dataset.items, filters)),
    textEn: '',
    notes: '',
    notesEn: '',
    quote: mention
      ? { report: mention.report, paragraph: mention.paragraph, start: mention.start, end: mention.end }
      : null,
    seconds: null,
    view,
  };
}
