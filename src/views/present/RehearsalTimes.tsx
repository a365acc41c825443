import { useEffect, useRef, useState } from 'react';
import { titleIn } from '../../i18n/index.ts';
import { clockText, measuredScenes, measuredSum } from '../../model/decks/scene-times.ts';
import { type Rehearsal, useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import './rehearsal-times.css';

/** What a rehearsal measured, scene by scene; for an own deck the times can become its durations. */
export function RehearsalTimes({ rehearsal: { deck, times } }: { rehearsal: Rehearsal }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const language = useAtlas((state) => state.view.language);
  const isOwn = useAtlas((state) => state.ownDecks.some(({ id }) => id === deck.id));
  const dialog = useRef<HTMLDialogElement>(null);
  const [kept, setKept] = useState(false);
  const measured = measuredScenes(deck, times.gathered);
  const isPlanned = deck.scenes.some(({ seconds }) => seconds !== null);
  const text = (seconds: number | null) => (seconds === null ? '' : clockText(seconds * 1000));

  useEffect(() => {
    const shown = dialog.current;
    const onClose = () => store.getState().dismissRehearsal();
    shown?.showModal();
    shown?.addEventListener('close', onClose);
    return () => shown?.removeEventListener('close', onClose);
  }, [store]);

  return (
    <Dialog dialog={dialog} title={t.rehearsal.title} close={t.rehearsal.close}>
      <table className="rehearsal-times">
        <caption>{titleIn(deck, language)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.rehearsal.scene}</th>
            <th scope="col">{t.rehearsal.time}</th>
            {isPlanned && <th scope="col">{t.rehearsal.planned}</th>}
          </tr>
        </thead>
        <tbody>
          {deck.scenes.map((scene, at) => (
            <tr key={scene.id}>
              <th scope="row">
                <span>{at + 1}</span>
                {titleIn(scene, language)}
              </th>
              <td>{text(measured[at]?.seconds ?? null) || t.rehearsal.skipped}</td>
              {isPlanned && <td>{text(scene.seconds)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.rehearsal.sum}</th>
            <td>{text(measuredSum(measured))}</td>
            {isPlanned && <td />}
          </tr>
        </tfoot>
      </table>
      {isOwn ? (
        <p>
          <button
            type="button"
            className="quiet-button keep-times"
            disabled={kept}
            onClick={() => {
              store.getState().keepRehearsedTimes();
              setKept(true);
            }}
          >
            {t.rehearsal.keep}
          </button>
          <span role="status">{kept && t.rehearsal.kept}</span>
        </p>
      ) : (
        <p className="hint">{t.rehearsal.shippedDeck}</p>
      )}
    </Dialog>
  );
}
