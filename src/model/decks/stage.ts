import type { Dataset, Deck, Scene, SceneView } from '../dataset.ts';
import { facetOptions } from '../facet-options.ts';
import { type FacetId, type Filters, facetIds } from '../facets.ts';
import type { Camera, StagePosition, View } from '../view.ts';

/** What a person looks at beside the scene while presenting; one key leads back to the scene. */
export type Aside = Pick<View, 'filters' | 'item' | 'camera'>;

/** The stage position some scenes further on; past either end it stays there. */
export function stepStage(deck: Deck, stage: StagePosition, steps: number): StagePosition {
  const last = Math.max(deck.scenes.length - 1, 0);
  return { ...stage, index: Math.min(Math.max(stage.index + steps, 0), last) };
}

/** What is shown: the view itself, or the scene over it, or what one looked at beside the scene. Language and theme stay the person's own. */
export function shownView(view: View, scene: Scene | null, aside: Aside | null, dataset: Dataset): View {
  if (!view.stage || !scene) return view;
  return { ...view, ...(aside ?? asideOf(scene, dataset)), shaded: scene.view.shaded };
}

/** What a scene itself shows, without what the dataset does not hold. */
export function asideOf({ view }: Pick<Scene, 'view'>, dataset: Dataset): Aside {
  const camera: Camera = view.bounds ? { kind: 'bounds', bounds: view.bounds } : { kind: 'auto' };
  const item = dataset.items.some(({ id }) => id === view.item) ? view.item : null;
  return { filters: knownFilters(view, dataset), item, camera };
}

/** What a scene asks for and the dataset does not hold: values of its filters, and its item. */
export function missingIn({ view }: Pick<Scene, 'view'>, dataset: Dataset): string[] {
  const unknown = Object.entries(view.filters).flatMap(([facet, values]) => {
    const known = knownValues(facet, dataset);
    return values.filter((value) => !known.has(value));
  });
  const hasItem = view.item === null || dataset.items.some(({ id }) => id === view.item);
  return [...new Set(hasItem || view.item === null ? unknown : [...unknown, view.item])];
}

/** What the present view would be as a scene's. A camera fitted to an item is kept as the item's own box. */
export function sceneViewOf(view: View, dataset: Dataset): SceneView {
  const { filters, item, camera, shaded } = view;
  const bounds =
    camera.kind === 'bounds'
      ? camera.bounds
      : camera.kind === 'item'
        ? (dataset.items.find(({ id }) => id === camera.item)?.place.bounds ?? null)
        : null;
  return { filters: filters as SceneView['filters'], item, bounds, shaded };
}

function knownFilters(view: SceneView, dataset: Dataset): Filters {
  const filters: Filters = {};
  for (const facet of facetIds) {
    const known = knownValues(facet, dataset);
    const values = (view.filters[facet] ?? []).filter((value) => known.has(value));
    if (values.length > 0) filters[facet] = values;
  }
  return filters;
}

function knownValues(facet: string, dataset: Dataset): ReadonlySet<string> {
  const isFacet = (facetIds as readonly string[]).includes(facet);
  return new Set(isFacet ? facetOptions(facet as FacetId, dataset).map(({ value }) => value) : []);
}
