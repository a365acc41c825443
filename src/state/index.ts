export { currentLink, syncAddress } from './address.ts';
export { embeddedDecks, keepOwnPage, ownPage } from './own-page.ts';
export { syncPreferences } from './preferences.ts';
export { AtlasProvider, useAtlas, useAtlasStore, useDictionary, useOnStage, useShown } from './react.tsx';
export { type AtlasState, type AtlasStore, createAtlasStore } from './store.ts';
