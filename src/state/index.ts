export { currentLink, syncAddress } from './address.ts';
export { syncPreferences } from './preferences.ts';
export { AtlasProvider, useAtlas, useAtlasStore, useDictionary, useShown } from './react.tsx';
export { type AtlasState, type AtlasStore, createAtlasStore } from './store.ts';
