import deploy from 'virtual:atlas/deploy';
import { useState } from 'react';
import { fileName } from '../../export/file-name.ts';
import { type Handout, handoutOf } from '../../export/handout.ts';
import type { SheetFormat, SlideFormat } from '../../export/slide-layout.ts';
import { titleIn } from '../../i18n/index.ts';
import { type Deck, latestReport } from '../../model/dataset.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { dataAddress } from './data-address.ts';
import { ExportStatusLine } from './ExportStatusLine.tsx';
import { mapLines } from './map-lines.ts';
import { PrintedHandout, type PrintJob } from './PrintedHandout.tsx';
import { takeScenePictures } from './take-pictures.ts';
import { useExport } from './use-export.ts';
import './export.css';

/** A deck to hand out: as slides of either shape, or printed, where browsers offer PDF too. */
export function DeckExports({ deck }: { deck: Deck }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  const [withNotes, setWithNotes] = useState(false);
  const [job, setJob] = useState<PrintJob | null>(null);
  const { status, run, cancel } = useExport();
  const busy = status.kind === 'busy' || job !== null;
  const name = (extension: string) =>
    fileName(titleIn(deck, language), latestReport(dataset).date, extension);

  const prepare = async (
    format: SheetFormat,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<{ handout: Handout; pictures: Blob[] }> => {
    const state = store.getState();
    const handout = handoutOf(deck, dataset, language, mapLines(t, deploy, state));
    const told = (at: number, total: number) => tell(t.exports.picturing(at, total));
    return { handout, pictures: await takeScenePictures(deck, format, state, told, signal) };
  };
  const savePptx = (format: SlideFormat, what: string) =>
    run(what, async (tell, signal) => {
      const { handout, pictures } = await prepare(format, tell, signal);
      tell(t.exports.writing);
      const { buildPptx } = await import('../../export/pptx.ts');
      const content = await buildPptx(handout, await Promise.all(pictures.map(dataAddress)), format);
      signal.throwIfAborted();
      const file = name('pptx');
      saveFile(file, new Blob([content], { type: pptxType }));
      return t.exports.saved(file);
    });
  const print = () =>
    run(t.exports.print, async (tell, signal) => {
      const format = withNotes ? 'page-with-notes' : 'page';
      const { handout, pictures } = await prepare(format, tell, signal);
      await new Promise<void>((resolve, reject) => {
        setJob({ handout, pictures, format, name: name('pdf'), signal, resolve, reject });
      }).finally(() => setJob(null));
      return t.exports.printed;
    });

  return (
    <section className="deck-exports" aria-label={t.exports.deck}>
      <div className="export-choices">
        <button
          type="button"
          className="export-button"
          disabled={busy}
          onClick={() => savePptx('wide', t.exports.pptxWide)}
        >
          {t.exports.pptxWide}
        </button>
        <button
          type="button"
          className="export-button"
          disabled={busy}
          onClick={() => savePptx('standard', t.exports.pptxStandard)}
        >
          {t.exports.pptxStandard}
        </button>
        <button type="button" className="export-button" disabled={busy} onClick={print}>
          {t.exports.print}
        </button>
        <label className="export-option">
          <input
            type="checkbox"
            checked={withNotes}
            disabled={busy}
            onChange={({ target }) => setWithNotes(target.checked)}
          />
          {t.exports.withNotes}
        </label>
      </div>
      <ExportStatusLine status={status} onCancel={cancel} />
      {job && <PrintedHandout job={job} />}
    </section>
  );
}

const pptxType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
