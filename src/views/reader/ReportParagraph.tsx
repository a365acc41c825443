import { memo, useMemo } from 'react';
import { nameIn } from '../../i18n/index.ts';
import type { Item, Paragraph, Section } from '../../model/dataset.ts';
import { hitsIn, type ItemMention, type Passage, passagesOf } from '../../model/reading/index.ts';
import { markSymbol } from '../../model/symbols.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';

/** The report's title stands above its own headings. */
const headings = { 1: 'h4', 2: 'h5', 3: 'h6' } as const;

/** One paragraph of the report: its words, with a mark behind every quote that leads to its item. */
export const ReportParagraph = memo(function ReportParagraph({
  address,
  paragraph,
  section,
  mentions,
  listed,
  sought,
  currentHit,
  addressed,
}: {
  address: string;
  paragraph: Paragraph;
  section: Section | undefined;
  mentions: readonly ItemMention[];
  /** The items that pass the filters: mentions of others stand back. */
  listed: ReadonlySet<string>;
  sought: string;
  currentHit: number | null;
  /** The link that was opened leads here. */
  addressed: boolean;
}) {
  const passages = useMemo(
    () => passagesOf(paragraph, mentions, hitsIn(paragraph.text, sought)),
    [paragraph, mentions, sought],
  );
  const itemsById = useMemo(() => new Map(mentions.map(({ item }) => [item.id, item])), [mentions]);
  const content = passages.map((passage) => (
    <PassageText
      key={passage.start}
      passage={passage}
      items={itemsById}
      listed={listed}
      current={currentHit}
    />
  ));
  const own = { 'data-paragraph': address, 'data-addressed': addressed || undefined };
  if (paragraph.role === 'heading') {
    const level = section?.level ?? 1;
    const Heading = headings[level];
    return (
      <Heading className="report-heading" data-level={level} {...own}>
        {content}
      </Heading>
    );
  }
  return (
    <p className={paragraph.role === 'front' ? 'report-front' : 'report-text'} {...own}>
      {content}
    </p>
  );
});

function PassageText({
  passage,
  items,
  listed,
  current,
}: {
  passage: Passage;
  items: ReadonlyMap<string, Item>;
  listed: ReadonlySet<string>;
  current: number | null;
}) {
  const t = useDictionary();
  const { hover, select } = useAtlasStore().getState();
  const [first] = passage.items;
  const lit = useAtlas((state) => passage.items.some((id) => id === state.hovered || id === state.focused));
  const chosen = useAtlas((state) => state.view.item !== null && passage.items.includes(state.view.item));
  const words =
    passage.hit === null ? (
      passage.text
    ) : (
      <mark data-current={passage.hit === current || undefined}>{passage.text}</mark>
    );
  const figure = passage.figure ? <b className="report-figure">{words}</b> : words;
  return (
    <>
      {passage.cut && (
        <span className="report-cut" role="img" aria-label={t.reader.cut} title={t.reader.cut}>
          ⌿
        </span>
      )}
      {first ? (
        // The marks behind the quote do the same for keyboard and screen reader: the words are a larger target for the pointer.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span
          className="mention"
          data-items={passage.items.join(' ')}
          data-hit={passage.hit ?? undefined}
          data-lit={lit || undefined}
          data-chosen={chosen || undefined}
          data-quiet={!passage.items.some((id) => listed.has(id)) || undefined}
          onPointerEnter={() => hover(first)}
          onPointerLeave={() => hover(null)}
          onClick={() => {
            // Words that were marked to be copied are no click.
            if (window.getSelection()?.isCollapsed !== false) select(first, { reveal: true });
          }}
        >
          {figure}
        </span>
      ) : (
        <span data-hit={passage.hit ?? undefined}>{figure}</span>
      )}
      {passage.ending.map((id) => {
        const item = items.get(id);
        return item && <MentionMark key={id} item={item} quiet={!listed.has(id)} />;
      })}
    </>
  );
}

/** The mark of an item behind its quote: shows it on the map, opens its detail. */
function MentionMark({ item, quiet }: { item: Item; quiet: boolean }) {
  const language = useAtlas((state) => state.view.language);
  const chosen = useAtlas((state) => state.view.item === item.id);
  const { hover, focus, select } = useAtlasStore().getState();
  const name = nameIn(item, language);
  return (
    <button
      type="button"
      className="mention-mark"
      aria-label={name}
      aria-pressed={chosen}
      title={name}
      data-quiet={quiet || undefined}
      onPointerEnter={() => hover(item.id)}
      onPointerLeave={() => hover(null)}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && focus(item.id)}
      onBlur={() => focus(null)}
      onClick={() => select(item.id, { reveal: true })}
    >
      <MarkIcon symbol={markSymbol(item)} size={1.15} />
    </button>
  );
}
