import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Dictionary, dictionary } from '../i18n/index.ts';
import { shownView, type View } from '../model/view.ts';
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
  const view = useAtlas((state) => state.view);
  const dataset = useAtlas((state) => state.dataset);
  return useMemo(() => shownView(view, dataset), [view, dataset]);
}

/** The interface texts in the chosen language. */
export function useDictionary(): Dictionary {
  return dictionary(useAtlas((state) => state.view.language));
}
