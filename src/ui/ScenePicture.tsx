import base from 'virtual:atlas/base-layers';
import { memo, useMemo } from 'react';
import { type PictureGround, picturedItems, pictureFrame, pictureGround } from '../drawing/scene-picture.ts';
import { tokenReferences } from '../drawing/tokens.ts';
import type { Dataset, SceneView } from '../model/dataset.ts';
import { asideOf } from '../model/decks/stage.ts';
import { filterItems } from '../model/facets.ts';
import { cameraTarget, defaultView } from '../model/view.ts';
import './scene-picture.css';

const { sectors } = tokenReferences();
const ratio = 16 / 9;

const grounds = new WeakMap<Dataset, PictureGround>();

/** The ground is drawn when the first picture is asked for. */
function groundOf(dataset: Dataset): PictureGround {
  const known = grounds.get(dataset) ?? pictureGround(base, dataset.city);
  grounds.set(dataset, known);
  return known;
}

/**
 * A small picture of what a scene shows on the map: no map library, no waiting. It fills the width of its box, 16:9.
 * Decorative: the scene's title stands beside it.
 */
export const ScenePicture = memo(function ScenePicture({
  view,
  dataset,
}: {
  view: SceneView;
  dataset: Dataset;
}) {
  const ground = groundOf(dataset);
  const { frame, items, item } = useMemo(() => {
    const aside = asideOf({ view }, dataset);
    const { bounds } = cameraTarget({ ...defaultView, ...aside }, dataset);
    return {
      frame: pictureFrame(ground.sheet, bounds, ratio),
      items: picturedItems(ground.sheet, filterItems(dataset.items, aside.filters)),
      item: aside.item,
    };
  }, [view, dataset, ground]);
  const { x, y, width, height } = frame;
  const radius = width * 0.014;
  return (
    <svg className="scene-picture" viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      <path className="land" d={ground.land} />
      <path className="water" d={ground.water} />
      <path className="waterway" d={ground.waterways} />
      <path className="railway" d={ground.railways} />
      <path className="district" d={ground.land} />
      <path className="city" d={ground.city} />
      {items.map(({ id, path, isArea, sector }) =>
        path === '' ? null : (
          <path
            key={id}
            className={isArea ? 'item-area' : 'item-line'}
            d={path}
            stroke={sectors[sector].fill}
            fill={isArea ? sectors[sector].fill : 'none'}
          />
        ),
      )}
      {items.map(({ id, at, sector, progress }) =>
        at ? (
          <circle
            key={id}
            className={id === item ? 'item-mark selected' : 'item-mark'}
            cx={at[0]}
            cy={at[1]}
            r={id === item ? radius * 1.7 : radius}
            // What is only planned is hollow, as on the map.
            fill={progress === 'planned' || progress === 'study' ? 'var(--raised)' : sectors[sector].fill}
            stroke={id === item ? 'var(--accent)' : sectors[sector].ink}
          />
        ) : null,
      )}
    </svg>
  );
});
