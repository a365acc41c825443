import { useEffect, useLayoutEffect } from 'react';
import { languageTag, titleIn } from '../../i18n/index.ts';
import { reportDates } from '../../model/dataset.ts';
import type { PresenterLink } from '../../model/decks/presenter-link.ts';
import {
  type PresenterChannel,
  useAtlas,
  useAtlasStore,
  useDictionary,
  usePresenterLink,
} from '../../state/index.ts';
import { ThemeProvider } from '../../ui/theme.tsx';
import { PresenterClock } from './PresenterClock.tsx';
import { PresenterScreen } from './PresenterScreen.tsx';
import './presenter.css';

/** The presenter's own window, on the laptop: what is on stage, what comes, what to say, and the time. */
export function PresenterWindow({ channel }: { channel: PresenterChannel }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const link = usePresenterLink(channel);
  const dataset = useAtlas((state) => state.dataset);
  const { language, theme } = useAtlas((state) => state.view);
  const { state, looks, connection } = link;

  // The page came with the picture of the map; here there is no map.
  useLayoutEffect(() => document.getElementById('first-picture')?.remove(), []);
  useLayoutEffect(() => {
    if (!looks) return;
    store.getState().setLanguage(looks.language);
    store.getState().setTheme(looks.theme);
  }, [looks, store]);
  const deckTitle = state ? titleIn(state.deck, language) : t.title;
  useEffect(() => {
    document.documentElement.lang = languageTag(language);
    document.title = t.presenter.title(deckTitle);
  }, [language, t, deckTitle]);

  return (
    <ThemeProvider theme={theme}>
      <div className="presenter">
        <header className="presenter-header">
          <h1>{deckTitle}</h1>
          <p className="hint">{t.stamp(reportDates(dataset))}</p>
          {state && <PresenterClock key={state.startedAt} presentation={state.startedAt} />}
        </header>
        <ConnectionNotice link={link} />
        {state && (
          <PresenterScreen
            state={state}
            connected={connection === 'connected'}
            command={(command) => channel.command(command)}
          />
        )}
      </div>
    </ThemeProvider>
  );
}

/** Says that the stage is sought, lost or over, and what to do then; nothing while all is well. */
function ConnectionNotice({ link: { connection, state } }: { link: PresenterLink }) {
  const t = useDictionary();
  const texts = {
    seeking: t.presenter.seeking,
    connected: '',
    lost: state ? t.presenter.lost : t.presenter.unfound,
    ended: t.presenter.ended,
  };
  return (
    <p className="connection" role="status" data-connection={connection} data-alone={!state || undefined}>
      {texts[connection]}
    </p>
  );
}
