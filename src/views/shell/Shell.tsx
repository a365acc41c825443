import { Keyboard, Languages, Presentation, X } from 'lucide-react';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { languageTag, titleIn } from '../../i18n/index.ts';
import { isolated } from '../../i18n/isolated.ts';
import { conditionNames } from '../../i18n/naming.ts';
import { latestReport, reportDates } from '../../model/dataset.ts';
import { listedItems } from '../../model/grouping.ts';
import { framedArea } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary, useShown } from '../../state/index.ts';
import { usePhone } from '../../ui/screen.ts';
import { ThemeProvider } from '../../ui/theme.tsx';
import { About } from '../about/About.tsx';
import { MapPanel } from '../atlas-map/MapPanel.tsx';
import { Browse } from '../browse/index.tsx';
import { DeckNotices } from '../deck-notices/DeckNotices.tsx';
import { AreaCard, ItemDetail } from '../detail/index.tsx';
import { EmbeddedScreen } from '../embed/EmbeddedScreen.tsx';
import { useCaptionRoom } from '../present/use-caption-room.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { HelpDialog } from '../shortcuts/HelpDialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { PanelTabs } from './PanelTabs.tsx';
import { panels } from './panels.ts';
import { Sheet } from './Sheet.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';
import './shell.css';
import './small-window.css';

const RehearsalTimes = lazy(() =>
  import('../present/RehearsalTimes.tsx').then(({ RehearsalTimes }) => ({ default: RehearsalTimes })),
);
const Decks = lazy(() => import('../decks/Decks.tsx').then(({ Decks }) => ({ default: Decks })));
const Stage = lazy(() => import('../present/Stage.tsx').then(({ Stage }) => ({ default: Stage })));

/** The whole screen in the person's theme; embedded in another page, the map with little around it. */
export function Shell({ embedded = false }: { embedded?: boolean }) {
  const { theme, language } = useAtlas((state) => state.view);
  useEffect(() => {
    document.documentElement.lang = languageTag(language);
  }, [language]);
  return <ThemeProvider theme={theme}>{embedded ? <EmbeddedScreen /> : <Screen />}</ThemeProvider>;
}

/** Bar, list, map and detail, or the stage over the map. */
function Screen() {
  const dataset = useAtlas((state) => state.dataset);
  const grouping = useAtlas((state) => state.grouping);
  const view = useAtlas((state) => state.view);
  const rehearsal = useAtlas((state) => state.rehearsal);
  const shown = useShown();
  const phone = usePhone();
  const presenting = view.stage !== null;
  const onMap = useMemo(
    () => listedItems(dataset, shown.filters, grouping),
    [dataset, shown.filters, grouping],
  );
  const listed = useMemo(
    () => listedItems(dataset, view.filters, grouping),
    [dataset, view.filters, grouping],
  );
  const selected = dataset.items.find((item) => item.id === view.item);
  const area = framedArea(view.filters, dataset);

  const [room, onRoom] = useCaptionRoom();

  const store = useAtlasStore();
  const help = useRef<HTMLDialogElement>(null);
  const showHelp = useCallback(() => help.current?.showModal(), []);
  const present = useCallback(() => store.getState().showDecks({ kind: 'list' }), [store]);
  const atDecks = useAtlas((state) => state.openDecks !== null);
  useShortcuts(listed, help, present);

  // On the phone the card would lie over what was opened, and choosing an area there would take one away from it; it
  // lies over the list until that is asked for.
  const [listedArea, setListedArea] = useState<string | null>(null);
  const showsCard = !(phone && (view.panel || listedArea === area));
  const detail = selected ? (
    <ItemDetail item={selected} ordered={listed} />
  ) : area && showsCard ? (
    <AreaCard area={area} />
  ) : null;
  // Hundreds of rows may come or go: the options answer first, the list follows without holding them up.
  const browse = <Browse items={useDeferredValue(listed)} />;
  const PanelScreen = view.panel && panels[view.panel].Screen;
  const panel = PanelScreen && (
    <Suspense>
      <PanelScreen items={listed} />
    </Suspense>
  );
  // While presenting, the panels stay as they are, out of sight: one comes back to exactly where one was.
  return (
    <div
      className="shell"
      data-presenting={presenting || undefined}
      data-panel={(!phone && view.panel) || undefined}
    >
      <TopBar onPresent={present} onHelp={showHelp} />
      <HelpDialog dialog={help} />
      {rehearsal?.finished && (
        <Suspense>
          <RehearsalTimes rehearsal={rehearsal} />
        </Suspense>
      )}
      <main>
        {!phone && browse}
        <MapPanel items={onMap} room={room} />
        {!phone && detail && <div className="detail-slot">{detail}</div>}
        {!phone && panel && <div className="panel-slot">{panel}</div>}
        {phone && (
          <Sheet
            detail={detail}
            detailKey={selected?.id ?? (showsCard ? area : null)}
            tabs={<PanelTabs covered={detail !== null} onList={() => setListedArea(area)} />}
          >
            {panel ?? (
              <>
                <SearchBox />
                {browse}
              </>
            )}
          </Sheet>
        )}
        {presenting && (
          <Suspense>
            <Stage onRoom={onRoom} onHelp={showHelp} />
          </Suspense>
        )}
      </main>
      <Announcer count={listed.length} />
      <Notice />
      <UpdateNotice />
      {atDecks ? (
        <Suspense>
          <Decks />
        </Suspense>
      ) : (
        <DeckNotices />
      )}
    </div>
  );
}

