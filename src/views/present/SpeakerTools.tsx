import { Maximize, MonitorUp, NotebookText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { openPresenterWindow, useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { ToolButton } from './ToolButton.tsx';

/** The buttons in the stage's bar for the one who speaks: notes, the presenter's window, and the way back to full screen. */
export function SpeakerTools() {
  const t = useDictionary();
  const store = useAtlasStore();
  const notesShown = useAtlas((state) => state.notesShown);
  const outOfFullscreen = useAtlas((state) => state.outOfFullscreen);
  const [blocked, setBlocked] = useState(false);
  const { showNotes, setOutOfFullscreen } = store.getState();

  useEffect(() => {
    const onFullscreenChange = () => {
      if (document.fullscreenElement) store.getState().setOutOfFullscreen(false);
    };
    document.addEventListener('fullscreenchange', onFullscreenChange);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreenChange);
      store.getState().setOutOfFullscreen(false);
    };
  }, [store]);

  const open = () => {
    // A page in full screen would hide the new window, and browsers drop it for one: that is not the end of the show.
    const fullscreen = document.fullscreenElement !== null;
    if (fullscreen) setOutOfFullscreen(true);
    setBlocked(!openPresenterWindow());
    if (fullscreen && document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };
  const icon = { size: '1.2em', 'aria-hidden': true } as const;
  return (
    <>
      <ToolButton
        name={t.presenter.notes}
        aria-keyshortcuts="N"
        aria-expanded={notesShown}
        onClick={() => showNotes(!notesShown)}
      >
        <NotebookText {...icon} />
      </ToolButton>
      <ToolButton name={t.presenter.open} onClick={open}>
        <MonitorUp {...icon} />
      </ToolButton>
      {outOfFullscreen && (
        <ToolButton
          name={t.presenter.fullscreenLeft}
          onClick={() => document.documentElement.requestFullscreen().catch(() => undefined)}
        >
          <Maximize {...icon} />
        </ToolButton>
      )}
      {blocked && (
        <p className="presenter-blocked" role="alert">
          {t.presenter.blocked}
        </p>
      )}
    </>
  );
}
