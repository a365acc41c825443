import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Item } from '../../model/dataset.ts';
import { useDictionary } from '../../state/index.ts';

const ExportDialog = lazy(() =>
  import('./ExportDialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog })),
);

/** The button that offers what is filtered as files; `items` are those of the list, in its order. */
export function ExportMenu({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="text-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Download size="1em" aria-hidden="true" />
        {t.exports.label}
      </button>
      {open && (
        <Suspense>
          <ExportDialog items={items} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