function TopBar({ onPresent, onHelp }: { onPresent: () => void; onHelp: () => void }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const phone = usePhone();
  const about = useRef<HTMLDialogElement>(null);
  const report = latestReport(dataset);
  return (
    <header className="top-bar">
      <button type="button" className="skip-link" onClick={() => document.getElementById('browse')?.focus()}>
        {t.skipToList}
      </button>
      <h1>
        {t.title}
        <small>{titleIn(report, language)}</small>
      </h1>
      {!phone && <SearchBox />}
      <p className="stamp">{t.stamp(reportDates(dataset))}</p>
      <div className="top-actions">
        <button
          type="button"
          className="quiet-button"
          aria-label={t.languageSwitchLabel}
          onClick={() => store.getState().setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          <Languages size="1.1em" aria-hidden="true" />
          <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{t.languageSwitch}</span>
        </button>
        <PanelTabs />
        <ThemeSwitch />
        <button
          type="button"
          className="quiet-button help-button"
          aria-label={t.shortcuts.title}
          onClick={onHelp}
        >
          <Keyboard size="1.1em" aria-hidden="true" />
        </button>
        <button type="button" className="quiet-button" onClick={() => about.current?.showModal()}>
          {t.about}
        </button>
        <button type="button" className="present-button" onClick={onPresent}>
          <Presentation size="1.1em" aria-hidden="true" />
          {t.present}
        </button>
      </div>
      <About dialog={about} />
    </header>
  );
}

/** Says what a filter gave, for those who do not see the list change. */
function Announcer({ count }: { count: number }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const { filters, language, stage } = useAtlas((state) => state.view);
  const names = conditionNames(filters, dataset, language).map(({ label }) => label);
  return (
    <p className="visually-hidden" role="status">
      {stage ? '' : t.resultAnnouncement(count, names)}
    </p>
  );
}

/** What could not be understood of a link, said once and dismissed by hand. */
function Notice() {
  const t = useDictionary();
  const dropped = useAtlas((state) => state.dropped);
  const dismiss = useAtlas((state) => state.dismissNotice);
  if (dropped.length === 0) return null;
  // A link is somebody's text: it is cut, and React keeps it text.
  const cut = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
  const names = dropped.map(({ name, value }) => isolated(`${cut(name)}=${cut(value)}`));
  return (
    <div className="notice" role="status">
      <span>{t.notices.dropped(names.slice(0, 5).join('、'))}</span>
      <button type="button" className="icon-button" aria-label={t.close} onClick={dismiss}>
        <X size="1.1em" aria-hidden="true" />
      </button>
    </div>
  );
}
