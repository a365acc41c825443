import type { RefObject } from 'react';
import { titleIn } from '../../i18n/index.ts';
import { latestReport } from '../../model/dataset.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import './about.css';

/** What the atlas is, its date, its sources and licences, and the open data. */
export function About({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const report = latestReport(dataset);
  const { boundaries, water, rail, towns, icons } = t.aboutText;
  return (
    <Dialog dialog={dialog} title={t.title} close={t.close}>
      <p>{t.aboutText.what}</p>
      <p>
        {titleIn(report, language)} · {t.stamp(report.date)}
      </p>
      <p>{t.aboutText.dated}</p>
      <h3>{t.aboutText.sources}</h3>
      <ul>
        {[boundaries, water, rail, towns, icons].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{t.aboutText.data}</h3>
      <p className="about-links">
        <a href="./data/items.geojson" download>
          {t.aboutText.geojson}
        </a>
        <a href="./data/items.csv" download>
          {t.aboutText.csv}
        </a>
        <a href="./data/report.json" download>
          {t.aboutText.reportJson}
        </a>
      </p>
    </Dialog>
  );
}
