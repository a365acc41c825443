import { nameIn } from '../../i18n/index.ts';
import { conditionNames } from '../../i18n/naming.ts';
import type { Item } from '../../model/dataset.ts';
import { filterItems } from '../../model/facets.ts';
import { currentLink, useAtlas, useDictionary } from '../../state/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** Copies a short text with the link of what is on show: an item's name, or the conditions and how many items they leave. */
export function ShareButton({ item }: { item?: Item }) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const view = useAtlas((state) => state.view);
  const what = item
    ? nameIn(item, view.language)
    : t.resultAnnouncement(
        filterItems(dataset.items, view.filters).length,
        conditionNames(view.filters, dataset, view.language).map(({ label }) => label),
      );
  return (
    <CopyButton
      text={t.share.text(t.title, what, currentLink(view))}
      labels={{ copy: t.share.label, copied: t.reader.copied, failed: t.reader.copyFailed }}
    />
  );
}
