import { useState } from 'react';
import { nameIn } from '../../i18n/index.ts';
import type { Item } from '../../model/dataset.ts';
import { useAtlasStore, useDictionary, useShown } from '../../state/index.ts';

/** The marks on the map as a listbox: a canvas says nothing to a screen reader and takes no arrow keys. */
export function MapItems({ items }: { items: readonly Item[] }) {
  const t = useDictionary();
  const { language, item: selected } = useShown();
  const { select, focus } = useAtlasStore().getState();
  const [index, setIndex] = useState(0);
  const active = items[Math.min(index, items.length - 1)];
  const optionId = (item: Item) => `map-item-${item.id}`;

  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, items.length - 1));
    setIndex(next);
    focus(items[next]?.id ?? null);
  };
  const act = (key: string): boolean => {
    if (key === 'Enter' || key === ' ') {
      if (active) select(active.id, { reveal: true });
    } else {
      const to = stepTo(key, index, items.length);
      if (to === null) return false;
      go(to);
    }
    return true;
  };
  return (
    <div
      className="map-items"
      role="listbox"
      tabIndex={0}
      aria-label={t.mapItems}
      aria-activedescendant={active && optionId(active)}
      onFocus={() => focus(active?.id ?? null)}
      onBlur={() => focus(null)}
      onKeyDown={(event) => {
        if (act(event.key)) event.preventDefault();
      }}
    >
      {items.map((item, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names its active option
        <div
          key={item.id}
          id={optionId(item)}
          role="option"
          aria-selected={item.id === selected}
          data-active={item === active}
          onClick={() => select(item.id, { reveal: true })}
          onKeyDown={() => undefined}
        >
          {t.mapItemPosition(nameIn(item, language), at + 1, items.length)}
        </div>
      ))}
    </div>
  );
}

/** Where an arrow key leads in a list, or null for a key that leads nowhere. */
function stepTo(key: string, index: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return index + 1;
    case 'ArrowUp':
    case 'ArrowLeft':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
