import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Dictionary, dictionary } from '../i18n/index.ts';
import type { View } from '../model/view.ts';
import { fullLink } from './address.ts';
import { type OnStage, onStage, shownIn } from './presenting.ts';
import type { AtlasState, AtlasStore } from './store.ts';

const StoreContext = createContext<AtlasStore | null>(null);

/** Gives the parts of the interface the one store. */
export function AtlasProvider({ store, children }: { store: AtlasStore; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The store itself, for event handlers that read the state when they run. */
export function useAtlasStore(): AtlasStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useAtlas needs an AtlasProvider above it');
  return store;
}

/** A part of the state; the component renders again only when that part changes. */
export function useAtlas<T>(select: (state: AtlasState) => T): T {
  return useStore(useAtlasStore(), select);
}

/** What is on show: the view, or the scene that lies over it. */
export function useShown(): View {
  const store = useAtlasStore();
  const view = useAtlas((state) => state.view);
  const aside = useAtlas((state) => state.aside);
  const ownDecks = useAtlas((state) => state.ownDecks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is made of these
  return useMemo(() => shownIn(store.getState()), [view, aside, ownDecks, store]);
}

/** The deck and the scene on stage; null while nothing is presented. */
export function useOnStage(): OnStage | null {
  const store = useAtlasStore();
  const view = useAtlas((state) => state.view);
  const ownDecks = useAtlas((state) => state.ownDecks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on stage is made of these
  return useMemo(() => onStage(store.getState()), [view.stage, view.filters, ownDecks, store]);
}

/** The link of the present view to the whole atlas, from a page that is embedded in another. */
export function useFullLink(): string {
  return fullLink(useAtlas((state) => state.view));
}

/** The interface texts in the chosen language. */
export function useDictionary(): Dictionary {
  return dictionary(useAtlas((state) => state.view.language));
}
