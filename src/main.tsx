import dataset from 'virtual:atlas/dataset';
import deploy from 'virtual:atlas/deploy';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import {
  AtlasProvider,
  connectPresenter,
  createAtlasStore,
  followRehearsal,
  isEmbedded,
  keepDecks,
  keepInstalled,
  keepLastStage,
  keepOwnPage,
  type PresenterAddress,
  presenterSession,
  receiveDeckLinks,
  syncAddress,
  syncEmbedding,
  syncPreferences,
  syncStageChannel,
} from './state/index.ts';
import { Shell } from './views/shell/Shell.tsx';
import './ui/base.css';
import './ui/forced-colors.css';

// First of all: it keeps the page as it came.
keepOwnPage(deploy);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');

const store = createAtlasStore(dataset);
const presenter = presenterSession();
const page = presenter ? openAsPresenter(presenter) : openAsAtlas();

createRoot(root).render(
  <StrictMode>
    <AtlasProvider store={store}>{page}</AtlasProvider>
  </StrictMode>,
);

function openAsAtlas() {
  // The largest part of the code is on its way while the panels are drawn. Should it not come, the map panel asks for it
  // again, and says what is wrong.
  import('./map/index.ts').catch(() => undefined);
  // Before the address is read: it may name a deck of the person's own.
  keepDecks(store);
  receiveDeckLinks(store);
  syncAddress(store);
  syncPreferences(store);
  keepLastStage(store);
  syncStageChannel(store);
  followRehearsal(store);
  keepInstalled(store, deploy);
  syncEmbedding(store, deploy.embedOrigins);
  return <Shell embedded={isEmbedded()} />;
}

/** The presenter's window is the same page without the map; what it shows comes from the stage's window. */
function openAsPresenter({ session, language, theme }: PresenterAddress) {
  store.getState().setLanguage(language);
  store.getState().setTheme(theme);
  syncPreferences(store);
  const channel = connectPresenter(session);
  const PresenterWindow = lazy(() =>
    import('./views/presenter/PresenterWindow.tsx').then((part) => ({ default: part.PresenterWindow })),
  );
  return (
    <Suspense>
      <PresenterWindow channel={channel} />
    </Suspense>
  );
}
