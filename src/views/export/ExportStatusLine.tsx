import { useDictionary } from '../../state/index.ts';
import type { ExportStatus } from './use-export.ts';

/** How an export stands, and the button that stops it. */
export function ExportStatusLine({ status, onCancel }: { status: ExportStatus; onCancel: () => void }) {
  const t = useDictionary();
  return (
    <div className="export-status" data-kind={status.kind}>
      <p role="status">{status.kind !== 'idle' && status.text}</p>
      {status.kind === 'busy' && (
        <button type="button" className="text-button" onClick={onCancel}>
          {t.exports.cancel}
        </button>
      )}
    </div>
  );
}
