import dataset from 'virtual:atlas/dataset';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { paperTokens } from './drawing/tokens.ts';
import { AtlasProvider, createAtlasStore, syncAddress } from './state/index.ts';
import { ThemeProvider } from './ui/theme.tsx';
import { Shell } from './views/shell/Shell.tsx';
import './ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');

const store = createAtlasStore(dataset);
syncAddress(store);

createRoot(root).render(
  <StrictMode>
    <AtlasProvider store={store}>
      <ThemeProvider tokens={paperTokens}>
        <Shell />
      </ThemeProvider>
    </AtlasProvider>
  </StrictMode>,
);
