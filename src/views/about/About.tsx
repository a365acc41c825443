import type { RefObject } from 'react';
import { titleIn } from '../../i18n/index.ts';
import { latestReport, reportDates } from '../../model/dataset.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Accessibility } from './Accessibility.tsx';
import { Licenses } from './Licenses.tsx';
import { OpenData } from './OpenData.tsx';
import { useLicenses } from './use-licenses.ts';
import './about.css';

/** What the atlas is, its date, its sources and licences, the open data, and for whom it has been made accessible. */
export function About({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const [licenses, loadLicenses] = useLicenses();
  const report = latestReport(dataset);
  return (
    <Dialog dialog={dialog} title={t.title} close={t.close} onOpen={loadLicenses}>
      <p>{t.aboutText.what}</p>
      <p>
        {titleIn(report, language)} · {t.stamp(reportDates(dataset))}
      </p>
      <p>{t.aboutText.dated}</p>
      <h3>{t.aboutText.data}</h3>
      <OpenData />
      <Accessibility />
      <Licenses licenses={licenses} />
    </Dialog>
  );
}
