import { useEffect, useLayoutEffect, useRef } from 'react';
import { nameIn } from '../../i18n/index.ts';
import type { Item } from '../../model/dataset.ts';
import { useAtlasStore, useDictionary, useShown } from '../../state/index.ts';

/** Whether the still picture waits for the live map, has given way to it, or stays because there is none. */
export type StillState = 'waiting' | 'gone' | 'stays';

/**
 * The still picture of the map that the page came with: taken over as it stands, so that nothing moves, and kept
 * behind the live map for print. Its marks follow filters and selection, and lead into the app instead of the list page.
 */
export function StillMap({ items, state }: { items: readonly Item[]; state: StillState }) {
  const t = useDictionary();
  const store = useAtlasStore();
  const { language, item: selected } = useShown();
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<ReadonlyMap<string, Item>>(new Map());

  // Before the first paint of the app: the picture is never gone, nor there twice.
  useLayoutEffect(() => {
    const picture = document.getElementById('still-map');
    if (picture) holder.current?.append(picture);
    // The app's own legend says the same, in the person's language.
    picture?.querySelector('figcaption')?.remove();
    document.getElementById('first-picture')?.remove();
  }, []);

  useEffect(() => {
    shown.current = new Map(items.map((item) => [item.id, item]));
    for (const link of linksIn(holder.current)) {
      const members = membersOf(link).flatMap((id) => shown.current.get(id) ?? []);
      const [first] = members;
      link.toggleAttribute('hidden', !first);
      link.toggleAttribute('data-partly', members.length < membersOf(link).length);
      link.toggleAttribute(
        'data-selected',
        members.some(({ id }) => id === selected),
      );
      const [title, count] = [link.querySelector('title'), link.querySelector('.mark text')];
      if (title && first)
        title.textContent = members.length === 1 ? nameIn(first, language) : t.groupMark(members.length);
      if (count) count.textContent = String(members.length);
    }
  }, [items, selected, language, t]);

  useEffect(() => {
    const panel = holder.current;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-items]') : null;
      // With a modifier the person asks for the list page in another tab.
      if (!(link instanceof SVGElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { select, choose } = store.getState();
      const members = membersOf(link).filter((id) => shown.current.has(id));
      const [only, ...others] = members;
      if (!only) return;
      if (others.length === 0) select(only);
      else choose('items', members);
    };
    panel?.addEventListener('click', onClick);
    return () => panel?.removeEventListener('click', onClick);
  }, [store]);

  return <div className="still-holder" data-state={state} ref={holder} />;
}

function linksIn(holder: HTMLElement | null): readonly SVGElement[] {
  return [...(holder?.querySelectorAll<SVGElement>('a[data-items]') ?? [])];
}

function membersOf(link: SVGElement): string[] {
  return (link.dataset.items ?? '').split(' ');
}
