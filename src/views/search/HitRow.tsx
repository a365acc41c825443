import base from 'virtual:atlas/base-layers';
import { Landmark, MapPin, Text } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { nameIn, titleIn } from '../../i18n/index.ts';
import { areaName } from '../../i18n/naming.ts';
import { sectionPath } from '../../model/quotes.ts';
import { excerpt, type Hit, type Match } from '../../model/search/index.ts';
import { markSymbol } from '../../model/symbols.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { MarkIcon } from '../../ui/MarkIcon.tsx';

/** About so many characters of a long text are shown around what was found in it. */
const excerptLength = 46;

/** One thing that was found: what it is, and where the words stand in it. */
export function HitRow({
  hit,
  id,
  active,
  onPoint,
  onTake,
}: {
  hit: Hit;
  id: string;
  active: boolean;
  onPoint: () => void;
  onTake: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  const { hover } = useAtlasStore().getState();
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { title, icon, note } = useHitText(hit);
  const inTitle = hit.matches.find(({ text }) => text === title);
  const [best] = hit.matches;
  // What was found elsewhere than in the name is shown below it.
  const below = inTitle || !best ? null : excerpt(best, excerptLength);
  return (
    <div
      ref={row}
      id={id}
      className="hit"
      role="option"
      tabIndex={-1}
      aria-selected={active}
      // Before the box loses the focus, and with it the list.
      onPointerDown={(event) => event.preventDefault()}
      onPointerEnter={() => {
        onPoint();
        if (hit.what === 'item') hover(hit.id);
      }}
      onPointerLeave={() => hover(null)}
      onClick={onTake}
      onKeyDown={() => undefined}
    >
      {icon}
      <span className="hit-text">
        <span className="hit-title">{inTitle ? <Marked match={inTitle} /> : title}</span>
        {below && (
          <span className="hit-note" lang={below.field === 'english' ? 'en' : 'zh-CN'}>
            <Marked match={below} />
          </span>
        )}
        {!below && note && <span className="hit-note">{note}</span>}
      </span>
    </div>
  );
}

/** A text with what was found in it marked. */
function Marked({ match: { text, ranges } }: { match: Match }) {
  return (
    <>
      {ranges.map(([start, end], at) => (
        <span key={start}>
          {text.slice(at === 0 ? 0 : ranges[at - 1]?.[1], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

/** How a hit is titled, its sign, and what stands below where nothing was found elsewhere. */
function useHitText({ what, id, report }: Hit) {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const language = useAtlas((state) => state.view.language);
  if (what === 'item') {
    const item = dataset.items.find((candidate) => candidate.id === id);
    const areas = item?.districts.map((area) => areaName(area, dataset, language)).join(t.search.and) ?? '';
    return {
      title: item ? nameIn(item, language) : id,
      icon: item && <MarkIcon symbol={markSymbol(item)} size={1.6} />,
      note: areas,
    };
  }
  if (what === 'paragraph') {
    const source = dataset.reports.find((candidate) => candidate.id === report);
    const paragraph = source?.paragraphs.find((candidate) => candidate.id === id);
    const section = source && paragraph && sectionPath(source, paragraph.section).at(-1);
    return {
      title: section ? titleIn(section, language) : source ? titleIn(source, language) : id,
      icon: <Text size="1.3em" aria-hidden="true" />,
      note: '',
    };
  }
  const town =
    what === 'town' && base.towns.features.find(({ properties }) => properties?.code === id)?.properties;
  const named = what === 'city' ? nameIn(dataset.city, language) : areaName(id, dataset, language);
  return {
    title: town ? nameIn({ name: String(town.name), nameEn: String(town.nameEn) }, language) : named,
    icon:
      what === 'town' ? (
        <MapPin size="1.3em" aria-hidden="true" />
      ) : (
        <Landmark size="1.3em" aria-hidden="true" />
      ),
    note: t.search.kinds[what],
  };
}
