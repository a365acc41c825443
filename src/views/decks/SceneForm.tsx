import { Map as MapIcon, RefreshCw } from 'lucide-react';
import { useId } from 'react';
import type { Scene, SceneRole } from '../../model/dataset.ts';
import { missingIn } from '../../model/decks/stage.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import { QuoteChoice } from './QuoteChoice.tsx';

const roles: readonly SceneRole[] = ['title', 'scene', 'closing'];

/** How long a scene may stand by itself, in seconds. */
const mostSeconds = 3600;

/** All that can be said and set of one scene. */
export function SceneForm({ deck, scene }: { deck: string; scene: Scene }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { changeScene, setSceneView, adjustScene } = useAtlasStore().getState();
  const change = (part: Partial<Omit<Scene, 'id'>>) => changeScene(deck, scene.id, part);
  const group = useId();
  const missing = missingIn(scene, dataset);
  return (
    <div className="scene-form">
      <div className="scene-view">
        <div className="scene-large">
          <ScenePicture view={scene.view} dataset={dataset} />
        </div>
        <button type="button" className="deck-button" onClick={() => setSceneView(deck, scene.id)}>
          <RefreshCw size="1em" aria-hidden="true" />
          {t.decks.useView}
        </button>
        <button type="button" className="deck-button" onClick={() => adjustScene(deck, scene.id)}>
          <MapIcon size="1em" aria-hidden="true" />
          {t.decks.adjust}
        </button>
        {missing.length > 0 && <p className="hint">{t.decks.missing(missing.join(t.search.and))}</p>}
      </div>
      <div className="scene-words">
        <label>
          {t.decks.sceneTitle}
          <input value={scene.title} onChange={({ target }) => change({ title: target.value })} />
        </label>
        <label>
          {t.decks.sceneText}
          <textarea rows={4} value={scene.text} onChange={({ target }) => change({ text: target.value })} />
        </label>
        <label>
          {t.decks.sceneNotes}
          <textarea rows={5} value={scene.notes} onChange={({ target }) => change({ notes: target.value })} />
        </label>
        <div className="scene-settings">
          <fieldset>
            <legend>{t.decks.role}</legend>
            {roles.map((role) => (
              <label key={role} className="choice">
                <input
                  type="radio"
                  name={group}
                  checked={scene.role === role}
                  onChange={() => change({ role })}
                />
                {t.decks.roles[role]}
              </label>
            ))}
          </fieldset>
          <label>
            {t.decks.seconds}
            <input
              type="number"
              inputMode="numeric"
              min={1}
              max={mostSeconds}
              placeholder={t.decks.secondsHint}
              value={scene.seconds ?? ''}
              onChange={({ target }) => change({ seconds: secondsOf(target.value) })}
            />
          </label>
        </div>
        <QuoteChoice scene={scene} onChoose={(quote) => change({ quote })} />
      </div>
    </div>
  );
}

/** What was typed as seconds; null for nothing, and for what is no time that a scene may stand. */
function secondsOf(text: string): number | null {
  const seconds = text.trim() === '' ? Number.NaN : Math.round(Number(text));
  return seconds >= 1 && seconds <= mostSeconds ? seconds : null;
}
