export { currentLink, isEmbedded, syncAddress } from './address.ts';
export { deckLink, receiveDeckLinks } from './deck-link.ts';
export { keepDecks } from './deck-storage.ts';
export { syncEmbedding } from './embed.ts';
export { keepInstalled } from './installed.ts';
export { keepLastStage, lastStage } from './last-stage.ts';
export type { DeckChange, LinkedDeck, OpenDecks, UnreadDeck } from './own-decks.ts';
export { embeddedDecks, keepOwnPage, ownPage } from './own-page.ts';
export { syncPreferences } from './preferences.ts';
export { type PresenterAddress, presenterSession } from './presenter-address.ts';
export { keepStopwatch, keptStopwatch } from './presenter-clock.ts';
export { connectPresenter, type PresenterChannel, usePresenterLink } from './presenter-link.ts';
export { type OnStage, shownIn } from './presenting.ts';
export {
  AtlasProvider,
  useAtlas,
  useAtlasStore,
  useDictionary,
  useFullLink,
  useOnStage,
  useShown,
} from './react.tsx';
export { followRehearsal, type Rehearsal } from './speaking.ts';
export { openPresenterWindow, syncStageChannel } from './stage-channel.ts';
export { type AtlasState, type AtlasStore, createAtlasStore } from './store.ts';
