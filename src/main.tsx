import dataset from 'virtual:atlas/dataset';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AtlasProvider, createAtlasStore, syncAddress, syncPreferences } from './state/index.ts';
import { Shell } from './views/shell/Shell.tsx';
import './ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');

const store = createAtlasStore(dataset);
syncAddress(store);
syncPreferences(store);

createRoot(root).render(
  <StrictMode>
    <AtlasProvider store={store}>
      <Shell />
    </AtlasProvider>
  </StrictMode>,
);
