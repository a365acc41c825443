/** MapLibre and nothing else: no React, no driver. */
import dataset from 'virtual:atlas/dataset';
import { loadIconSprite } from '../../../src/map/icon-sprite.ts';
import { defaultView, type View } from '../../../src/model/view.ts';
import { makeMap, showView } from '../same-map.ts';
import { followKeys, placedMap } from '../same-views.ts';

await loadIconSprite();
const map = makeMap(placedMap());
let shown: View = defaultView;
followKeys(dataset, (view) => {
  showView(map, view, shown);
  shown = view;
});
