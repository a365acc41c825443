import deploy from 'virtual:atlas/deploy';
import { type ReactNode, useEffect, useRef } from 'react';
import { fileName } from '../../export/file-name.ts';
import { pngSizes } from '../../export/png-sizes.ts';
import { titleIn } from '../../i18n/index.ts';
import { conditionNames } from '../../i18n/naming.ts';
import { type Item, latestReport, reportDates } from '../../model/dataset.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useRoomScale } from '../../ui/screen.ts';
import { useTokens } from '../../ui/theme.tsx';
import { type DataFormat, dataFile, dataFormats } from './data-files.ts';
import { ExportStatusLine } from './ExportStatusLine.tsx';
import { mapLines } from './map-lines.ts';
import { takeMapPng } from './take-pictures.ts';
import { useExport } from './use-export.ts';
import './export.css';

/** What is filtered as files: its data, and a picture of the map. */
export function ExportDialog({ items, onClose }: { items: readonly Item[]; onClose: () => void }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const dataset = useAtlas((state) => state.dataset);
  const view = useAtlas((state) => state.view);
  const tokens = useTokens();
  const scale = useRoomScale();
  const dialog = useRef<HTMLDialogElement>(null);
  const { status, run, cancel } = useExport();
  const busy = status.kind === 'busy';

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.addEventListener('close', onClose);
    return () => element?.removeEventListener('close', onClose);
  }, [onClose]);

  const report = latestReport(dataset);
  const conditions = conditionNames(view.filters, dataset, view.language).map(({ label }) => label);
  const nameOf = (extension: string) => {
    const subject = [t.title, ...conditions].join(view.language === 'zh' ? '、' : ', ');
    return fileName(subject, report.date, extension);
  };
  const save = (file: Blob, name: string) => {
    saveFile(name, file);
    return t.exports.saved(name);
  };
  const saveData = (format: DataFormat) =>
    run(t.exports[format], async (_, signal) => {
      const file = await dataFile(format, items, dataset, view);
      signal.throwIfAborted();
      return save(file, nameOf(format));
    });
  const savePng = (ratio: number, size: { width: number; height: number }) =>
    run(t.exports.png(ratio), async (tell, signal) => {
      tell(t.exports.picturing(1, 1));
      const state = store.getState();
      const heading = {
        title: t.title,
        subtitle: conditions.join(' · ') || titleIn(report, view.language),
        stamp: t.stamp(reportDates(dataset)),
        mapLines: mapLines(t, deploy, state),
      };
      const { language } = view;
      const frame = { ...size, pixelRatio: ratio, scale, tokens, language, north: t.north, heading };
      const file = await takeMapPng(view, frame, state, signal);
      signal.throwIfAborted();
      return save(file, nameOf('png'));
    });

  const sizes = pngSizes({ width: window.innerWidth, height: window.innerHeight });
  return (
    <Dialog dialog={dialog} title={t.exports.title} close={t.close}>
      <h3>{t.exports.data}</h3>
      <p className="hint">{t.exports.dataHint(items.length)}</p>
      <Choices>
        {dataFormats.map((format) => (
          <button
            key={format}
            type="button"
            className="export-button"
            disabled={busy}
            onClick={() => saveData(format)}
          >
            {t.exports[format]}
          </button>
        ))}
      </Choices>
      <h3>{t.exports.map}</h3>
      <p className="hint">{t.exports.mapHint}</p>
      <Choices>
        {sizes.options.map(({ ratio, width, height, possible }) => (
          <button
            key={ratio}
            type="button"
            className="export-button"
            disabled={busy || !possible}
            onClick={() => savePng(ratio, { width: sizes.width, height: sizes.height })}
          >
            {t.exports.png(ratio)}
            <small>{possible ? t.exports.pixels(width, height) : t.exports.tooManyPixels}</small>
          </button>
        ))}
      </Choices>
      <ExportStatusLine status={status} onCancel={cancel} />
    </Dialog>
  );
}

function Choices({ children }: { children: ReactNode }) {
  return <div className="export-choices">{children}</div>;
}
